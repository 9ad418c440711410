package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.ring.Rational;

/**
 * Whether the series of the slow road serves with a step size: its size hτ, and how much its first correction is of the field.
 *
 * @param stepSize h
 * @param memory h times the largest τ
 * @param correction ‖h f₂‖/‖f₁‖, NaN where there is no f₂ or f₁ = 0
 * @param hasScaledRoad whether there is the other road
 */
record SeriesRange(double stepSize, double memory, double correction, boolean hasScaledRoad) {
    /** The first correction as a part of the field from which on the series is of no use. */
    private static final double LARGE = 0.5;

    static SeriesRange of(AdaptiveMethod method, List<double[]> orders, double stepSize) {
        double longest = 0;
        for (Memory memory : method.memories()) {
            Rational beta = method.given().getOrDefault(memory.beta(), Rational.ZERO);
            longest = Math.max(longest, beta.divide(Rational.ONE.subtract(beta)).doubleValue());
        }
        double first = Euclidean.norm(orders.get(0));
        double correction =
                orders.size() > 1 && first > 0 ? stepSize * Euclidean.norm(orders.get(1)) / first : Double.NaN;
        return new SeriesRange(stepSize, stepSize * longest, correction, AdaptiveRoad.hasScaled(method));
    }

    private boolean isLarge() {
        return Double.isNaN(correction) ? memory >= LARGE : correction >= LARGE;
    }

    String text() {
        String other = hasScaledRoad ? "derive --road scaled serves" : "take a smaller h";
        String measured = Double.isNaN(correction)
                ? ", and with --order 2 the first correction says more"
                : String.format(Locale.ROOT, " and ‖h f₂‖/‖f₁‖ = %.3g", correction);
        return String.format(Locale.ROOT, "h = %.6g: hτ = %.4g%s: ", stepSize, memory, measured)
                + (isLarge() ? "the slow road does not serve here, " + other : "the slow road serves here");
    }

    void addTo(ObjectNode root) {
        ObjectNode range = root.putObject("range").put("stepSize", stepSize).put("hTau", memory);
        if (!Double.isNaN(correction)) {
            range.put("correction", correction);
        }
        range.put("serves", isLarge() ? (hasScaledRoad ? "scaled" : "smaller step size") : "slow");
    }
}
