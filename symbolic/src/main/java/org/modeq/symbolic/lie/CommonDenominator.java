package org.modeq.symbolic.lie;

import java.math.BigInteger;

/**
 * A common denominator of the terms of one degree of log(e^X₁ … e^X_K), X_k integer combinations of letters.
 *
 * <p>The coefficient of a word of n letters is a sum of integers over k · n₁! ⋯ n_r! with r ≥ k positive n_i that add up to
 * n: k groups, each with at least one of the r runs of letters that come from one exponential. Legendre's formula
 * v_p(m!) = (m − s_p(m))/(p − 1), s_p the sum of the digits in base p, gives
 * <pre>
 *   v_p(n! / Π n_i!) = (Σ s_p(n_i) − s_p(n))/(p − 1) ≥ max(0, (k − s_p(n))/(p − 1)).
 * </pre>
 * With p^t | k this exceeds t − τ, where τ = ⌊log_p s_p(n)⌋: if t = τ + j, j ≥ 1, then p^t − s_p(n) &gt; p^(τ+1)(p^(j−1) − 1),
 * and a (p − 1)-th of that is at least j − 1. Hence
 * <pre>
 *   d_n = n! · Π p^⌊log_p s_p(n)⌋ over the primes p &lt; n
 * </pre>
 * is a common denominator. Coordinates in the Lyndon basis are integer combinations of coefficients of words, as
 * P(l) = l + greater words. For two letters no smaller one will do: Hofstätter, <em>Smallest common denominators for the
 * homogeneous components of the Baker–Campbell–Hausdorff series</em> (2020).
 */
final class CommonDenominator {
    private CommonDenominator() {}

    /** d_n; 1, 2, 12, 24, 720, 1440, … for n = 1, 2, …. */
    static BigInteger of(int degree) {
        BigInteger denominator = BigInteger.ONE;
        for (int p = 2; p <= degree; p++) {
            denominator = denominator.multiply(BigInteger.valueOf(p));
            if (p < degree && isPrime(p)) {
                for (int power = p; power <= digitSum(degree, p); power *= p) {
                    denominator = denominator.multiply(BigInteger.valueOf(p));
                }
            }
        }
        return denominator;
    }

    private static boolean isPrime(int number) {
        return BigInteger.valueOf(number).isProbablePrime(30);
    }

    private static int digitSum(int number, int base) {
        int sum = 0;
        for (int rest = number; rest > 0; rest /= base) {
            sum += rest % base;
        }
        return sum;
    }
}
