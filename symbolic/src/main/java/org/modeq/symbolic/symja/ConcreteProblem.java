package org.modeq.symbolic.symja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.VectorForm;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** Losses given as formulas, and a point with rational coordinates; values on it are exact. */
public final class ConcreteProblem {
    private final List<IExpr> variables;
    private final SortedMap<Colour, IExpr> losses;
    private final Map<IExpr, IExpr> pointByVariable = new HashMap<>();
    private final EvalEngine engine;
    private final Map<Derivative, IExpr> derivatives = new HashMap<>();
    private final Map<Derivative, Rational> values = new HashMap<>();
    private final Map<RootedTree, List<Rational>> contractions = new HashMap<>();

    /** A partial derivative of a loss: the indices of its variables, sorted. */
    private record Derivative(Colour loss, List<Integer> indices) {}

    /**
     * A problem.
     *
     * @param variableNames the names of the variables
     * @param lossFormulas the formula of each loss in these variables; + − * / ^ and exp log sqrt sin cos tan tanh atan
     * @param point the coordinates of the point, one for each variable
     * @throws IllegalArgumentException if a formula does not parse, a name is unknown or the dimensions differ
     */
    public ConcreteProblem(List<String> variableNames, Map<Colour, String> lossFormulas, List<Rational> point) {
        if (variableNames.size() != point.size() || variableNames.isEmpty()) {
            throw new IllegalArgumentException("given " + variableNames.size() + " variables and " + point.size()
                    + " coordinates, expected one coordinate for each of at least one variable");
        }
        F.initSymbols();
        engine = new EvalEngine(false);
        Map<String, IExpr> byName = new LinkedHashMap<>();
        for (int i = 0; i < variableNames.size(); i++) {
            IExpr symbol = F.Dummy("modeqvariable" + i);
            if (byName.put(variableNames.get(i), symbol) != null) {
                throw new IllegalArgumentException("the variable '" + variableNames.get(i)
                        + "' is given twice; give each variable a name of its own");
            }
            pointByVariable.put(symbol, SymjaExpression.of(point.get(i)));
        }
        variables = List.copyOf(byName.values());
        losses = new TreeMap<>();
        lossFormulas.forEach(
                (loss, formula) -> losses.put(loss, SymjaExpression.of(FormulaParser.parse(formula), byName)));
    }

    /** {@return the number of variables} */
    public int dimension() {
        return variables.size();
    }

    /**
     * The contraction G(t) at the point.
     *
     * <p>Exact. Cost: d^(m+1) products for a vertex with m children in d variables; values and derivatives are kept.
     *
     * @param tree t
     * @return its d components
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Rational> contraction(RootedTree tree) {
        List<Rational> known = contractions.get(tree);
        if (known == null) {
            List<List<Rational>> directions =
                    tree.children().stream().map(this::contraction).toList();
            List<Rational> components = new ArrayList<>();
            for (int i = 0; i < dimension(); i++) {
                components.add(contract(tree.colour(), List.of(i), directions));
            }
            known = List.copyOf(components);
            contractions.put(tree, known);
        }
        return known;
    }

    /** Σ over the indices that are still free of ∂…L times the directions. */
    private Rational contract(Colour loss, List<Integer> indices, List<List<Rational>> directions) {
        if (directions.isEmpty()) {
            return value(loss, indices);
        }
        Rational sum = Rational.ZERO;
        for (int j = 0; j < dimension(); j++) {
            Rational component = directions.get(0).get(j);
            if (!component.isZero()) {
                List<Integer> more = new ArrayList<>(indices);
                more.add(j);
                sum = sum.add(component.multiply(contract(loss, more, directions.subList(1, directions.size()))));
            }
        }
        return sum;
    }

    private Rational value(Colour loss, List<Integer> indices) {
        List<Integer> sorted = indices.stream().sorted().toList();
        return values.computeIfAbsent(new Derivative(loss, sorted), key -> {
            IExpr atPoint = engine.evaluate(F.subst(derivative(loss, sorted), pointByVariable));
            return SymjaExpression.toRational(atPoint, "a derivative of " + loss + " at the point");
        });
    }

    private IExpr derivative(Colour loss, List<Integer> indices) {
        if (indices.isEmpty()) {
            IExpr formula = losses.get(loss);
            if (formula == null) {
                throw new IllegalArgumentException("given no loss '" + loss + "', expected one of " + losses.keySet());
            }
            return formula;
        }
        Derivative key = new Derivative(loss, indices);
        IExpr known = derivatives.get(key);
        if (known == null) {
            int last = indices.size() - 1;
            known = engine.evaluate(F.D(derivative(loss, indices.subList(0, last)), variables.get(indices.get(last))));
            derivatives.put(key, known);
        }
        return known;
    }

    /**
     * The value of a vector in normal form, as polynomials in h.
     *
     * @param form Σ c_t G(t), c_t in ℚ[h]
     * @return its d components
     * @throws ArithmeticException if a derivative at the point is not rational
     */
    public List<Polynomial> value(VectorForm form) {
        List<Polynomial> sum = new ArrayList<>(Collections.nCopies(dimension(), Polynomial.ZERO));
        form.terms().forEach((tree, coefficient) -> {
            List<Rational> components = contraction(tree);
            for (int i = 0; i < dimension(); i++) {
                Polynomial term = coefficient.multiply(Polynomial.constant(components.get(i)));
                sum.set(i, sum.get(i).add(term));
            }
        });
        return List.copyOf(sum);
    }
}
