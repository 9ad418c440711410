package org.modeq.examples.experiment;

import java.util.List;
import java.util.stream.IntStream;

/** Slopes of errors whose step is halved from one to the next: log₂ eₖ/eₖ₊₁, the power of the step that an error falls with. */
public final class Slopes {
    private Slopes() {}

    /**
     * Every pair's slope.
     *
     * @param errors the errors, of h, h/2, h/4, …
     * @return one slope fewer than there are errors
     */
    public static List<Double> of(List<Double> errors) {
        return IntStream.range(1, errors.size())
                .mapToObj(k -> slope(errors.get(k - 1), errors.get(k)))
                .toList();
    }

    /**
     * The last pair's slope.
     *
     * @param errors the errors, of h, h/2, h/4, …
     * @return its slope
     * @throws IllegalArgumentException if there are fewer than two
     */
    public static double last(List<Double> errors) {
        if (errors.size() < 2) {
            throw new IllegalArgumentException(
                    "given " + errors.size() + " errors, expected two at least: a slope belongs to a pair");
        }
        return slope(errors.get(errors.size() - 2), errors.get(errors.size() - 1));
    }

    /**
     * One pair's slope.
     *
     * @param larger the error of the larger step
     * @param smaller the error of half that step
     * @return log₂ of their ratio
     */
    public static double slope(double larger, double smaller) {
        return Math.log(larger / smaller) / Math.log(2);
    }
}
