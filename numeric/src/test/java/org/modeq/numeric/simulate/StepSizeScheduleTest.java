package org.modeq.numeric.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.modeq.numeric.simulate.StepSizeSchedule.Cosine;
import org.modeq.numeric.simulate.StepSizeSchedule.Linear;
import org.modeq.numeric.simulate.StepSizeSchedule.Listed;
import org.modeq.numeric.simulate.StepSizeSchedule.Piecewise;
import org.modeq.numeric.simulate.StepSizeSchedule.PowerDecay;
import org.modeq.symbolic.ring.Rational;

@DisplayName("A schedule of step sizes")
class StepSizeScheduleTest {
    private static Rational of(String text) {
        return Rational.parse(text);
    }

    private static void assertValues(StepSizeSchedule schedule, String... values) {
        List<Rational> found =
                IntStream.range(0, values.length).mapToObj(schedule::at).toList();
        assertEquals(List.of(values), found.stream().map(Rational::toString).toList());
    }

    private static Piecewise pieces(Map<Integer, Rational> values) {
        return new Piecewise(new TreeMap<>(values));
    }

    @Test
    @DisplayName("is exact where it is rational: constant, by pieces, on a line, by a whole power, listed")
    void exact() {
        assertValues(StepSizeSchedule.constant(of("1/10")), "1/10", "1/10");
        assertValues(pieces(Map.of(0, of("1/2"), 2, of("1/20"), 3, of("2"))), "1/2", "1/2", "1/20", "2", "2");
        assertEquals(of("2"), pieces(Map.of(0, of("2"))).at(Integer.MAX_VALUE));
        assertValues(new Linear(of("1"), of("0"), 3), "1", "2/3", "1/3", "0", "0");
        assertValues(new Linear(of("1/7"), of("1"), 2), "1/7", "4/7", "1");
        assertValues(new PowerDecay(of("3"), of("2"), of("2")), "3", "4/3", "3/4", "12/25");
        assertValues(new PowerDecay(of("3"), of("0"), of("2")), "3", "3");
        assertValues(new Listed(List.of(of("1/3"), of("1/9"))), "1/3", "1/9");
    }

    /** cos 60° = ½. */
    @Test
    @DisplayName(
            "is a double right to 4 units in the last place for a cosine and a root, and exact at both ends of the wave")
    void nearest() {
        StepSizeSchedule cosine = new Cosine(of("1/10"), of("1/1000"), 6);
        assertEquals(of("1/10"), cosine.at(0));
        assertEquals(of("1/1000"), cosine.at(6));
        assertEquals(of("1/1000"), cosine.at(100));
        assertEquals(0.001 + 0.099 * 0.75, cosine.at(2).doubleValue(), 4 * Math.ulp(0.07));
        assertEquals(0.001 + 0.099 * 0.25, cosine.at(4).doubleValue(), 4 * Math.ulp(0.02));
        StepSizeSchedule root = new PowerDecay(of("1/10"), of("1/2"), of("1"));
        assertEquals(0.05, root.at(3).doubleValue(), Math.ulp(0.05));
        // 1 − cos ε = ε²/2: the last of a million steps.
        double end = new Cosine(of("1"), of("0"), 1_000_000).at(999_999).doubleValue();
        assertEquals(Math.pow(Math.PI / 2e6, 2), end, 1e-11 * end);
        for (int n = 1; n < 6; n++) {
            assertTrue(cosine.at(n).compareTo(cosine.at(n - 1)) < 0, "it falls at " + n);
        }
    }

    @Test
    @DisplayName("after a warm-up begins with its own first value, to which the warm-up goes in equal parts")
    void warmUp() {
        assertValues(
                new Linear(of("1"), of("1/2"), 2).afterWarmUp(4), "1/4", "1/2", "3/4", "1", "1", "3/4", "1/2", "1/2");
        StepSizeSchedule cosine = new Cosine(of("1"), of("0"), 2).afterWarmUp(1);
        assertValues(cosine, "1", "1");
        assertEquals(0.5, cosine.at(2).doubleValue(), 4 * Math.ulp(0.5));
        assertEquals(new Linear(of("1"), of("1/2"), 2), new Linear(of("2/2"), of("1/2"), 2));
    }

    @Test
    @DisplayName("is refused without a beginning, with a step size that is not positive, and beyond its list")
    void refused() {
        refused("begin at step 0", () -> pieces(Map.of(1, of("1"))));
        refused("begin at step 0", () -> pieces(Map.of()));
        refused("step size 0", () -> StepSizeSchedule.constant(Rational.ZERO));
        refused("step size -1", () -> new Listed(List.of(of("-1"))));
        refused("no step size", () -> new Listed(List.of()));
        refused("in 0 steps", () -> new Linear(of("1"), of("1"), 0));
        refused("goes to -1", () -> new Cosine(of("1"), of("-1"), 3));
        refused("the exponent -1", () -> new PowerDecay(of("1"), of("-1"), of("1")));
        refused("the scale 0", () -> new PowerDecay(of("1"), of("1"), of("0")));
        refused("a warm-up of 0 steps", () -> StepSizeSchedule.constant(of("1")).afterWarmUp(0));
        refused("a list of 1 step sizes", () -> new Listed(List.of(of("1"))).at(1));
        refused("step -1", () -> StepSizeSchedule.constant(of("1")).at(-1));
    }

    private static void refused(String expected, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
