package org.modeq.numeric.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of coordinates with the vector instructions of the processor, through the module {@code jdk.incubator.vector}.
 *
 * <p>All of them come from one polynomial. With k the whole number nearest to x/ln 2 and r = x − k ln 2,
 * <pre>
 *   q = eʳ − 1 = r + r²/2! + … + r¹³/13!,      exp x = 2ᵏ (1 + q),      exp x − 1 = 2ᵏ q + (2ᵏ − 1),
 * </pre>
 * where |r| ≤ ½ ln 2, so that the next term is below 10⁻¹⁷ r. With m = exp(−2|x|) − 1, which keeps its digits near 0, and
 * e = exp(−2|x|),
 * <pre>
 *   |tanh x| = −m/(2 + m),      1/cosh² x = 4e/(2 + m)².
 * </pre>
 * There are no branches: every lane takes the same steps. What is left over at the end of a stretch is copied to a vector of
 * its own, so it has the same digits as elsewhere.
 *
 * <p>Source: Tang, <em>Table-driven implementation of the exponential function in IEEE floating-point arithmetic</em>, ACM
 * Trans. Math. Softw. 15 (1989), for the reduction of the argument; here without a table.
 */
final class VectorCoordinates implements CoordinateKernel {
    private static final VectorSpecies<Double> SPECIES = VectorTile.SPECIES;
    private static final int WIDTH = VectorTile.WIDTH;

    private static final double LOG2_OF_E = 0x1.71547652b82fep0;

    /** ln 2 to 53 bits, and what is left of it to 53 more. */
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private static final double LN2_REST = 0x1.abc9e3b39803fp-56;

    /** A number of at most 2⁵¹ added to this is rounded to a whole one, which the last bits of the sum show. */
    private static final double ROUNDER = 0x1.8p52;

    /** Above it exp x is infinite, below the other it is 0. */
    private static final double HIGHEST = 710;

    private static final double LOWEST = -746;

    /** From here on 2ᵏ is a normal number. */
    private static final double LOWEST_NORMAL = -708;

    private static final int MANTISSA = 52;
    private static final long BIAS = 1023L << MANTISSA;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void exp(int count, double[] x, int xStart, double[] y, int yStart) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += WIDTH) {
            exp(DoubleVector.fromArray(SPECIES, x, xStart + i)).intoArray(y, yStart + i);
        }
        if (whole < count) {
            double[] rest = rest(count - whole, x, xStart + whole);
            exp(DoubleVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
            put(rest, 0, y, yStart + whole, count - whole, count);
        }
    }

    @Override
    public void tanh(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += WIDTH) {
            tanh(x, xStart + i, order, y, yStart + i, count);
        }
        if (whole < count) {
            double[] rest = rest(count - whole, x, xStart + whole);
            tanh(rest, 0, order, rest, 0, WIDTH);
            put(rest, order, y, yStart + whole, count - whole, count);
        }
    }

    @Override
    public void logistic(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        int whole = SPECIES.loopBound(count);
        for (int i = 0; i < whole; i += WIDTH) {
            logistic(x, xStart + i, order, y, yStart + i, count);
        }
        if (whole < count) {
            double[] rest = rest(count - whole, x, xStart + whole);
            logistic(rest, 0, order, rest, 0, WIDTH);
            put(rest, order, y, yStart + whole, count - whole, count);
        }
    }

    /** The arguments after the last whole vector, with room for values and slopes. */
    private static double[] rest(int count, double[] x, int start) {
        double[] rest = SCRATCH.get().tile(2 * WIDTH);
        System.arraycopy(x, start, rest, 0, count);
        return rest;
    }

    private static void put(double[] rest, int order, double[] y, int start, int count, int step) {
        System.arraycopy(rest, 0, y, start, count);
        if (order > 0) {
            System.arraycopy(rest, WIDTH, y, start + step, count);
        }
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector bounded = x.blend(HIGHEST, x.compare(VectorOperators.GT, HIGHEST));
        bounded = bounded.blend(LOWEST, x.compare(VectorOperators.LT, LOWEST));
        DoubleVector k = bounded.mul(LOG2_OF_E).add(ROUNDER).sub(ROUNDER);
        // 2ᵏ in two factors: by itself it may be out of range where exp x is not.
        DoubleVector half = k.mul(0.5).add(ROUNDER);
        DoubleVector rest = k.sub(half.sub(ROUNDER)).add(ROUNDER);
        return reduced(bounded, k).add(1).mul(power(half)).mul(power(rest));
    }

    /** q = eʳ − 1 with r = x − k ln 2. */
    private static DoubleVector reduced(DoubleVector x, DoubleVector k) {
        DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -LN2), x);
        r = k.fma(DoubleVector.broadcast(SPECIES, -LN2_REST), r);
        DoubleVector sum = DoubleVector.broadcast(SPECIES, 1.0 / 6227020800L);
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 479001600));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6));
        sum = sum.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
        return r.mul(r).fma(sum, r);
    }

    /** 2ᵏ of k + ROUNDER, k from −1022 to 1023: its last bits moved to where the exponent stands. */
    private static DoubleVector power(DoubleVector rounded) {
        return rounded.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, MANTISSA)
                .add(BIAS)
                .reinterpretAsDoubles();
    }

    private static void tanh(double[] x, int from, int order, double[] y, int to, int step) {
        DoubleVector argument = DoubleVector.fromArray(SPECIES, x, from);
        DoubleVector exponent = argument.abs().mul(-2);
        DoubleVector bounded = exponent.blend(LOWEST_NORMAL, exponent.compare(VectorOperators.LT, LOWEST_NORMAL));
        DoubleVector rounded = bounded.mul(LOG2_OF_E).add(ROUNDER);
        DoubleVector q = reduced(bounded, rounded.sub(ROUNDER));
        DoubleVector power = power(rounded);
        DoubleVector m = power.fma(q, power.sub(1));
        DoubleVector sum = m.add(2);
        m.abs()
                .div(sum)
                .reinterpretAsLongs()
                .or(argument.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles()
                .intoArray(y, to);
        if (order > 0) {
            DoubleVector e = power.fma(q, power).mul(4);
            e.blend(0.0, exponent.compare(VectorOperators.LT, LOWEST_NORMAL))
                    .div(sum.mul(sum))
                    .intoArray(y, to + step);
        }
    }

    private static void logistic(double[] x, int from, int order, double[] y, int to, int step) {
        DoubleVector argument = DoubleVector.fromArray(SPECIES, x, from);
        DoubleVector e = exp(argument.abs().neg());
        DoubleVector sum = e.add(1);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        one.blend(e, argument.compare(VectorOperators.LT, 0.0)).div(sum).intoArray(y, to);
        if (order > 0) {
            e.div(sum.mul(sum)).intoArray(y, to + step);
        }
    }
}
