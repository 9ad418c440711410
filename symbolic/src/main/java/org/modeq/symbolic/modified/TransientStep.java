package org.modeq.symbolic.modified;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The transient of a method with memory: one field for each step of a run from rest.
 *
 * <p>With Φ_n the map from θ₀ to θ_n of a run with θ_m = θ₀ for m ≤ 0 and all averages and velocities 0 before step 0, step n is the map Ψ_n with Φ_{n+1} = Ψ_n ∘ Φ_n, and
 * its field is f̃_n = log Ψ_n / h: its exact time-h flow carries θ_n to θ_{n+1}, exactly and from every start. As n grows
 * it tends to the field on the slow manifold, which is {@link ModifiedEquation}. The first step, n = 0, knows no past:
 * its field is that of gradient descent.
 */
public final class TransientStep {
    /** The letter for the step. */
    private static final String SYMBOL = "n";

    private TransientStep() {}

    /**
     * The modified equation of step n of a run from rest.
     *
     * @param method a method with memory
     * @param step n ≥ 0
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return θ̇ = f̃_n
     * @throws IllegalArgumentException if n &lt; 0, N &lt; 1, the trees do not fit into memory, or the method has no memory
     */
    public static <E> ModifiedEquation<E> equation(Method<E> method, int step, int order) {
        LinearMultistep<E> recurrence = recurrence(method);
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        BSeriesMap<E> before = recurrence.mapFromRest(step, order);
        BSeriesMap<E> after = recurrence.mapFromRest(Math.addExact(step, 1), order);
        LinearMultistep<E> described =
                recurrence.over(method.ring(), element -> element, remark(Integer.toString(step)), Map.of());
        return new ModifiedEquation<>(described, before.inverse().then(after).logarithm());
    }

    /**
     * The modified equation of step n with n a symbol: coefficients are polynomials in n and in βⁿ for each pole β, valid at every
     * n ≥ 0.
     *
     * <p>Exact: P(t; n) and P(t; n+1) in closed form, then the same logarithm as for a number, in the ring ℚ(β)[n, βⁿ].
     *
     * @param method heavy ball, Nesterov's method, an exponential average, or a linear memory whose poles are parameters or numbers
     * @param order N ≥ 1, the highest |t|
     * @return θ̇ = f̃_n
     * @throws IllegalArgumentException as {@link EffectiveStart#of}, or if a pole is neither, or a parameter is called n
     */
    public static ModifiedEquation<ParameterFraction> equation(Method<?> method, int order) {
        return closed(recurrence(method), order);
    }

    private static <E> ModifiedEquation<ParameterFraction> closed(LinearMultistep<E> method, int order) {
        ModifiedEquation.requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        if (method.parameters().containsKey(SYMBOL)) {
            throw new IllegalArgumentException("given " + method.name() + " with a parameter " + SYMBOL + " and --step "
                    + SYMBOL + ", expected another name for the parameter");
        }
        RunFromRest<E> run = RunFromRest.of(method, order);
        ParameterRing ring = run.ring() instanceof ParameterRing own ? own : ParameterRing.of(List.of());
        Map<RootedTree, ParameterFraction> before = new TreeMap<>();
        Map<RootedTree, ParameterFraction> after = new TreeMap<>();
        run.byTree().forEach((tree, sum) -> {
            before.put(tree, inSymbols(sum, ring));
            after.put(tree, inSymbols(sum.shifted(1), ring));
        });
        BSeriesMap<ParameterFraction> inverse =
                BSeriesMap.of(ring, order, before).inverse();
        LinearMultistep<ParameterFraction> described =
                method.over(ring, element -> element(element, ring), remark(SYMBOL), Map.of(SYMBOL, SYMBOL));
        return new ModifiedEquation<>(
                described, inverse.then(BSeriesMap.of(ring, order, after)).logarithm());
    }

    /** Σ c_jk nʲ q^k with symbols for n and each βⁿ. */
    private static <E> ParameterFraction inSymbols(TransientSum<E> sum, ParameterRing ring) {
        ParameterFraction n = ring.parameter(SYMBOL);
        List<ParameterFraction> powers = sum.poles().stream()
                .map(pole -> ring.of(ParameterPolynomial.exponential(pole.toString(), SYMBOL)))
                .toList();
        ParameterFraction result = ring.zero();
        for (Map.Entry<List<Integer>, List<E>> entry : sum.byPowers().entrySet()) {
            ParameterFraction polynomial = ring.zero();
            for (int j = entry.getValue().size() - 1; j >= 0; j--) {
                polynomial = ring.add(
                        ring.multiply(polynomial, n), element(entry.getValue().get(j), ring));
            }
            for (int i = 0; i < powers.size(); i++) {
                polynomial = ring.multiply(
                        polynomial, ring.pow(powers.get(i), entry.getKey().get(i)));
            }
            result = ring.add(result, polynomial);
        }
        return result;
    }

    private static ParameterFraction element(Object element, ParameterRing ring) {
        if (element instanceof Rational number) {
            return ring.of(number);
        }
        if (element instanceof ParameterFraction fraction) {
            return ring.equals(fraction.ring()) ? fraction : ring.embedded(fraction);
        }
        throw new AssertionError(element);
    }

    private static <E> LinearMultistep<E> recurrence(Method<E> method) {
        if (method instanceof LinearMultistep<E> recurrence) {
            return recurrence;
        }
        throw new IllegalArgumentException("given a step of " + method.name()
                + ", expected a method with memory such as heavy-ball: all steps of other methods are alike");
    }

    private static String remark(String step) {
        return "step " + step + " of a run from rest, all averages and velocities 0 before its first step";
    }
}
