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
 * where |r| ≤ ½ ln 2, so that the next term is below 10⁻¹⁷ r. With m = exp 2x − 1, which keeps its digits near 0, and e = exp 2x,
 * <pre>
 *   tanh x = m/(2 + m),      1/cosh² x = 4e/(2 + m)².
 * </pre>
 * There are no branches: every lane takes the same steps, and the few arguments so far out that a number above is no normal one
 * are done once more, one by one, as {@link PlainCoordinates} does them. The last vector of a stretch overlaps the one before
 * it, and a stretch that is shorter than a vector is copied to one, so the digits at a coordinate do not depend on its place.
 *
 * <p>Each loop stands in one method, once: the optimizing compiler stops inlining after so many vector operations, and then
 * makes an object of every vector.
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

    /** Up to this |x| all powers of 2 in exp x are normal numbers. */
    private static final double FAR = 708;

    private static final int MANTISSA = 52;
    private static final long BIAS = 1023L << MANTISSA;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void exp(int count, double[] x, int xStart, double[] y, int yStart) {
        boolean isShort = count < WIDTH;
        double[] from = isShort ? copy(count, x, xStart) : x;
        double[] to = isShort ? from : y;
        int first = isShort ? 0 : xStart;
        int target = isShort ? WIDTH : yStart;
        int last = isShort ? 0 : count - WIDTH;
        for (int i = 0; i < last + WIDTH; i += WIDTH) {
            int place = Math.min(i, last);
            DoubleVector argument = DoubleVector.fromArray(SPECIES, from, first + place);
            DoubleVector rounded = argument.mul(LOG2_OF_E).add(ROUNDER);
            reduced(argument, rounded).add(1).mul(power(rounded)).intoArray(to, target + place);
        }
        if (isShort) {
            System.arraycopy(to, WIDTH, y, yStart, count);
        }
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(x[xStart + i]) < FAR)) {
                y[yStart + i] = Math.exp(x[xStart + i]);
            }
        }
    }

    @Override
    public void tanh(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        boolean isShort = count < WIDTH;
        double[] from = isShort ? copy(count, x, xStart) : x;
        double[] to = isShort ? from : y;
        int first = isShort ? 0 : xStart;
        int target = isShort ? WIDTH : yStart;
        int slopes = isShort ? 2 * WIDTH : yStart + count;
        int last = isShort ? 0 : count - WIDTH;
        for (int i = 0; i < last + WIDTH; i += WIDTH) {
            int place = Math.min(i, last);
            DoubleVector argument = DoubleVector.fromArray(SPECIES, from, first + place);
            DoubleVector exponent = argument.add(argument);
            DoubleVector rounded = exponent.mul(LOG2_OF_E).add(ROUNDER);
            DoubleVector power = power(rounded);
            DoubleVector q = reduced(exponent, rounded);
            DoubleVector m = power.fma(q, power.sub(1));
            DoubleVector sum = m.add(2);
            m.div(sum).intoArray(to, target + place);
            if (order > 0) {
                power.fma(q, power).mul(4).div(sum.mul(sum)).intoArray(to, slopes + place);
            }
        }
        if (isShort) {
            put(count, order, to, y, yStart);
        }
        for (int i = 0; i < count; i++) {
            // At 0 for the sign.
            if (!(Math.abs(x[xStart + i]) < FAR / 4) || x[xStart + i] == 0) {
                PlainCoordinates.tanh(x[xStart + i], order, y, yStart + i, count);
            }
        }
    }

    @Override
    public void logistic(int count, double[] x, int xStart, int order, double[] y, int yStart) {
        boolean isShort = count < WIDTH;
        double[] from = isShort ? copy(count, x, xStart) : x;
        double[] to = isShort ? from : y;
        int first = isShort ? 0 : xStart;
        int target = isShort ? WIDTH : yStart;
        int slopes = isShort ? 2 * WIDTH : yStart + count;
        int last = isShort ? 0 : count - WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < last + WIDTH; i += WIDTH) {
            int place = Math.min(i, last);
            DoubleVector argument = DoubleVector.fromArray(SPECIES, from, first + place);
            DoubleVector exponent = argument.abs().neg();
            DoubleVector rounded = exponent.mul(LOG2_OF_E).add(ROUNDER);
            DoubleVector power = power(rounded);
            DoubleVector e = power.fma(reduced(exponent, rounded), power);
            DoubleVector sum = e.add(one);
            one.blend(e, argument.compare(VectorOperators.LT, 0.0)).div(sum).intoArray(to, target + place);
            if (order > 0) {
                e.div(sum.mul(sum)).intoArray(to, slopes + place);
            }
        }
        if (isShort) {
            put(count, order, to, y, yStart);
        }
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(x[xStart + i]) < FAR)) {
                PlainCoordinates.logistic(x[xStart + i], order, y, yStart + i, count);
            }
        }
    }

    /** A vector with the arguments of a short stretch, with room for values and slopes behind it. */
    private static double[] copy(int count, double[] x, int start) {
        double[] copy = SCRATCH.get().tile(3 * WIDTH);
        System.arraycopy(x, start, copy, 0, count);
        return copy;
    }

    private static void put(int count, int order, double[] from, double[] y, int start) {
        System.arraycopy(from, WIDTH, y, start, count);
        if (order > 0) {
            System.arraycopy(from, 2 * WIDTH, y, start + count, count);
        }
    }

    /** q = eʳ − 1 with r = x − k ln 2, of k + ROUNDER. */
    private static DoubleVector reduced(DoubleVector x, DoubleVector rounded) {
        DoubleVector k = rounded.sub(ROUNDER);
        DoubleVector r = k.fma(all(-LN2_REST), k.fma(all(-LN2), x));
        DoubleVector sum = all(1.0 / 6227020800L);
        sum = sum.fma(r, all(1.0 / 479001600));
        sum = sum.fma(r, all(1.0 / 39916800));
        sum = sum.fma(r, all(1.0 / 3628800));
        sum = sum.fma(r, all(1.0 / 362880));
        sum = sum.fma(r, all(1.0 / 40320));
        sum = sum.fma(r, all(1.0 / 5040));
        sum = sum.fma(r, all(1.0 / 720));
        sum = sum.fma(r, all(1.0 / 120));
        sum = sum.fma(r, all(1.0 / 24));
        sum = sum.fma(r, all(1.0 / 6));
        sum = sum.fma(r, all(0.5));
        return r.mul(r).fma(sum, r);
    }

    private static DoubleVector all(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /** 2ᵏ of k + ROUNDER, k from −1022 to 1023: its last bits moved to where the exponent stands. */
    private static DoubleVector power(DoubleVector rounded) {
        return rounded.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, MANTISSA)
                .add(BIAS)
                .reinterpretAsDoubles();
    }
}
