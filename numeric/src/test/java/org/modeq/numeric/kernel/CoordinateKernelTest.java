package org.modeq.numeric.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A kernel for functions of coordinates")
class CoordinateKernelTest {
    private static final long SEED = 20260101;
    private static final int DIGITS = 40;
    private static final double EXP_ERROR = 3.4e-16;
    private static final double ERROR = 1e-15;

    /** So often a hundred calls are made at most until they are warm. */
    private static final int MOST_BLOCKS = 20_000;

    static Stream<Named<CoordinateKernel>> kernels() {
        return Kernels.foundForCoordinates().stream().map(kernel -> Named.of(kernel.name(), kernel));
    }

    /** Points of every size from the smallest double on, and near the borders between the powers of 2 in exp x, tanh x. */
    private static double[] points(double largest) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        DoubleStream small = DoubleStream.iterate(Double.MIN_VALUE, x -> x < 0.1, x -> x * 1e5);
        DoubleStream borders = DoubleStream.iterate(0.25 * Math.log(2), x -> x < 4, x -> x + 0.25 * Math.log(2))
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)));
        DoubleStream middle = random.doubles(120, 0, 3);
        DoubleStream large = random.doubles(50, 0, largest);
        return Stream.of(small, borders, middle, large)
                .flatMapToDouble(stream -> stream)
                .flatMap(x -> DoubleStream.of(x, -x))
                .filter(x -> Math.abs(x) < largest)
                .toArray();
    }

    private static Apfloat number(double x) {
        return new Apfloat(new java.math.BigDecimal(x)).precision(DIGITS);
    }

    private static Apfloat exp(Apfloat x) {
        return ApfloatMath.exp(x.precision(DIGITS));
    }

    private static Apfloat logistic(Apfloat x) {
        return Apfloat.ONE.divide(exp(x.negate()).add(Apfloat.ONE));
    }

    /** 1/cosh² x = 4e/(1 + e)² with e = exp(−2|x|). */
    private static Apfloat slope(Apfloat x) {
        Apfloat e = exp(ApfloatMath.abs(x).multiply(new Apfloat(-2)));
        Apfloat sum = e.add(Apfloat.ONE);
        return e.multiply(new Apfloat(4)).divide(sum.multiply(sum));
    }

    private static void check(double[] points, double[] values, int start, UnaryOperator<Apfloat> exact, double error) {
        for (int i = 0; i < points.length; i++) {
            Apfloat expected = exact.apply(number(points[i]));
            Apfloat difference = number(values[start + i]).subtract(expected);
            double relative = difference.divide(expected).doubleValue();
            assertTrue(Math.abs(relative) <= error, "relative error " + relative + " at " + points[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("computes exp to a relative error of 3.4e-16 of its forty digits")
    @MethodSource("kernels")
    void exponential(CoordinateKernel kernel) {
        double[] points = points(708);
        double[] values = new double[points.length];
        kernel.exp(points.length, points, 0, values, 0);
        check(points, values, 0, CoordinateKernelTest::exp, EXP_ERROR);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("computes tanh and 1/cosh² to a relative error of 1e-15, also near 0 and far out")
    @MethodSource("kernels")
    void hyperbolicTangent(CoordinateKernel kernel) {
        double[] points = points(340);
        double[] values = new double[2 * points.length];
        kernel.tanh(points.length, points, 0, 1, values, 0);
        check(points, values, points.length, CoordinateKernelTest::slope, ERROR);
        for (int i = 0; i < points.length; i++) {
            double x = points[i];
            Apfloat expected =
                    Math.abs(x) < 1e-20 ? number(x) : ApfloatMath.tanh(number(x).precision(2 * DIGITS));
            double relative =
                    number(values[i]).subtract(expected).divide(expected).doubleValue();
            assertTrue(Math.abs(relative) <= ERROR, "relative error " + relative + " at " + x);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("computes the logistic function and its slope to a relative error of 1e-15 on both sides")
    @MethodSource("kernels")
    void logisticFunction(CoordinateKernel kernel) {
        double[] points = points(700);
        double[] values = new double[2 * points.length];
        kernel.logistic(points.length, points, 0, 1, values, 0);
        check(points, values, 0, CoordinateKernelTest::logistic, ERROR);
        UnaryOperator<Apfloat> slope = x -> logistic(x).multiply(logistic(x.negate()));
        check(points, values, points.length, slope, ERROR);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "knows the limits at infinity, keeps the sign of zero, overflows and underflows, and lets no number pass")
    @MethodSource("kernels")
    void limits(CoordinateKernel kernel) {
        double infinity = Double.POSITIVE_INFINITY;
        double[] x = {0.0, -0.0, infinity, -infinity, Double.NaN, 709.7, 709.8, -745.1, -745.2, 1e300, -1e300};
        double[] y = new double[2 * x.length];
        kernel.exp(x.length, x, 0, y, 0);
        double[] exponentials = {
            1, 1, infinity, 0, Double.NaN, Math.exp(709.7), infinity, Double.MIN_VALUE, 0, infinity, 0
        };
        assertEquals(1, y[5] / exponentials[5], EXP_ERROR);
        exponentials[5] = y[5];
        assertArrayEquals(exponentials, Arrays.copyOf(y, x.length));
        kernel.tanh(x.length, x, 0, 1, y, 0);
        double[] tangents = {0.0, -0.0, 1, -1, Double.NaN, 1, 1, -1, -1, 1, -1};
        assertArrayEquals(tangents, Arrays.copyOf(y, x.length));
        double[] slopes = {1, 1, 0, 0, Double.NaN, 0, 0, 0, 0, 0, 0};
        assertArrayEquals(slopes, Arrays.copyOfRange(y, x.length, 2 * x.length));
        kernel.logistic(x.length, x, 0, 0, y, 0);
        double[] logistics = {0.5, 0.5, 1, 0, Double.NaN, 1, 1, Double.MIN_VALUE, 0, 1, 0};
        assertArrayEquals(logistics, Arrays.copyOf(y, x.length));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("gives subnormal exponentials to half a unit, rounding included")
    @MethodSource("kernels")
    void subnormal(CoordinateKernel kernel) {
        double[] points =
                DoubleStream.iterate(-745, x -> x < -708, x -> x + 0.37).toArray();
        double[] values = new double[points.length];
        kernel.exp(points.length, points, 0, values, 0);
        for (int i = 0; i < points.length; i++) {
            double expected = exp(number(points[i])).doubleValue();
            assertEquals(expected, values[i], 2 * Double.MIN_VALUE, "at " + points[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("gives the same digits whatever the place and the number of coordinates, and touches no others")
    @MethodSource("kernels")
    void places(CoordinateKernel kernel) {
        double[] many = points(20);
        double[] points = IntStream.range(0, 64)
                .mapToDouble(i -> many[i * (many.length / 64)])
                .toArray();
        double[] all = new double[128];
        kernel.tanh(64, points, 0, 1, all, 0);
        double[] exponentials = new double[64];
        kernel.exp(64, points, 0, exponentials, 0);
        for (int start = 0; start < 9; start++) {
            for (int count = 0; count < 40; count++) {
                double[] part = new double[2 * count + 2];
                kernel.tanh(count, points, start, 1, part, 1);
                for (int i = 0; i < count; i++) {
                    assertEquals(all[start + i], part[1 + i]);
                    assertEquals(all[64 + start + i], part[1 + count + i]);
                }
                assertEquals(0, part[0] + part[2 * count + 1]);
                double[] values = new double[count];
                kernel.exp(count, points, start, values, 0);
                assertArrayEquals(Arrays.copyOfRange(exponentials, start, start + count), values);
            }
        }
    }

    @Test
    @DisplayName("agrees with the others to rounding on a hundred thousand points")
    void agreement() {
        double[] points = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(SEED)
                .doubles(100_000, -30, 30)
                .toArray();
        double[][] exp = new double[2][points.length];
        double[][] tanh = new double[2][2 * points.length];
        for (int i = 0; i < 2; i++) {
            CoordinateKernel kernel = Kernels.foundForCoordinates().get(i);
            kernel.exp(points.length, points, 0, exp[i], 0);
            kernel.tanh(points.length, points, 0, 1, tanh[i], 0);
        }
        for (int i = 0; i < points.length; i++) {
            assertEquals(1, exp[0][i] / exp[1][i], 2 * EXP_ERROR, "at " + points[i]);
            assertEquals(1, tanh[0][i] / tanh[1][i], 2 * ERROR, "at " + points[i]);
            assertEquals(1, tanh[0][points.length + i] / tanh[1][points.length + i], 2 * ERROR, "at " + points[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("allocates nothing once it is warm, whatever is left over at the end")
    @MethodSource("kernels")
    void allocation(CoordinateKernel kernel) {
        double[] points = Arrays.copyOf(points(20), 203);
        double[] values = new double[2 * points.length];
        com.sun.management.ThreadMXBean counter =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int block = 0; block < MOST_BLOCKS && allocated > 0; block++) {
            long before = counter.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 100; i++) {
                kernel.exp(points.length, points, 0, values, 0);
                kernel.tanh(points.length, points, 0, 1, values, 0);
                kernel.logistic(points.length, points, 0, 1, values, 0);
                kernel.tanh(3, points, 0, 1, values, 0);
            }
            allocated = counter.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        }
        assertEquals(0, allocated, "bytes of a hundred calls");
    }

    @Test
    @DisplayName("is found with the Vector API here, and in plain Java always")
    void names() {
        assertEquals(
                List.of("vector", "plain"),
                Kernels.foundForCoordinates().stream()
                        .map(CoordinateKernel::name)
                        .toList());
    }
}
