package org.modeq.numeric.precise;

/** What functions say where they do not exist, in the words of the functions on doubles. */
final class Refusals {
    private Refusals() {}

    static void requirePositive(boolean isPositive, double argument) {
        if (!isPositive) {
            throw new ArithmeticException(
                    "the logarithm of " + argument + " does not exist; its argument must be positive");
        }
    }

    static void requireRoot(boolean isFine, double argument) {
        if (!isFine) {
            throw new ArithmeticException(
                    "the root of " + argument + " does not exist; its argument must not be negative");
        }
    }
}
