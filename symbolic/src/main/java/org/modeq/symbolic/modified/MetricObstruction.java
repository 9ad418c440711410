package org.modeq.symbolic.modified;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Why a field has no metric form at a power of h: a combination of trees that is 0 on M_k ∇L + ∇L_(k+1) for all M_k and
 * L_(k+1), but not on what they must add up to, −f_(k+1) − Σ_(0&lt;j&lt;k) M_j ∇L_(k−j+1).
 *
 * <p>It is a left null vector of the linear system of {@link MetricForm}. With b_c the factors of f₁ = Σ b_c f_c, c(t) is
 * the coefficient of G(t) divided by b_c for each vertex of t, c its colour: that of G(t) in terms of the losses b_c L_c.
 *
 * <p>The system has the chosen terms of lower powers in its right side. For k = 1 there are none, and for k = 2 the choice
 * does not matter ({@link MetricForm}) if all b_c ≠ 0: then no field −M ∇L̃ with terms of the form asked for agrees with f̃
 * through h^k. Otherwise this is said of the chosen terms only.
 *
 * @param power k
 * @param combination the factor of c(t) for each tree t that counts
 * @param value the combination of what is needed, not 0
 * @param isForAllChoices whether no choice of the terms of lower powers helps
 * @param <E> the coefficients
 */
public record MetricObstruction<E>(
        int power, SortedMap<RootedTree, Rational> combination, E value, boolean isForAllChoices) {
    /** {@return in ASCII, as {@code c(A[B]) - c(A[C]) - … is 0 on M_1 grad L + grad L_2 for all M_1 and L_2, but must be 1}} */
    @Override
    public String toString() {
        String sum =
                combination.entrySet().stream().map(MetricObstruction::term).collect(Collectors.joining());
        String matrix = "M_" + power;
        String loss = "L_" + (power + 1);
        return (sum.startsWith(" + ") ? sum.substring(3) : "-" + sum.substring(3)) + " is 0 on " + matrix
                + " grad L + grad " + loss + " for all " + matrix + " and " + loss + ", but must be " + value
                + (isForAllChoices ? "" : " given the terms of lower powers")
                + "; c(t) is the coefficient of G(t) over those of its vertices in f_1";
    }

    private static String term(Map.Entry<RootedTree, Rational> entry) {
        Rational factor = entry.getValue();
        String size = factor.abs().equals(Rational.ONE) ? "" : factor.abs() + " ";
        return (factor.signum() < 0 ? " - " : " + ") + size + "c(" + entry.getKey() + ")";
    }
}
