package org.modeq.numeric.formula;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.ElementaryFunction;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.PowerFunction;
import org.modeq.numeric.graph.SmoothFunction;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.expression.Factor;
import org.modeq.symbolic.expression.Product;
import org.modeq.symbolic.ring.Rational;

/** Expressions as nodes of one graph on the variables; what occurs twice, also in several expressions, is one node. */
public final class ExpressionGraph {
    private static final Rational MINUS_ONE = Rational.of(-1);
    private static final int DOUBLE_BITS = 53;
    private static final int LARGEST_DENOMINATOR_BITS = 1000;

    private final Node variables;
    private final Node one;
    private final boolean isExact;
    private final Map<Expression, Node> known = new HashMap<>();
    private final Map<BigInteger, Node> quotients = new HashMap<>();

    /**
     * A graph on a point.
     *
     * @param variableCount d ≥ 1, the number of variables
     * @throws IllegalArgumentException if d &lt; 1
     */
    public ExpressionGraph(int variableCount) {
        this(variableCount, false);
    }

    private ExpressionGraph(int variableCount, boolean isExact) {
        if (variableCount < 1) {
            throw new IllegalArgumentException("given " + variableCount + " variables, expected at least 1");
        }
        Graph graph = new Graph(variableCount);
        this.variables = graph.parameters();
        this.one = constant(1);
        this.isExact = isExact;
    }

    /**
     * A graph for numbers of more digits than doubles have: a coefficient p/q that is no double stays the quotient of p and q.
     *
     * @param variableCount d ≥ 1, the number of variables
     * @return the graph
     * @throws IllegalArgumentException if d &lt; 1
     */
    public static ExpressionGraph exact(int variableCount) {
        return new ExpressionGraph(variableCount, true);
    }

    private Node constant(double number) {
        return variables.graph().constant(new DMatrixRMaj(new double[][] {{number}}));
    }

    /**
     * Expressions as a column, a field.
     *
     * @param components u₁, u₂, …, in variables of the places 0, …, d − 1; at least one
     * @return the column (u₁, u₂, …)
     * @throws IllegalArgumentException if there is none, or as for {@link #node}
     */
    public Node column(List<Expression> components) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("given no components of a field, expected at least one");
        }
        return variables.graph().stacked(components.stream().map(this::node).toList());
    }

    /**
     * An expression.
     *
     * <p>Positive integer powers are products, by halves; other powers and the functions are applied as they are. Rational
     * coefficients are rounded to doubles, but for those of an {@linkplain #exact exact} graph.
     *
     * @param expression u, in variables of the places 0, …, d − 1
     * @return u, a 1×1 node
     * @throws IllegalArgumentException if it has another variable, an unknown function or an exponent beyond integers of 32
     *     bits
     */
    public Node node(Expression expression) {
        Node present = known.get(expression);
        if (present == null) {
            present = expression.terms().entrySet().stream()
                    .map(term -> scaled(product(term.getKey()), term.getValue()))
                    .reduce(Node::plus)
                    .orElseGet(() -> one.scaled(0));
            known.put(expression, present);
        }
        return present;
    }

    private Node scaled(Node node, Rational coefficient) {
        double p = coefficient.numerator().doubleValue();
        double q = coefficient.denominator().doubleValue();
        boolean isDouble = coefficient.denominator().bitCount() == 1
                && coefficient.numerator().bitLength() <= DOUBLE_BITS
                && coefficient.denominator().bitLength() < LARGEST_DENOMINATOR_BITS;
        if (!isExact || isDouble) {
            return node.scaled(coefficient.doubleValue());
        }
        if (coefficient.numerator().bitLength() > DOUBLE_BITS
                || coefficient.denominator().bitLength() > DOUBLE_BITS) {
            throw new IllegalArgumentException("given the coefficient " + coefficient
                    + ", expected a fraction of whole numbers of at most " + DOUBLE_BITS + " bits");
        }
        Node inverse = quotients.computeIfAbsent(
                coefficient.denominator(), denominator -> constant(q).apply(Activation.RECIPROCAL));
        return node.hadamard(inverse).scaled(p);
    }

    private Node product(Product product) {
        return product.exponents().entrySet().stream()
                .map(power -> power(factor(power.getKey()), power.getValue()))
                .reduce(Node::hadamard)
                .orElse(one);
    }

    private Node factor(Factor factor) {
        return factor.fold(this::variable, sum -> node(sum.inner()), this::application);
    }

    private Node variable(Factor.Variable variable) {
        if (variable.index() < 0 || variable.index() >= variables.rows()) {
            throw new IllegalArgumentException(
                    "given an expression in the variable " + variable.name() + " of the place "
                            + variable.index() + ", expected places from 0 to " + (variables.rows() - 1)
                            + "; give symbols a value first, by substituted(…)");
        }
        return variables.block(variable.index(), 1, 1);
    }

    private Node application(Factor.Application application) {
        return node(application.argument()).apply(function(application.function()));
    }

    private static SmoothFunction function(String name) {
        return switch (name) {
            case "exp" -> Activation.EXP;
            case "log" -> Activation.LOG;
            case "sin" -> Activation.SINE;
            case "tanh" -> Activation.TANH;
            case "cos" -> ElementaryFunction.COS;
            case "tan" -> ElementaryFunction.TAN;
            case "atan" -> ElementaryFunction.ATAN;
            case "sqrt" -> new PowerFunction(1, 2);
            default ->
                throw new IllegalArgumentException("given the function " + name
                        + ", expected one of exp, log, sqrt, sin, cos, tan, tanh, atan; write it by these");
        };
    }

    private static Node power(Node base, Rational exponent) {
        if (exponent.equals(Rational.ONE)) {
            return base;
        }
        if (exponent.numerator().bitLength() > 31 || exponent.denominator().bitLength() > 31) {
            throw new IllegalArgumentException(
                    "given the exponent " + exponent + ", expected integers of 32 bits in it");
        }
        int numerator = exponent.numerator().intValueExact();
        return exponent.isInteger() && exponent.compareTo(MINUS_ONE) > 0
                ? natural(base, numerator)
                : base.apply(new PowerFunction(numerator, exponent.denominator().intValueExact()));
    }

    /** xⁿ by halves, n ≥ 1; equal halves are one node. */
    private static Node natural(Node base, int exponent) {
        return exponent == 1 ? base : natural(base, exponent / 2).hadamard(natural(base, exponent - exponent / 2));
    }
}
