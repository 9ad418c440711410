package org.modeq.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.modeq.numeric.study.PhasePortrait;

/**
 * The same run with other step sizes to the same time, for a slider.
 *
 * @param portraits the runs, the step size rising
 * @param place which of them has the step size that was asked for
 */
record StepFrames(List<PhasePortrait> portraits, int place) {
    private static final int MOST_STEPS = 300;

    StepFrames {
        portraits = List.copyOf(portraits);
    }

    /** The run itself. */
    PhasePortrait shown() {
        return portraits.get(place);
    }

    /** The places of the runs, the one that was asked for first, then its neighbours, and so on outwards. */
    List<Integer> places() {
        return IntStream.range(0, portraits.size())
                .boxed()
                .sorted(Comparator.comparing(other -> Math.abs(other - place)))
                .toList();
    }

    /** One run alone. */
    static StepFrames of(PhasePortrait portrait) {
        return new StepFrames(List.of(portrait), 0);
    }

    /**
     * Runs of 4, 2, 4/3, 1, 2/3, 1/2, 1/3 and 1/4 times as many steps; those whose first step leaves the finite numbers are left out.
     *
     * @param run the run for a step size and a number of steps
     * @throws ArithmeticException if the first step of the run itself is not finite
     */
    static StepFrames around(double stepSize, int steps, BiFunction<Double, Integer, PhasePortrait> run) {
        PhasePortrait itself = run.apply(stepSize, steps);
        List<PhasePortrait> portraits = new ArrayList<>();
        int place = 0;
        int[] counts = IntStream.of(
                        4 * steps, 2 * steps, 4 * steps / 3, steps, 2 * steps / 3, steps / 2, steps / 3, steps / 4)
                .filter(count -> count >= 1 && (count <= MOST_STEPS || count == steps))
                .distinct()
                .toArray();
        for (int count : counts) {
            if (count == steps) {
                place = portraits.size();
                portraits.add(itself);
            } else {
                finite(stepSize * steps / count, count, run).ifPresent(portraits::add);
            }
        }
        return new StepFrames(portraits, place);
    }

    private static Optional<PhasePortrait> finite(
            double stepSize, int steps, BiFunction<Double, Integer, PhasePortrait> run) {
        try {
            return Optional.of(run.apply(stepSize, steps));
        } catch (ArithmeticException notFinite) {
            return Optional.empty();
        }
    }
}
