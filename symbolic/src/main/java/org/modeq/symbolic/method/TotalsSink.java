package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;

/** Folds coefficients into {@link CoefficientTotals} and keeps none of them. */
final class TotalsSink implements CoefficientSink {
    private final ExactSum[] sums;
    private final ExactSum[] absoluteSums;
    private final long[] trees;
    private final int[] nonzero;

    /**
     * A sum of longs: the upper and the lower halves are added apart, so that fewer than 2³¹ of them cannot overflow.
     */
    private static final class ExactSum {
        private long high;
        private long low;
        private BigInteger large = BigInteger.ZERO;

        BigInteger value() {
            return BigInteger.valueOf(high)
                    .shiftLeft(Integer.SIZE)
                    .add(BigInteger.valueOf(low))
                    .add(large);
        }
    }

    TotalsSink(int order) {
        sums = new ExactSum[order + 1];
        absoluteSums = new ExactSum[order + 1];
        trees = new long[order + 1];
        nonzero = new int[order + 1];
        for (int n = 1; n <= order; n++) {
            sums[n] = new ExactSum();
            absoluteSums[n] = new ExactSum();
        }
    }

    @Override
    public void accept(int order, int firstTree, long[] numerators, int count) {
        trees[order] += count;
        long high = 0;
        long low = 0;
        long absoluteHigh = 0;
        long absoluteLow = 0;
        int zeros = 0;
        for (int i = 0; i < count; i++) {
            long numerator = numerators[i];
            long absolute = Math.abs(numerator);
            high += numerator >> Integer.SIZE;
            low += numerator & 0xffff_ffffL;
            absoluteHigh += absolute >> Integer.SIZE;
            absoluteLow += absolute & 0xffff_ffffL;
            zeros += numerator == 0 ? 1 : 0;
        }
        sums[order].high += high;
        sums[order].low += low;
        absoluteSums[order].high += absoluteHigh;
        absoluteSums[order].low += absoluteLow;
        nonzero[order] += count - zeros;
    }

    @Override
    public void acceptLarge(int order, int tree, BigInteger numerator) {
        sums[order].large = sums[order].large.add(numerator);
        absoluteSums[order].large = absoluteSums[order].large.add(numerator.abs());
        nonzero[order]++;
    }

    /** The totals of each order; the denominator is that of the order's integers. */
    List<CoefficientTotals> totals(IntFunction<BigInteger> denominator) {
        return IntStream.range(1, sums.length)
                .mapToObj(n -> new CoefficientTotals(
                        n,
                        BigInteger.valueOf(trees[n]),
                        nonzero[n],
                        Rational.of(sums[n].value(), denominator.apply(n)),
                        Rational.of(absoluteSums[n].value(), denominator.apply(n))))
                .toList();
    }
}
