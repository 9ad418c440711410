package org.modeq.symbolic.pattern;

/**
 * A series over patterns with what it is the series of.
 *
 * @param method as the command line writes it: {@code shuffle:m}, {@code sgd}
 * @param kind what the series is
 * @param series the series
 */
public record PatternEquation(String method, Kind kind, PatternSeries series) {
    /** What a series over patterns is. */
    public enum Kind {
        /** The field of the mean map of shuffled epochs. */
        FIELD("epoch", "θ̇ is the field of the mean over all orders, θ ↦ 𝔼θ′"),
        /** The mean of the modified fields of all orders. */
        MEAN_OF_FIELDS("epoch", "θ̇ is the mean over all orders of the modified field of each"),
        /** The modified generator of independent draws. */
        GENERATOR("step", "𝔼φ(θ + h f_a(θ)) = (exp(h𝓛) φ)(θ), a drawn anew every step");

        private final String clock;
        private final String meaning;

        Kind(String clock, String meaning) {
            this.clock = clock;
            this.meaning = meaning;
        }

        /** {@return what takes time h, save where a series in means counts the batches} */
        public String clock() {
            return clock;
        }

        /** {@return what the series is, in a line} */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * The field of shuffled epochs.
     *
     * @param method as the command line writes it
     * @param order N ≥ 1
     * @param isCentred whether in the mean field and deviations from it
     * @return the equation
     */
    public static PatternEquation shuffled(String method, int order, boolean isCentred) {
        return new PatternEquation(
                method, Kind.FIELD, isCentred ? ShuffledEpoch.centredField(order) : ShuffledEpoch.field(order));
    }

    /**
     * The mean of the modified fields of all orders of an epoch.
     *
     * @param method as the command line writes it
     * @param order N ≥ 1
     * @return the equation
     */
    public static PatternEquation meanOfFields(String method, int order) {
        return new PatternEquation(method, Kind.MEAN_OF_FIELDS, ShuffledEpoch.meanOfFields(order));
    }

    /**
     * The modified generator of SGD.
     *
     * @param order N ≥ 1
     * @param isCentred whether in the mean field and the central moments of the noise
     * @return the equation
     */
    public static PatternEquation generator(int order, boolean isCentred) {
        return new PatternEquation(
                "sgd", Kind.GENERATOR, isCentred ? SamplingGenerator.centred(order) : SamplingGenerator.of(order));
    }

    /** {@return what its letters mean, in a line} */
    public String conventions() {
        boolean isGenerator = kind == Kind.GENERATOR;
        if (!series.isCentred()) {
            return kind.meaning() + "; f_a = −∇L_a for each batch, "
                    + (isGenerator ? "E over independent draws of the letters" : "Σ over all batches for each letter")
                    + "; time h per " + kind.clock();
        }
        return kind.meaning() + "; f the mean field, d_a = f_a − f, ⟨·⟩ the mean over "
                + (isGenerator ? "draws; time h per step" : "the m batches; time m·h per epoch");
    }
}
