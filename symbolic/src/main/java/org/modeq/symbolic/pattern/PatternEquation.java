package org.modeq.symbolic.pattern;

import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;

/**
 * A series over patterns with what it is the series of.
 *
 * @param method as the command line writes it: {@code shuffle:m}, {@code sgd}
 * @param kind what the series is
 * @param noise what a block of a centred generator stands for; of epochs always {@link Noise#BATCHES}
 * @param series the series
 */
public record PatternEquation(String method, Kind kind, Noise noise, PatternSeries series) implements Displayable {
    /** What a series over patterns is. */
    public enum Kind {
        /** The field of the mean map of shuffled epochs. */
        FIELD("θ̇ is the field of the mean over all orders, θ ↦ 𝔼θ′"),
        /** The mean of the modified fields of all orders, as when one order is drawn and kept. */
        MEAN_OF_FIELDS("θ̇ is the mean over all orders of the modified field of each"),
        /** The field of the mean map of epochs of independent draws. */
        RESAMPLED("θ̇ is the field of the mean over m independent draws, θ ↦ 𝔼θ′"),
        /** The modified generator of independent draws. */
        GENERATOR("𝔼φ(θ + h f_a(θ)) = (exp(h𝓛) φ)(θ), a drawn anew every step");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        /** {@return what takes time h, save where a series in means counts the batches} */
        public String clock() {
            return this == GENERATOR ? "step" : "epoch";
        }

        /** {@return what the series is, in a line} */
        public String meaning() {
            return meaning;
        }

        /**
         * The equation of this kind.
         *
         * @param method as the command line writes it
         * @param order N ≥ 1
         * @param isCentred whether in the mean field and deviations from it
         * @return the equation
         */
        public PatternEquation of(String method, int order, boolean isCentred) {
            PatternSeries series = switch (this) {
                case FIELD -> isCentred ? ShuffledEpoch.centredField(order) : ShuffledEpoch.field(order);
                case MEAN_OF_FIELDS ->
                    isCentred ? ShuffledEpoch.centredMeanOfFields(order) : ShuffledEpoch.meanOfFields(order);
                case RESAMPLED -> isCentred ? ResampledEpoch.centredField(order) : ResampledEpoch.field(order);
                case GENERATOR -> isCentred ? SamplingGenerator.centred(order) : SamplingGenerator.of(order);
            };
            return new PatternEquation(method, this, Noise.BATCHES, series);
        }
    }

    /**
     * The modified generator of steps with some noise, in the mean field and the noise.
     *
     * @param order N ≥ 1
     * @param noise what is known of it
     * @return the equation
     */
    public static PatternEquation generator(int order, Noise noise) {
        return new PatternEquation("sgd", Kind.GENERATOR, noise, SamplingGenerator.centred(order, noise));
    }

    /** {@return whether its letters are summed over all batches, rather than averaged} */
    public boolean isOfSums() {
        return !series.isCentred() && (kind == Kind.FIELD || kind == Kind.MEAN_OF_FIELDS);
    }

    /** {@return what its letters mean, in a line} */
    public String conventions() {
        String time = kind == Kind.GENERATOR || isOfSums() ? "time h per " + kind.clock() : "time m·h per epoch";
        String letters;
        if (!series.isCentred()) {
            letters = "f_a = −∇L_a for each batch, "
                    + (isOfSums() ? "Σ over all batches for each letter" : "E over independent draws of the letters");
        } else if (kind == Kind.GENERATOR) {
            letters = noise.meaning();
        } else {
            letters = "f the mean field, d_a = f_a − f, ⟨·⟩ the mean over the m batches";
        }
        String meaning = noise == Noise.BATCHES
                ? kind.meaning()
                : "𝔼φ(θ + h (f + d)(θ)) = (exp(h𝓛) φ)(θ), d drawn anew every step";
        return meaning + "; " + letters + "; " + time;
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
