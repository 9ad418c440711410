package org.modeq.numeric.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * A Runge–Kutta step with a tableau for every field, Y_i = θ + h Σ_c Σ_l a^c_il f_c(Y_l), θ′ = θ + h Σ_c Σ_i b^c_i f_c(Y_i).
 *
 * <p>Stages that depend on earlier ones only are computed in turn. If one depends on itself or a later one, all are iterated
 * from Y_i = θ to the fixed point, which exists for small h; in power series of h every iteration brings one power more.
 */
public final class RungeKuttaStep implements Optimizer {
    private final SortedMap<Colour, Tableau<Rational>> tableaus;
    private final int stages;
    private final boolean isExplicit;

    private RungeKuttaStep(SortedMap<Colour, Tableau<Rational>> tableaus) {
        this.tableaus = tableaus;
        this.stages = tableaus.values().iterator().next().stages();
        this.isExplicit = tableaus.values().stream().allMatch(RungeKuttaStep::isExplicit);
    }

    /**
     * A step.
     *
     * @param tableaus the tableau of each field, all with the same number of stages
     * @return the step
     * @throws IllegalArgumentException if there is no field or the numbers of stages differ
     */
    public static RungeKuttaStep of(Map<Colour, Tableau<Rational>> tableaus) {
        if (tableaus.values().stream().map(Tableau::stages).distinct().count() != 1) {
            throw new IllegalArgumentException("given tableaus for the fields " + new TreeSet<>(tableaus.keySet())
                    + ", expected at least one field and the same number of stages for each");
        }
        return new RungeKuttaStep(new TreeMap<>(tableaus));
    }

    private static boolean isExplicit(Tableau<Rational> tableau) {
        for (int i = 0; i < tableau.stages(); i++) {
            for (int l = i; l < tableau.stages(); l++) {
                if (!tableau.a().get(i).get(l).isZero()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return the tableau of each field} */
    public SortedMap<Colour, Tableau<Rational>> tableaus() {
        return Collections.unmodifiableSortedMap(tableaus);
    }

    @Override
    public SortedSet<Colour> fields() {
        return new TreeSet<>(tableaus.keySet());
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public <V> V step(StepArithmetic<V> arithmetic, List<V> last) {
        V theta = last.get(0);
        Increments<V> increments = new Increments<>(arithmetic);
        List<V> points = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            points.add(isExplicit ? increments.stage(theta, i) : theta);
            increments.evaluate(points.get(i), i);
        }
        for (int iterations = 1; !isExplicit; iterations++) {
            List<V> next = new ArrayList<>();
            for (int i = 0; i < stages; i++) {
                next.add(increments.stage(theta, i));
            }
            boolean areSettled = true;
            for (int i = 0; i < stages; i++) {
                areSettled &= arithmetic.isSettled(points.get(i), next.get(i), iterations);
                increments.evaluate(next.get(i), i);
            }
            if (areSettled) {
                break;
            }
            points = next;
        }
        return increments.end(theta);
    }

    /** h f_c(Y_l) of the stages computed so far. */
    private final class Increments<V> {
        private final StepArithmetic<V> arithmetic;
        private final SortedMap<Colour, List<V>> values = new TreeMap<>();

        Increments(StepArithmetic<V> arithmetic) {
            this.arithmetic = arithmetic;
            tableaus.keySet().forEach(colour -> values.put(colour, new ArrayList<>()));
        }

        void evaluate(V point, int stage) {
            values.forEach((colour, ofColour) -> {
                V increment = arithmetic.increment(colour, point);
                if (stage < ofColour.size()) {
                    ofColour.set(stage, increment);
                } else {
                    ofColour.add(increment);
                }
            });
        }

        V stage(V theta, int i) {
            return moved(theta, tableau -> tableau.a().get(i));
        }

        V end(V theta) {
            return moved(theta, Tableau::b);
        }

        /** θ moved by the stages whose weight is not 0; in an explicit method no other weight meets a missing stage. */
        private V moved(V theta, Function<Tableau<Rational>, List<Rational>> row) {
            List<Rational> weights = new ArrayList<>();
            List<V> vectors = new ArrayList<>();
            values.forEach((colour, ofColour) -> {
                List<Rational> ofRow = row.apply(tableau(colour));
                for (int l = 0; l < stages; l++) {
                    if (!ofRow.get(l).isZero()) {
                        weights.add(ofRow.get(l));
                        vectors.add(ofColour.get(l));
                    }
                }
            });
            return arithmetic.moved(theta, weights, vectors);
        }

        private Tableau<Rational> tableau(Colour colour) {
            return Objects.requireNonNull(tableaus.get(colour));
        }
    }
}
