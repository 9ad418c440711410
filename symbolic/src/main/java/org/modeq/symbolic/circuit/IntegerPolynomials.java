package org.modeq.symbolic.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/**
 * Polynomials over ℤ in a few symbols of total degree at most D, as arrays without trailing zeros.
 *
 * <p>The exponents (e₁, …, e_k) stand at the place Σ eᵢ (D + 1)^(i−1), so the product of polynomials is the convolution of
 * their arrays (Kronecker's substitution). Exact: a number past 2⁶³ throws {@link ArithmeticException}.
 */
final class IntegerPolynomials {
    static final long[] ZERO = {};
    static final long[] ONE = {1};

    private static final long LARGEST_ARRAY = 1 << 16;

    private final List<String> symbols;
    private final int stride;

    /** In these symbols, of degree at most D. */
    IntegerPolynomials(SortedSet<String> symbols, int degree) {
        this.symbols = List.copyOf(symbols);
        this.stride = degree + 1;
        if (Math.pow(stride, symbols.size()) > LARGEST_ARRAY) {
            throw new ArithmeticException("given " + symbols.size() + " symbols and the degree " + degree
                    + ", expected arrays of at most " + LARGEST_ARRAY + " entries");
        }
    }

    /** A polynomial with integer coefficients. */
    long[] of(ParameterPolynomial polynomial) {
        return trimmed(array(polynomial, symbols.size()));
    }

    /** By the coefficients of the last of the first {@code count} symbols, which have the highest places. */
    private long[] array(ParameterPolynomial polynomial, int count) {
        if (count == 0) {
            Rational constant = polynomial.constant().orElseThrow(() -> new AssertionError(polynomial));
            if (!constant.isInteger()) {
                throw new ArithmeticException(constant + " is no integer");
            }
            return new long[] {constant.numerator().longValueExact()};
        }
        List<ParameterPolynomial> coefficients = polynomial.coefficientsIn(symbols.get(count - 1));
        if (coefficients.size() > stride) {
            throw new ArithmeticException("the degree of " + polynomial + " is past " + (stride - 1));
        }
        int block = (int) Math.pow(stride, count - 1);
        long[] array = new long[block * Math.max(1, coefficients.size())];
        for (int e = 0; e < coefficients.size(); e++) {
            long[] part = array(coefficients.get(e), count - 1);
            System.arraycopy(part, 0, array, e * block, part.length);
        }
        return array;
    }

    /** The polynomial divided by a number. */
    ParameterPolynomial polynomial(long[] array, BigInteger denominator) {
        return polynomial(array, 0, symbols.size(), denominator);
    }

    private ParameterPolynomial polynomial(long[] array, int from, int count, BigInteger denominator) {
        if (from >= array.length) {
            return ParameterPolynomial.ZERO;
        }
        if (count == 0) {
            return ParameterPolynomial.of(Rational.of(BigInteger.valueOf(array[from]), denominator));
        }
        ParameterPolynomial symbol = ParameterPolynomial.parameter(symbols.get(count - 1));
        int block = (int) Math.pow(stride, count - 1);
        int highest = Math.min(stride - 1, (array.length - 1 - from) / block);
        ParameterPolynomial sum = ParameterPolynomial.ZERO;
        for (int e = highest; e >= 0; e--) {
            sum = sum.multiply(symbol).add(polynomial(array, from + e * block, count - 1, denominator));
        }
        return sum;
    }

    /** a + c·b. */
    static long[] plus(long[] a, long c, long[] b) {
        long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] = Math.addExact(sum[i], Math.multiplyExact(c, b[i]));
        }
        return trimmed(sum);
    }

    /** ab. */
    static long[] product(long[] a, long[] b) {
        if (a.length == 0 || b.length == 0) {
            return ZERO;
        }
        long[] product = new long[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] != 0) {
                for (int j = 0; j < b.length; j++) {
                    product[i + j] = Math.addExact(product[i + j], Math.multiplyExact(a[i], b[j]));
                }
            }
        }
        return product;
    }

    private static long[] trimmed(long[] array) {
        int length = array.length;
        while (length > 0 && array[length - 1] == 0) {
            length--;
        }
        return length == array.length ? array : Arrays.copyOf(array, length);
    }

    /** The binomial coefficients C(j, i) for i ≤ j ≤ n, row by row. */
    static List<long[]> binomials(int n) {
        List<long[]> rows = new ArrayList<>(List.of(ONE));
        for (int j = 1; j <= n; j++) {
            long[] above = rows.get(j - 1);
            long[] row = Arrays.copyOf(above, j + 1);
            for (int i = 1; i <= j; i++) {
                row[i] = Math.addExact(row[i], above[i - 1]);
            }
            rows.add(row);
        }
        return rows;
    }
}
