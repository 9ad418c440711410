package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EulerSequence;
import org.modeq.numeric.simulate.Optimizer;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** What one should know about a step size: where the series ends, where the run does, and what hides between its steps. */
final class RegimeWarnings {
    /** A transient of this size is no longer seen. */
    private static final double GONE = 1e-3;

    private final Run run;
    private final List<double[]> points;
    private final double stepSize;

    /**
     * An optimizer and its fields.
     *
     * @param optimizer the optimizer
     * @param fields f_c by colour
     */
    record Run(Optimizer optimizer, Map<Colour, VectorField> fields) {}

    /** The warnings at some points of a run. */
    RegimeWarnings(Run run, List<double[]> points, double stepSize) {
        this.run = run;
        this.points = points;
        this.stepSize = stepSize;
    }

    /** What the optimizer bears. */
    LinearStability limits() {
        return LinearStability.of(run.optimizer());
    }

    /** For h·λ_max of f₁, the number of the smallest term, and the order at which the series is cut off. */
    List<String> of(double hLambda, int smallest, int order) {
        List<String> warnings = new ArrayList<>();
        LinearStability limits = limits();
        if (hLambda >= limits.stable()) {
            warnings.add("h·λ_max = " + rounded(hLambda) + " ≥ " + rounded(limits.stable())
                    + ": the iterates themselves leave every minimum of this curvature; take a smaller step size");
        } else if (hLambda >= limits.reach()) {
            warnings.add("h·λ_max = " + rounded(hLambda) + " ≥ " + rounded(limits.reach())
                    + ": the series diverges and there is no real flow through the iterates; take a smaller step size");
        }
        if (run.optimizer() instanceof EulerSequence sequence) {
            blocks(sequence, warnings);
        }
        if (limits.parasitic() > 0 && limits.parasitic() < 1) {
            long steps = (long) Math.ceil(Math.log(GONE) / Math.log(limits.parasitic()));
            warnings.add("a run from rest comes onto the slow manifold like " + rounded(limits.parasitic())
                    + "ⁿ, below 1/1000 after " + steps
                    + " steps; what is measured here starts on it: leave out the first steps of a run of your own");
        }
        if (order > smallest) {
            warnings.add("the smallest term is that of order " + smallest + ": cut off at order " + order
                    + ", beyond it, the series is not the flow; take a smaller step size or a lower order");
        }
        return warnings;
    }

    /** A task that acts n times in a row moves by n·h: that is what the series in brackets is in. */
    private void blocks(EulerSequence sequence, List<String> warnings) {
        List<SortedMap<Colour, Rational>> steps = sequence.steps();
        int first = 0;
        while (first < steps.size()) {
            int last = first;
            while (last + 1 < steps.size() && steps.get(last + 1).equals(steps.get(first))) {
                last++;
            }
            int length = last - first + 1;
            if (length > 1 && length < steps.size()) {
                double moved = length * stepSize * curvature(steps.get(first));
                String warning = String.join(" + ", names(steps.get(first))) + " acts " + length
                        + " times in a row, n·h·λ_max = " + rounded(moved)
                        + " ≥ 1: the brackets are a series in n·h, which diverges; take shorter blocks or a smaller step size";
                if (moved >= 1 && !warnings.contains(warning)) {
                    warnings.add(warning);
                }
            }
            first = last + 1;
        }
    }

    private static List<String> names(SortedMap<Colour, Rational> step) {
        return step.keySet().stream().map(Colour::name).toList();
    }

    /** Σ |w_c| λ_max(f_c), the largest along the run. */
    private double curvature(SortedMap<Colour, Rational> step) {
        double largest = 0;
        for (double[] point : points) {
            double sum = 0;
            for (Map.Entry<Colour, Rational> part : step.entrySet()) {
                VectorField field = Objects.requireNonNull(run.fields().get(part.getKey()));
                sum += Math.abs(part.getValue().doubleValue()) * RegimeCheck.spectralRadius(field, point);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
