package org.modeq.symbolic.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dimensions of the graded parts of the free Lie algebra: how many elements every basis has. */
public final class FreeLieDimension {
    private FreeLieDimension() {}

    /**
     * Witt's formula for k letters of weight 1: d_n = 1/n · Σ_{d | n} μ(d) k^(n/d).
     *
     * <p>Witt (1937); Reutenauer (1993), chapter 4. Exact; n steps.
     *
     * @param letters k
     * @param degree n
     * @return the dimension in degree n
     * @throws IllegalArgumentException if k &lt; 1 or n &lt; 1
     */
    public static BigInteger witt(int letters, int degree) {
        if (letters < 1 || degree < 1) {
            throw new IllegalArgumentException("given " + letters + " letters and degree " + degree
                    + ", expected at least 1 of each; degree 1 has the dimension of the letters");
        }
        BigInteger sum = BigInteger.ZERO;
        for (int d = 1; d <= degree; d++) {
            if (degree % d == 0) {
                BigInteger power = BigInteger.valueOf(letters).pow(degree / d);
                sum = sum.add(power.multiply(BigInteger.valueOf(moebius(d))));
            }
        }
        return sum.divide(BigInteger.valueOf(degree));
    }

    /**
     * Witt's formula for a content, the number mᵢ of each letter: d = 1/|m| · Σ_{d | gcd m} μ(d) (|m|/d)! / Π (mᵢ/d)!.
     *
     * <p>Witt (1937). Exact.
     *
     * @param content mᵢ ≥ 1 by letter
     * @return the number of Lyndon words with that content
     * @throws IllegalArgumentException if there is no letter or one has mᵢ &lt; 1
     */
    public static BigInteger ofContent(Map<Letter, Integer> content) {
        if (content.isEmpty() || content.values().stream().anyMatch(m -> m < 1)) {
            throw new IllegalArgumentException(
                    "given the content " + content + ", expected each letter at least once, as {A=2, B=1}");
        }
        int length = content.values().stream().mapToInt(m -> m).sum();
        BigInteger sum = BigInteger.ZERO;
        for (int d = 1; d <= length; d++) {
            int divisor = d;
            if (content.values().stream().allMatch(m -> m % divisor == 0)) {
                BigInteger words = factorial(length / d);
                for (int m : content.values()) {
                    words = words.divide(factorial(m / d));
                }
                sum = sum.add(words.multiply(BigInteger.valueOf(moebius(d))));
            }
        }
        return sum.divide(BigInteger.valueOf(length));
    }

    /**
     * The dimensions d₁, …, d_N by weight, from Π (1 − x^k)^(−d_k) = 1/(1 − p(x)) with p(x) = Σ x^weight over the letters.
     *
     * <p>The two sides count the words: as products of falling Lyndon words, and letter by letter. By x·d/dx log,
     * Σ_{k | n} k d_k = s_n with s_n = n p_n + Σ_j p_j s_(n−j). Exact; N² additions.
     *
     * @param alphabet the letters with their weights
     * @param maximalWeight N
     * @return d₁, …, d_N
     * @throws IllegalArgumentException if N &lt; 0
     */
    public static List<BigInteger> byWeight(Alphabet alphabet, int maximalWeight) {
        if (maximalWeight < 0) {
            throw new IllegalArgumentException(
                    "given the weight " + maximalWeight + ", expected at least 0; 1 is the weight of a field");
        }
        BigInteger[] logarithm = new BigInteger[maximalWeight + 1];
        List<BigInteger> dimensions = new ArrayList<>();
        for (int n = 1; n <= maximalWeight; n++) {
            BigInteger sum = BigInteger.ZERO;
            for (Letter letter : alphabet.letters()) {
                int before = n - letter.letterWeight();
                if (before >= 0) {
                    sum = sum.add(before == 0 ? BigInteger.valueOf(n) : logarithm[before]);
                }
            }
            logarithm[n] = sum;
            for (int k = 1; k < n; k++) {
                if (n % k == 0) {
                    sum = sum.subtract(dimensions.get(k - 1).multiply(BigInteger.valueOf(k)));
                }
            }
            dimensions.add(sum.divide(BigInteger.valueOf(n)));
        }
        return List.copyOf(dimensions);
    }

    /**
     * The dimension up to a weight, d₁ + … + d_N.
     *
     * @param alphabet the letters with their weights
     * @param maximalWeight N
     * @return the number of Lyndon words of weight at most N
     */
    public static BigInteger upToWeight(Alphabet alphabet, int maximalWeight) {
        return byWeight(alphabet, maximalWeight).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** μ(d): 0 if a square divides d, else −1 to the number of primes. */
    private static int moebius(int d) {
        int rest = d;
        int sign = 1;
        for (int prime = 2; rest > 1; prime++) {
            if (rest % prime == 0) {
                rest /= prime;
                sign = rest % prime == 0 ? 0 : -sign;
            }
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return sign;
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int i = 2; i <= n; i++) {
            product = product.multiply(BigInteger.valueOf(i));
        }
        return product;
    }
}
