package org.modeq.numeric.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The kernels")
class KernelsTest {
    private static final long SEED = 20260101;

    private static final String INSTALL = "no native BLAS was found; install one, on Debian libopenblas0-pthread";

    /** Those that are part of modeq: their digits are the same for any number of threads. */
    private static List<ProductKernel> own() {
        return Kernels.found().stream()
                .filter(kernel -> !kernel.name().equals("native"))
                .toList();
    }

    private static Optional<ProductKernel> nativeKernel() {
        return Kernels.found().stream()
                .filter(kernel -> kernel.name().equals("native"))
                .findFirst();
    }

    static Stream<Named<ProductKernel>> kernels() {
        return Kernels.found().stream()
                .flatMap(kernel -> Stream.of(
                        Named.of(kernel.name(), kernel),
                        Named.of(kernel.name() + " by three threads", new RowSplit(kernel, 3))));
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    /** A product with its matrices at places inside longer arrays, transposed or not. */
    private static final class Problem {
        private final int m;
        private final int k;
        private final int n;
        private final int aRow;
        private final int aColumn;
        private final int bRow;
        private final int bColumn;
        private final int cRow;
        private final int start;
        private final double[] a;
        private final double[] b;
        private final double[] c;

        /** Entries are integers of one digit, or doubles in [−1, 1). */
        Problem(RandomGenerator random, int m, int k, int n, boolean isWhole) {
            this.m = m;
            this.k = k;
            this.n = n;
            int gap = random.nextInt(3);
            start = random.nextInt(4);
            boolean isLeftTurned = random.nextBoolean();
            boolean isRightTurned = random.nextBoolean();
            aRow = isLeftTurned ? 1 : k + gap;
            aColumn = isLeftTurned ? m + gap : 1;
            bRow = isRightTurned ? 1 : n + gap;
            bColumn = isRightTurned ? k + gap : 1;
            cRow = n + gap;
            a = entries(random, isWhole, (m + gap) * (k + gap));
            b = entries(random, isWhole, (k + gap) * (n + gap));
            c = entries(random, isWhole, (m + gap) * (n + gap));
        }

        private double[] entries(RandomGenerator random, boolean isWhole, int size) {
            return random.doubles(start + size)
                    .map(x -> isWhole ? Math.floor(19 * x) - 9 : 2 * x - 1)
                    .toArray();
        }

        /** The product alone, over a C full of what must not matter; added to C entry by entry here. */
        double[] alone(ProductKernel kernel) {
            double[] sum = c.clone();
            double[] product = c.clone();
            for (int i = 0; i < m; i++) {
                Arrays.fill(product, start + i * cRow, start + i * cRow + n, Double.NaN);
            }
            kernel.multiply(false, m, k, n, a, start, aRow, aColumn, b, start, bRow, bColumn, product, start, cRow);
            for (int i = 0; i < m; i++) {
                for (int j = start + i * cRow; j < start + i * cRow + n; j++) {
                    sum[j] += product[j];
                    product[j] = c[j];
                }
            }
            assertArrayEquals(c, product, "entries between the rows of C have changed");
            return sum;
        }

        double[] by(ProductKernel kernel) {
            double[] sum = c.clone();
            kernel.multiply(true, m, k, n, a, start, aRow, aColumn, b, start, bRow, bColumn, sum, start, cRow);
            return sum;
        }

        /** C + A·B as it is defined, every entry rounded once. */
        double[] exact() {
            double[] sum = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    BigDecimal entry = new BigDecimal(c[start + i * cRow + j]);
                    for (int l = 0; l < k; l++) {
                        entry = entry.add(new BigDecimal(a[start + i * aRow + l * aColumn])
                                .multiply(new BigDecimal(b[start + l * bRow + j * bColumn])));
                    }
                    sum[start + i * cRow + j] = entry.doubleValue();
                }
            }
            return sum;
        }

        /** The same with whole numbers in 64 bits, for entries that are whole. */
        double[] whole() {
            double[] sum = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    long entry = (long) c[start + i * cRow + j];
                    for (int l = 0; l < k; l++) {
                        entry +=
                                ((long) a[start + i * aRow + l * aColumn]) * ((long) b[start + l * bRow + j * bColumn]);
                    }
                    sum[start + i * cRow + j] = entry;
                }
            }
            return sum;
        }

        @Override
        public String toString() {
            return m + "×" + k + "×" + n + " from " + start + " with steps " + aRow + "," + aColumn + " " + bRow + ","
                    + bColumn + " " + cRow + ", seed " + SEED;
        }
    }

    @Nested
    @DisplayName("that are found")
    class Found {
        @ParameterizedTest(name = "{0}")
        @DisplayName("multiply whole numbers without error, whatever the sizes, places and steps")
        @MethodSource("org.modeq.numeric.kernel.KernelsTest#kernels")
        void wholeNumbers(ProductKernel kernel) {
            RandomGenerator random = random();
            for (int m = 0; m <= 17; m++) {
                for (int k = 0; k <= 9; k++) {
                    for (int n = 0; n <= 35; n++) {
                        check(kernel, new Problem(random, m, k, n, true));
                    }
                }
            }
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("multiply whole numbers without error where matrices are cut into blocks")
        @MethodSource("org.modeq.numeric.kernel.KernelsTest#kernels")
        void blocks(ProductKernel kernel) {
            RandomGenerator random = random();
            int[][] sizes = {
                {200, 10, 32},
                {200, 32, 1},
                {1, 784, 64},
                {256, 64, 10},
                {100, 513, 165},
                {53, 260, 1027},
                {3, 300, 1100}
            };
            for (int[] size : sizes) {
                for (int turn = 0; turn < 4; turn++) {
                    check(kernel, new Problem(random, size[0], size[1], size[2], true));
                }
            }
        }

        private void check(ProductKernel kernel, Problem problem) {
            assertArrayEquals(problem.whole(), problem.by(kernel), problem::toString);
            assertArrayEquals(problem.whole(), problem.alone(kernel), problem::toString);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("round as a sum of k products does: by at most (k + 1) units of 2⁻⁵³ of Σ|A||B| + |C|")
        @MethodSource("org.modeq.numeric.kernel.KernelsTest#kernels")
        void rounding(ProductKernel kernel) {
            RandomGenerator random = random();
            for (int n : new int[] {1, 7, 20, 33}) {
                Problem problem = new Problem(random, 13, 50, n, false);
                double bound = (50 + 1) * 0x1p-53 * (50 + 1);
                assertArrayEquals(problem.exact(), problem.by(kernel), bound, problem::toString);
            }
        }

        @Test
        @DisplayName("give the same digits by one thread and by three")
        void threads() {
            RandomGenerator random = random();
            for (ProductKernel kernel : own()) {
                Problem problem = new Problem(random, 601, 130, 67, false);
                assertArrayEquals(problem.by(kernel), problem.by(new RowSplit(kernel, 3)), kernel.name());
            }
        }

        @Test
        @DisplayName("are the plain one at least, and here the one of the Vector API")
        void names() {
            assertEquals(
                    List.of("vector", "plain"),
                    own().stream().map(ProductKernel::name).toList());
            assertTrue(Kernels.found().get(0).width() > 1);
        }
    }

    @Nested
    @DisplayName("of a native BLAS, where the machine has one,")
    class Native {
        @Test
        @DisplayName("stand between the vectors and plain Java, with the file they come from")
        void place() {
            assumeTrue(nativeKernel().isPresent(), INSTALL);
            assertEquals(
                    List.of("vector", "native", "plain"),
                    Kernels.found().stream().map(ProductKernel::name).toList());
            assertTrue(nativeKernel().orElseThrow().description().startsWith("native BLAS, /"));
        }

        @Test
        @DisplayName("are chosen by name alone, and split products themselves")
        void byName() {
            assumeTrue(nativeKernel().isPresent(), INSTALL);
            Map<String, String> settings = Map.of("modeq.kernel", "native", "modeq.threads", "2");
            Function<String, Optional<String>> setting = name -> Optional.ofNullable(settings.get(name));
            assertTrue(Kernels.chosen(Kernels.found(), setting) instanceof NativeKernel);
            assertEquals(
                    "vector",
                    Kernels.chosen(Kernels.found(), name -> Optional.empty()).name());
        }
    }

    @Nested
    @DisplayName("are chosen")
    class Chosen {
        private ProductKernel chosen(Map<String, String> settings) {
            Function<String, Optional<String>> setting = name -> Optional.ofNullable(settings.get(name));
            return Kernels.chosen(own(), setting);
        }

        @Test
        @DisplayName("by what is found, the fastest first")
        void byAvailability() {
            assertEquals("vector", chosen(Map.of()).name());
        }

        @Test
        @DisplayName("by name, with a number of threads")
        void byName() {
            assertEquals("plain", chosen(Map.of("modeq.kernel", "plain")).name());
            assertTrue(chosen(Map.of("modeq.threads", "2")) instanceof RowSplit);
            assertEquals("plain, 1", own().get(1).name() + ", " + Kernels.threads());
        }

        @Test
        @DisplayName("not by a name that is unknown: the message lists the names there are")
        void unknownName() {
            assertEquals(
                    "given the kernel 'fortran', expected one of those found here: vector, plain;"
                            + " set MODEQ_KERNEL to one of them or leave it out",
                    refusal(Map.of("modeq.kernel", "fortran")));
        }

        @Test
        @DisplayName("not as a native BLAS where there is none: the message says what to install")
        void noNative() {
            assertEquals(
                    "given the kernel 'native', expected one of those found here: vector, plain;"
                            + " set MODEQ_KERNEL to one of them or leave it out, or install a BLAS, on Debian"
                            + " libopenblas0-pthread",
                    refusal(Map.of("modeq.kernel", "native")));
        }

        @Test
        @DisplayName("not with no threads, a thousand or a few")
        void badThreads() {
            for (String count : List.of("0", "1000", "few")) {
                assertEquals(
                        "given '" + count + "' threads, expected a number from 1 to 256;"
                                + " set MODEQ_THREADS to the number of processors to use, or leave it out",
                        refusal(Map.of("modeq.threads", count)));
            }
        }

        private String refusal(Map<String, String> settings) {
            return assertThrows(IllegalArgumentException.class, () -> chosen(settings))
                    .getMessage();
        }
    }
}
