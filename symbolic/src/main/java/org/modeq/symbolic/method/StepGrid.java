package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * The moments at which Euler steps act on each field, in the sweeps 0 … N−1, and what is linear in the values there.
 *
 * <p>Let D be the common denominator of the weights; the engine works with the integer weights D·w. As every vertex
 * brings one weight, D^|t|·b(t) is the coefficient with these weights. The <em>product row</em> of a forest F under a
 * root of colour c is G_c(F) = Π P(t) over the t in F, one value for each moment at which c acts, earlier moments
 * first. With K steps the moment of step i in sweep j is number jK + i, and
 * <pre>
 *   P(c[F]) at a moment = Σ D w · G_c(F) over the moments of c before it,
 *   L(n) D^n b(c[F])    = Σ (D w · V(n, j)) · G_c(F) over the moments of c, sweep j,        |c[F]| = n,
 *   V(n, j)             = L(n) · (−1)^j · Σ_{k=j+1}^{n} C(k−1, j)/k,                        L(n) = lcm(1 … n).
 * </pre>
 * The second line is Newton's forward form of {@link StepPolynomial#linearCoefficient} written out in the values; V(n,
 * j) is an integer, and so is L(n) D^n b.
 */
final class StepGrid {
    private final int order;
    private final BigInteger denominator;
    /** By colour: the number of each of its moments. */
    private final int[][] moments;
    /** By colour: the weight D·w at each of its moments. */
    private final BigInteger[][] weights;

    private final long[][] wrappedWeights;
    private final double[] totalWeights;

    StepGrid(EulerSteps<Rational> method, int order) {
        this.order = order;
        this.denominator = method.steps().stream()
                .flatMap(step -> step.weights().values().stream())
                .map(Rational::denominator)
                .reduce(BigInteger.ONE, StepGrid::leastCommonMultiple);
        List<Colour> colours = List.copyOf(method.fields());
        int count = colours.size();
        this.moments = new int[count][];
        this.weights = new BigInteger[count][];
        this.wrappedWeights = new long[count][];
        this.totalWeights = new double[count];
        for (int c = 0; c < count; c++) {
            placeMoments(method.steps(), colours.get(c), c);
        }
    }

    private void placeMoments(List<EulerSteps.Step<Rational>> steps, Colour colour, int c) {
        int[] active = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).weights().containsKey(colour))
                .toArray();
        moments[c] = new int[order * active.length];
        weights[c] = new BigInteger[order * active.length];
        wrappedWeights[c] = new long[order * active.length];
        for (int k = 0; k < moments[c].length; k++) {
            int step = active[k % active.length];
            Rational weight = steps.get(step).weights().getOrDefault(colour, Rational.ZERO);
            moments[c][k] = k / active.length * steps.size() + step;
            weights[c][k] = weight.numerator().multiply(denominator.divide(weight.denominator()));
            wrappedWeights[c][k] = weights[c][k].longValue();
            totalWeights[c] += k < active.length ? weights[c][k].abs().doubleValue() : 0;
        }
    }

    /** The least common multiple of positive a and b. */
    static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /** How many moments the colour has: the length of its product rows. */
    int rowLength(int colour) {
        return moments[colour].length;
    }

    /** W_c = Σ |D w| over the steps of one sweep that act on the colour. */
    double totalWeight(int colour) {
        return totalWeights[colour];
    }

    /** L(n) = lcm(1 … n). */
    static BigInteger leastCommonMultiple(int n) {
        BigInteger multiple = BigInteger.ONE;
        for (int k = 2; k <= n; k++) {
            multiple = leastCommonMultiple(multiple, BigInteger.valueOf(k));
        }
        return multiple;
    }

    /** L(n) D^n, by which the coefficients of the trees of order n are multiplied. */
    BigInteger denominator(int n) {
        return leastCommonMultiple(n).multiply(denominator.pow(n));
    }

    /** The functional that sends the product row of F to L(n) D^n b(c[F]). */
    BigInteger[] exactFunctional(int colour, int n) {
        int perSweep = rowLength(colour) / order;
        BigInteger[] functional = new BigInteger[rowLength(colour)];
        for (int j = 0; j < order; j++) {
            BigInteger value = newtonWeight(n, j);
            for (int k = j * perSweep; k < (j + 1) * perSweep; k++) {
                functional[k] = value.multiply(weights[colour][k]);
            }
        }
        return functional;
    }

    /** V(n, j), which is 0 from j = n on. */
    static BigInteger newtonWeight(int n, int j) {
        BigInteger multiple = leastCommonMultiple(n);
        BigInteger value = BigInteger.ZERO;
        BigInteger binomial = BigInteger.ONE;
        for (int k = j + 1; k <= n; k++) {
            value = value.add(binomial.multiply(multiple.divide(BigInteger.valueOf(k))));
            binomial = binomial.multiply(BigInteger.valueOf(k)).divide(BigInteger.valueOf(k - j));
        }
        return j % 2 == 0 ? value : value.negate();
    }

    /** The same functional mod 2⁶⁴. */
    long[] functional(int colour, int n) {
        return Arrays.stream(exactFunctional(colour, n))
                .mapToLong(BigInteger::longValue)
                .toArray();
    }

    /** The functional U({d[F]}) under a root of colour c as a functional of the product row of F under d, mod 2⁶⁴. */
    long[] pulledBack(long[] functional, int c, int d) {
        long[] result = new long[rowLength(d)];
        long sum = 0;
        int k = functional.length;
        for (int i = result.length - 1; i >= 0; i--) {
            while (k > 0 && moments[c][k - 1] > moments[d][i]) {
                k--;
                sum += functional[k];
            }
            result[i] = sum * wrappedWeights[d][i];
        }
        return result;
    }

    /**
     * From the product row of F under d, the row of {d[F]} under c, mod 2⁶⁴: the values P(d[F]) at the moments of c.
     */
    void integrate(int d, long[] source, int sourceStart, int c, long[] target, int targetStart) {
        int[] inner = moments[d];
        int[] outer = moments[c];
        long[] factors = wrappedWeights[d];
        long sum = 0;
        int i = 0;
        for (int k = 0; k < outer.length; k++) {
            while (i < inner.length && inner[i] < outer[k]) {
                sum += factors[i] * source[sourceStart + i];
                i++;
            }
            target[targetStart + k] = sum;
        }
    }

    /** The same in exact integers. */
    BigInteger[] integrate(int d, BigInteger[] source, int c) {
        int[] inner = moments[d];
        int[] outer = moments[c];
        BigInteger[] target = new BigInteger[outer.length];
        BigInteger sum = BigInteger.ZERO;
        int i = 0;
        for (int k = 0; k < outer.length; k++) {
            while (i < inner.length && inner[i] < outer[k]) {
                sum = sum.add(weights[d][i].multiply(source[i]));
                i++;
            }
            target[k] = sum;
        }
        return target;
    }
}
