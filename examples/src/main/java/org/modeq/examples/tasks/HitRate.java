package org.modeq.examples.tasks;

/**
 * How often something was right, with Wilson's interval of 95 %.
 *
 * <p>With p = hits/n and z = 1.96 the interval is (p + z²/2n ± z √(p(1 − p)/n + z²/4n²))/(1 + z²/n): unlike p ± z √(p(1 − p)/n) it stays
 * in [0, 1] and is no point where p is 0 or 1.
 *
 * @param hits how often it was right
 * @param total n, how often it was asked
 */
record HitRate(int hits, int total) {
    private static final double Z = 1.959963984540054;

    double rate() {
        return (double) hits / total;
    }

    double lower() {
        return centre() - halfWidth();
    }

    double upper() {
        return centre() + halfWidth();
    }

    private double centre() {
        return (rate() + Z * Z / (2 * total)) / (1 + Z * Z / total);
    }

    private double halfWidth() {
        double variance = rate() * (1 - rate()) / total + Z * Z / (4.0 * total * total);
        return Z * Math.sqrt(variance) / (1 + Z * Z / total);
    }
}
