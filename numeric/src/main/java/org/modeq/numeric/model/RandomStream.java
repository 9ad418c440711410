package org.modeq.numeric.model;

import java.util.SplittableRandom;

/** Random numbers from a seed; the same on every machine, up to the last digit of logarithm, sine and cosine. */
public final class RandomStream {
    private final SplittableRandom random;

    private RandomStream(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The stream of a seed, from its beginning.
     *
     * @param seed the seed
     * @return a new stream
     */
    public static RandomStream ofSeed(long seed) {
        return new RandomStream(seed);
    }

    /** {@return the next uniform number u, 0 ≤ u &lt; 1} */
    public double uniform() {
        return random.nextDouble();
    }

    /**
     * The next integer ⌊u · bound⌋.
     *
     * @param bound the number of possible values, at least 1
     * @return an integer from 0 to bound − 1
     * @throws IllegalArgumentException if bound &lt; 1
     */
    public int integer(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("given the bound " + bound + ", expected at least 1 possible value");
        }
        return (int) (uniform() * bound);
    }

    /**
     * Normal numbers by the transformation of Box and Muller.
     *
     * <p>Each pair (u₀, u₁) gives r cos 2πu₁ and r sin 2πu₁ with r = √(−2 log(1 − u₀)); of an odd count the last one is
     * dropped.
     *
     * @param count how many, at least 0
     * @return independent numbers of mean 0 and variance 1
     */
    public double[] normals(int count) {
        double[] normals = new double[count];
        for (int i = 0; i < count; i += 2) {
            double radius = Math.sqrt(-2 * Math.log(1 - uniform()));
            double angle = 2 * Math.PI * uniform();
            normals[i] = radius * Math.cos(angle);
            if (i + 1 < count) {
                normals[i + 1] = radius * Math.sin(angle);
            }
        }
        return normals;
    }

    /**
     * A permutation by Fisher and Yates: for i = n − 1, …, 1 the entries i and ⌊u(i + 1)⌋ change places.
     *
     * @param count n
     * @return the numbers 0, …, n − 1 in random order
     */
    public int[] shuffle(int count) {
        int[] permutation = new int[count];
        for (int i = 0; i < count; i++) {
            permutation[i] = i;
        }
        for (int i = count - 1; i > 0; i--) {
            int j = integer(i + 1);
            int moved = permutation[i];
            permutation[i] = permutation[j];
            permutation[j] = moved;
        }
        return permutation;
    }
}
