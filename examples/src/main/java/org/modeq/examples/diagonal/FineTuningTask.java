package org.modeq.examples.diagonal;

import java.util.List;

/**
 * A main task after a first one that has used the first twelve features: forty features, few equations.
 *
 * @param name its name
 * @param data its equations
 * @param alone the error ‖β − β*‖² of the solution of least ‖β‖₁, as printed
 * @param errors the errors by size of the old features, then by head, as printed
 * @param held the errors with the tiniest head when the other features are held at 0, as printed
 */
record FineTuningTask(String name, SparseRegression data, String alone, List<List<String>> errors, List<String> held) {
    static final int FEATURES = 40;
    static final int OLD_FEATURES = 12;

    /** Sizes a of the old features. */
    static final List<Double> SCALES = List.of(1., 1e-2, 1e-4);

    /** Heads γ. */
    static final List<Double> HEADS = List.of(1e-6, 1e-4, 1e-2, 0.1, 1., 10.);

    /** What u² is of the other features. */
    static final double OTHER = 1e-12;

    /** The main task is a part of the first one, all of it, or has nothing to do with it. */
    static final List<FineTuningTask> ALL = List.of(
            new FineTuningTask(
                    "nested",
                    SparseRegression.of(114, 8, FEATURES, 1, -1, 1),
                    "1.546",
                    List.of(
                            List.of("0.550", "0.550", "0.576", "0.914", "11.8", "1029"),
                            List.of("0.045", "0.089", "1.18", "1.65", "2.45", "11.9"),
                            List.of("0.062", "1.12", "1.58", "2.03", "2.44", "2.47")),
                    List.of("0.550", "0.045", "0.0008")),
            new FineTuningTask(
                    "dense",
                    SparseRegression.of(114, 10, FEATURES, Vectors.of(OLD_FEATURES, j -> j % 2 == 0 ? 0.5 : -0.5)),
                    "3.471",
                    List.of(
                            List.of("1.262", "1.263", "1.285", "1.63", "13.3", "1041"),
                            List.of("2.13", "2.15", "2.03", "2.74", "2.72", "13.2"),
                            List.of("2.37", "2.30", "3.07", "2.76", "2.60", "2.73")),
                    List.of("1.262", "2.13", "2.14")),
            new FineTuningTask(
                    "new",
                    SparseRegression.of(103, 10, FEATURES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 1),
                    "0.000",
                    List.of(
                            List.of("9.12", "9.12", "9.03", "6.13", "12.0", "970"),
                            List.of("9.29", "5.74", "2.67", "0.787", "2.24", "12.0"),
                            List.of("6.08", "2.83", "0.082", "1.08", "2.12", "2.27")),
                    List.of("9.12", "9.42", "9.59")));

    /** u = √(a · aux + rest), aux being 1 for the old features and 0 for the others. */
    static double[] layer(double scale, double rest) {
        return Vectors.of(FEATURES, j -> Math.sqrt((j < OLD_FEATURES ? scale : 0) + rest));
    }

    /** The solution with one path. */
    double[] solution(double scale, double head) {
        return FineTuningStart.onePath(layer(scale, OTHER), head).solution(data);
    }

    /** Its error. */
    double error(double scale, double head) {
        return data.error(solution(scale, head));
    }

    /** The error with one path and the other features held at 0, as if k → 0 there before anything else. */
    double errorOfHeld(double scale, double head) {
        return data.error(FineTuningStart.onePath(layer(scale, OTHER), head)
                .without(j -> j >= OLD_FEATURES)
                .solution(data));
    }

    /** Two paths with w₋ as small as the other features, so that every weight can have either sign. */
    static FineTuningStart twoPaths(double scale, double head) {
        double[] minus = Vectors.of(FEATURES, j -> Math.sqrt(OTHER));
        return FineTuningStart.twoPaths(layer(scale, OTHER), minus, head);
    }

    /** The error with two paths. */
    double errorOfTwoPaths(double scale, double head) {
        return data.error(twoPaths(scale, head).solution(data));
    }
}
