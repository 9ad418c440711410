package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The state of an optimizer with momentum")
class MomentumStateTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static Map<String, String> written(Map<RootedTree, ?> series) {
        Map<String, String> written = new TreeMap<>();
        series.forEach((tree, value) -> written.put(tree.toString(), value.toString()));
        return written;
    }

    @Test
    @DisplayName(
            "is changed by a swap of averaged steps in the first order of h, by β(1−β)(A − B), and its velocity by −(1−β)²(A − B)")
    void averages() {
        MomentumState.Swap<?> swap =
                MomentumState.named("ema", new TreeMap<>(), 1).swap(A, B);
        assertEquals(
                Map.of("A", "beta-beta^2", "B", "-beta+beta^2"),
                written(swap.position().nonzero()));
        assertEquals(
                Map.of("A", "-1+2*beta-beta^2", "B", "1-2*beta+beta^2"),
                written(swap.velocity().nonzero()));
    }

    /** By hand: v₁ = βv + wA, B at θ + hv₁ is B + hB′v₁. */
    @Test
    @DisplayName("is changed by a swap of heavy balls in the second order by A′B, B′A and the old velocity")
    void secondOrder() {
        MomentumState.Swap<?> swap =
                MomentumState.named("heavy-ball", new TreeMap<>(), 2).swap(A, B);
        Map<String, String> expected =
                Map.of("A", "beta", "B", "-beta", "B[A]", "1", "A[B]", "-1", "B[v]", "beta", "A[v]", "-beta");
        assertEquals(expected, written(swap.position().nonzero()));
    }

    @Test
    @DisplayName("without momentum is changed by a swap as by two Euler steps, to order 5, at first by the bracket")
    void withoutMomentum() {
        MomentumState.Swap<?> swap =
                MomentumState.named("none", new TreeMap<>(), 5).swap(A, B);
        BSeriesMap<Rational> forward = StepMap.of(Methods.parseRational("sequence:A,B"), 5);
        BSeriesMap<Rational> backward = StepMap.of(Methods.parseRational("sequence:B,A"), 5);
        Map<RootedTree, Rational> difference = new TreeMap<>(forward.nonzero());
        backward.nonzero().forEach((tree, value) -> difference.merge(tree, value.negate(), Rational::add));
        difference.values().removeIf(Rational::isZero);
        assertEquals(written(difference), written(swap.position().nonzero()));
        assertEquals("1", written(swap.position().nonzero()).get("B[A]"));
        assertEquals("-1", written(swap.position().nonzero()).get("A[B]"));
    }

    /** Another road: the recurrence of the method over its last points, where v begins at 0. */
    @ParameterizedTest(name = "of {0} with β = {1} after steps on one task from v = 0 is the run from rest")
    @CsvSource({"ema, 2/3", "heavy-ball, 1/2"})
    void oneTask(String momentum, String beta) {
        TreeMap<String, Rational> values = new TreeMap<>(Map.of("beta", Rational.parse(beta)));
        LinearMultistep<Rational> method =
                (LinearMultistep<Rational>) Methods.parseRational(momentum, new MethodParameters(values, List.of()));
        Rational b = Rational.parse(beta);
        Rational weight = momentum.equals("ema") ? Rational.ONE.subtract(b) : Rational.ONE;
        MomentumState<Rational> state = MomentumState.start(Rationals.RATIONALS, b, weight, 5);
        for (int n = 1; n <= 4; n++) {
            state = state.step(Colour.F);
            BSeriesMap<Rational> run = method.mapFromRest(n, 5);
            Map<RootedTree, Rational> withoutVelocity =
                    new TreeMap<>(state.position().nonzero());
            withoutVelocity.keySet().removeIf(tree -> tree.colours().contains(MomentumState.VELOCITY));
            assertEquals(run.nonzero(), withoutVelocity, "after " + n + " steps");
        }
    }

    @Test
    @DisplayName("has no task called v, no momentum of another name and no other parameters")
    void refused() {
        MomentumState<?> state = MomentumState.named("ema", new TreeMap<>(), 2);
        assertThrows(IllegalArgumentException.class, () -> state.step(MomentumState.VELOCITY));
        assertThrows(IllegalArgumentException.class, () -> MomentumState.named("adam", new TreeMap<>(), 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> MomentumState.named("none", new TreeMap<>(Map.of("beta", Rational.ONE)), 2));
    }
}
