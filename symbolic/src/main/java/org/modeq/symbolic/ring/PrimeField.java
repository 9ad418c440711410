package org.modeq.symbolic.ring;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Arithmetic modulo a prime p just below 2⁶². An element is a long from 0 to p − 1; it stands for its product with 2⁻⁶⁴,
 * and so is met only through this class.
 *
 * <p>With p′p ≡ 1 modulo 2⁶⁴ and m = abp′ modulo 2⁶⁴, taken between −2⁶³ and 2⁶³, the integers ab and mp agree in their
 * low 64 bits, and (ab − mp)/2⁶⁴, the difference of the high ones, lies between −p/2 and 3p/4: so ab·2⁻⁶⁴ modulo p costs
 * no division. Montgomery, <em>Modular multiplication without trial division</em> (1985). An exact integer with
 * 2|M| &lt; p₁ ⋯ p_r is known by its remainders.
 */
public final class PrimeField {
    private static final BigInteger RADIX = BigInteger.ONE.shiftLeft(Long.SIZE);

    /** The largest primes below 2⁶²: 2⁶² less 57, 87, 117, 143, 153, 167. */
    public static final List<PrimeField> FIELDS = LongStream.of(57, 87, 117, 143, 153, 167)
            .mapToObj(defect -> new PrimeField((1L << 62) - defect))
            .toList();

    private final long prime;

    /** p′. */
    private final long inversePrime;

    /** What stands for 2⁶⁴, that is 2¹²⁸ modulo p. */
    private final long radix;

    private PrimeField(long prime) {
        this.prime = prime;
        BigInteger p = BigInteger.valueOf(prime);
        this.inversePrime = p.modInverse(RADIX).longValue();
        this.radix = RADIX.multiply(RADIX).mod(p).longValueExact();
    }

    /** {@return p} */
    public long prime() {
        return prime;
    }

    /**
     * The sum.
     *
     * @param a an element
     * @param b an element
     * @return a + b
     */
    public long add(long a, long b) {
        long sum = a + b - prime;
        return sum + ((sum >> 63) & prime);
    }

    /**
     * The difference.
     *
     * @param a an element
     * @param b an element
     * @return a − b
     */
    public long subtract(long a, long b) {
        long difference = a - b;
        return difference + ((difference >> 63) & prime);
    }

    /**
     * The product.
     *
     * @param a an element
     * @param b an element
     * @return ab
     */
    public long multiply(long a, long b) {
        long quotient = Math.multiplyHigh(a, b) - Math.multiplyHigh(a * b * inversePrime, prime);
        return quotient + ((quotient >> 63) & prime);
    }

    /**
     * Adds a_i b_i to r_i for n consecutive i: the inner loop of all that is done with many elements.
     *
     * @param result r
     * @param to the place of its first element
     * @param a the left factors
     * @param left the place of the first
     * @param b the right factors
     * @param right the place of the first
     * @param n how many
     */
    public void addProducts(long[] result, int to, long[] a, int left, long[] b, int right, int n) {
        for (int i = 0; i < n; i++) {
            result[to + i] = add(result[to + i], multiply(a[left + i], b[right + i]));
        }
    }

    /**
     * Writes c a_i for n consecutive i.
     *
     * @param result where to
     * @param to the place of its first element
     * @param c the factor
     * @param a the elements, which may be those that are written
     * @param from the place of the first
     * @param n how many
     */
    public void multiples(long[] result, int to, long c, long[] a, int from, int n) {
        for (int i = 0; i < n; i++) {
            result[to + i] = multiply(c, a[from + i]);
        }
    }

    /**
     * The sum of a_i b_i for n consecutive i.
     *
     * @param a the left factors
     * @param left the place of the first
     * @param b the right factors
     * @param right the place of the first
     * @param n how many
     * @return Σ a_i b_i
     */
    public long sumOfProducts(long[] a, int left, long[] b, int right, int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum = add(sum, multiply(a[left + i], b[right + i]));
        }
        return sum;
    }

    /**
     * The element of a small integer.
     *
     * @param integer from 0 to p − 1
     * @return the element
     */
    public long of(long integer) {
        return multiply(integer, radix);
    }

    /**
     * The element of an integer.
     *
     * @param integer any integer
     * @return integer mod p, as an element
     */
    public long of(BigInteger integer) {
        return of(integer.mod(BigInteger.valueOf(prime)).longValueExact());
    }

    /**
     * The inverse.
     *
     * @param a an element other than 0
     * @return 1/a
     * @throws ArithmeticException if a = 0
     */
    public long inverse(long a) {
        return of(BigInteger.valueOf(remainder(a)).modInverse(BigInteger.valueOf(prime)));
    }

    /**
     * The integer that an element is.
     *
     * @param a an element
     * @return the integer from 0 to p − 1
     */
    public long remainder(long a) {
        return multiply(a, 1);
    }

    @Override
    public String toString() {
        return "the integers modulo " + prime;
    }
}
