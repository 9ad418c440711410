package org.modeq.symbolic.modified;

import java.util.List;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The modifying equation of a method up to an order, that is its modifying integrator: the field f + h g₂ + … + h^(N−1)
 * g_N which, given to the method in place of f, makes each step the exact time-h flow of f.
 *
 * <p>The term of order h^(j−1) is the counter term of the order j: it cancels the error that the method would make
 * there. Known: for explicit Euler b(t) = 1/γ(t), the Taylor series of the flow. Chartier, Hairer and Vilmart,
 * <em>Numerical integrators based on modified differential equations</em> (2007).
 *
 * @param method the optimizer, of one field
 * @param field the modifying vector field, known to order N
 * @param <E> the coefficients
 */
public record ModifyingEquation<E>(Method<E> method, BSeriesField<E> field) implements FieldEquation<E> {
    /** The cuts and skeletons of a tree of order k take this times 1.5ᵏ bytes; measured to order 12. */
    private static final double BYTES_PER_TREE = 150;

    /**
     * Derives the modifying equation: the inverse, under substitution, of the modified field.
     *
     * <p>With b the modified field, the method given the field m has the modified field m ⋆ b, and m ⋆ b = f is to
     * hold. Exact; the cost of the modified equation and of one substitution.
     *
     * @param method the optimizer
     * @param order N ≥ 1, the highest |t|
     * @param <E> the coefficients
     * @return the equation
     * @throws IllegalArgumentException if N &lt; 1, the method has several fields, one step is not a change of first
     *     order in h, or the trees up to order N do not fit into memory
     */
    public static <E> ModifyingEquation<E> of(Method<E> method, int order) {
        if (method.fields().size() != 1) {
            throw new IllegalArgumentException("given " + method.name() + " with the fields " + method.fields()
                    + ", expected a method of one field: several fields can share the counter terms in many ways");
        }
        requireThatItFits(method, order, Runtime.getRuntime().maxMemory());
        BSeriesField<E> modified = ModifiedEquation.of(method, order).field();
        return new ModifyingEquation<>(method, modified.substitutionInverse());
    }

    /** Refuses an order whose cuts and skeletons need more than three quarters of the given memory. */
    static void requireThatItFits(Method<?> method, int order, long bytes) {
        ModifiedEquation.requireThatItFits(method, order, bytes);
        double stored = 0;
        for (int k = 1; k < order; k++) {
            double perTree = BYTES_PER_TREE * Math.pow(1.5, k);
            stored += TreeEnumeration.count(k, 1).doubleValue() * perTree;
            if (stored > bytes * 0.75) {
                throw new IllegalArgumentException("order " + order + " of the modifying equation of " + method.name()
                        + " needs more than the " + (bytes >> 20)
                        + " MB of memory there are; the largest order that fits is "
                        + k + " (more memory: MODEQ_JAVA_OPTS=-Xmx…)");
            }
        }
    }

    @Override
    public ModifyingEquation<E> truncated(int order) {
        return new ModifyingEquation<>(method, field.truncated(order));
    }

    @Override
    public String command() {
        return "modifying";
    }

    /**
     * The counter term of an order, the terms that cancel the error there, also those with the coefficient zero.
     *
     * @param order j with 1 ≤ j ≤ N; the term has the factor h^(j−1), and f itself is that of the order 1
     * @return the terms, in canonical order of the trees
     */
    public List<Term<E>> counterTerm(int order) {
        return terms(order - 1);
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
