package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The modified field of an adaptive method at a point: f₁(θ), …, f_N(θ) from its typed trees.
 *
 * <p>F(u[…]) = −∂ᵏU(g, g²) ⊙ children, F(w) = −λθ and F(w[t]) = −λF(t), F(g[…]) = ∇^(k+1)L[…], F(q[x]) = 2g ⊙ x and F(q[x,y]) = 2x ⊙ y.
 * Each tree is evaluated once; a gradient node costs one evaluation of the derivatives of L.
 *
 * @param <T> the numbers
 */
public final class AdaptiveEvaluator<T> {
    private static final Colour GRADIENT = new Colour("g");
    private static final Colour SQUARE = new Colour("q");

    private final AdaptiveEquation<Rational> equation;
    private final AdaptiveArithmetic<T> numbers;
    private final T epsilon;
    private final T decay;
    private final List<List<Term<Rational>>> terms;

    /**
     * The derivatives of the gradient of a loss at a point.
     *
     * @param <T> the numbers
     */
    @FunctionalInterface
    public interface GradientDerivatives<T> {
        /**
         * The derivative ∇^(k+1)L(θ)[v₁, …, v_k].
         *
         * @param directions v₁, …, v_k; none for the gradient itself
         * @return the derivative
         */
        List<T> along(List<List<T>> directions);
    }

    private AdaptiveEvaluator(AdaptiveEquation<Rational> equation, AdaptiveArithmetic<T> numbers) {
        this.equation = equation;
        this.numbers = numbers;
        this.epsilon = numbers.of(given(AdaptiveMethod.EPSILON));
        this.terms =
                IntStream.range(0, equation.order()).mapToObj(equation::terms).toList();
        this.decay = numbers.of(equation.method().hasDecay() ? given(AdaptiveMethod.DECAY) : Rational.ZERO);
    }

    /**
     * The evaluator of an equation.
     *
     * @param equation the equation, all decay rates given
     * @param numbers the numbers
     * @param <T> the numbers
     * @return the evaluator
     * @throws IllegalArgumentException if ε, or the λ of a method with decay, is not given
     */
    public static <T> AdaptiveEvaluator<T> of(AdaptiveEquation<Rational> equation, AdaptiveArithmetic<T> numbers) {
        return new AdaptiveEvaluator<>(equation, numbers);
    }

    /**
     * The orders of the field in doubles.
     *
     * @param equation the equation, all decay rates given
     * @param descent −∇L with all its derivatives
     * @param theta θ
     * @return f₁(θ), …, f_N(θ)
     * @throws IllegalArgumentException if ε or λ is not given
     * @throws ArithmeticException if the denominator of the update has no derivative there
     */
    public static List<double[]> orders(AdaptiveEquation<Rational> equation, VectorField descent, double[] theta) {
        return of(equation, AdaptiveArithmetic.DOUBLES).orders(derivatives(descent, theta), boxed(theta)).stream()
                .map(AdaptiveEvaluator::unboxed)
                .toList();
    }

    /**
     * The terms of the field in doubles.
     *
     * @param equation the equation, all decay rates given
     * @param descent −∇L with all its derivatives
     * @param theta θ
     * @return b(t)/σ(t) F(t) by power of h, in the order of the terms of the equation
     * @throws IllegalArgumentException if ε or λ is not given
     * @throws ArithmeticException if the denominator of the update has no derivative there
     */
    public static List<List<double[]>> terms(AdaptiveEquation<Rational> equation, VectorField descent, double[] theta) {
        return of(equation, AdaptiveArithmetic.DOUBLES).terms(derivatives(descent, theta), boxed(theta)).stream()
                .map(vectors -> vectors.stream().map(AdaptiveEvaluator::unboxed).toList())
                .toList();
    }

    private static GradientDerivatives<Double> derivatives(VectorField descent, double... theta) {
        VectorField gradient = descent.scaled(-1);
        return directions -> boxed(DirectionalDerivative.of(
                gradient,
                theta,
                directions.stream().map(AdaptiveEvaluator::unboxed).toList()));
    }

    private static List<Double> boxed(double[] vector) {
        return Arrays.stream(vector).boxed().toList();
    }

    private static double[] unboxed(List<Double> vector) {
        return vector.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Rational given(String parameter) {
        Rational value = equation.method().given().get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("given " + equation.method().name() + " with " + parameter
                    + " as a symbol, expected a number to evaluate it; add --param " + parameter + "=VALUE");
        }
        return value;
    }

    /**
     * The orders of the field at a point.
     *
     * @param gradient the derivatives of ∇L at θ
     * @param theta θ
     * @return f₁(θ), …, f_N(θ)
     * @throws ArithmeticException if the denominator of the update has no derivative there, or a root is not among the numbers
     */
    public List<List<T>> orders(GradientDerivatives<T> gradient, List<T> theta) {
        List<List<T>> orders = new ArrayList<>();
        for (List<List<T>> ofOnePower : terms(gradient, theta)) {
            List<T> sum = Collections.nCopies(theta.size(), numbers.of(Rational.ZERO));
            for (List<T> term : ofOnePower) {
                sum = zipped(sum, term, true);
            }
            orders.add(sum);
        }
        return orders;
    }

    /**
     * The terms of the field at a point.
     *
     * @param gradient the derivatives of ∇L at θ
     * @param theta θ
     * @return b(t)/σ(t) F(t) by power of h, in the order of the terms of the equation
     * @throws ArithmeticException as {@link #orders(GradientDerivatives, List)}
     */
    public List<List<List<T>>> terms(GradientDerivatives<T> gradient, List<T> theta) {
        AtPoint values = new AtPoint(gradient, theta);
        List<List<List<T>>> byPower = new ArrayList<>();
        for (List<Term<Rational>> ofOnePower : terms) {
            List<List<T>> vectors = new ArrayList<>();
            for (Term<Rational> term : ofOnePower) {
                vectors.add(scaled(term.coefficient(), values.of(term.tree())));
            }
            byPower.add(vectors);
        }
        return byPower;
    }

    private List<T> scaled(Rational factor, List<T> vector) {
        T number = numbers.of(factor);
        return vector.stream().map(entry -> numbers.multiply(number, entry)).toList();
    }

    /** The sum or the product, coordinate by coordinate. */
    private List<T> zipped(List<T> a, List<T> b, boolean isSum) {
        List<T> result = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            result.add(isSum ? numbers.add(a.get(i), b.get(i)) : numbers.multiply(a.get(i), b.get(i)));
        }
        return result;
    }

    /** The differentials at one point. */
    private final class AtPoint {
        private final GradientDerivatives<T> derivatives;
        private final List<T> theta;
        private final List<T> gradient;
        private final List<UpdateDerivatives<T>> updates = new ArrayList<>();
        private final Map<RootedTree, List<T>> known = new HashMap<>();

        AtPoint(GradientDerivatives<T> derivatives, List<T> theta) {
            this.derivatives = derivatives;
            this.theta = theta;
            this.gradient = derivatives.along(List.of());
            AdaptiveMethod method = equation.method();
            for (T entry : gradient) {
                updates.add(UpdateDerivatives.at(
                        numbers, entry, method.place(), epsilon, method.isCentred(), equation.order() - 1));
            }
        }

        /** F(t). */
        List<T> of(RootedTree tree) {
            List<T> value = known.get(tree);
            if (value == null) {
                value = evaluate(tree, tree.children().stream().map(this::of).toList());
                known.put(tree, value);
            }
            return value;
        }

        private List<T> evaluate(RootedTree tree, List<List<T>> children) {
            if (tree.colour().equals(AdaptiveMethod.UPDATE)) {
                return product(update(tree), children);
            }
            if (tree.colour().equals(AdaptiveMethod.DECAY_NODE)) {
                List<T> argument = children.isEmpty() ? theta : children.get(0);
                return product(Collections.nCopies(theta.size(), minus(decay)), List.of(argument));
            }
            if (tree.colour().equals(GRADIENT)) {
                return derivatives.along(children);
            }
            if (tree.colour().equals(SQUARE)) {
                List<T> two = Collections.nCopies(theta.size(), numbers.of(Rational.of(2)));
                return product(children.size() == 1 ? product(two, List.of(gradient)) : two, children);
            }
            throw new IllegalArgumentException(
                    "given the node " + tree.colour() + ", expected one of the adaptive methods: u, w, g or q");
        }

        /** −∂_mⁱ ∂_vʲ ∂_aˡ U. */
        private List<T> update(RootedTree tree) {
            return updates.stream()
                    .map(update -> minus(update.derivative(count(tree, "m"), count(tree, "v"), count(tree, "a"))))
                    .toList();
        }

        private int count(RootedTree tree, String slot) {
            return (int) tree.plantedChildren().stream()
                    .map(PlantedTree::slot)
                    .filter(own -> own.name().equals(slot))
                    .count();
        }

        private T minus(T number) {
            return numbers.multiply(numbers.of(Rational.of(-1)), number);
        }

        private List<T> product(List<T> first, List<List<T>> others) {
            List<T> product = first;
            for (List<T> other : others) {
                product = zipped(product, other, false);
            }
            return product;
        }
    }
}
