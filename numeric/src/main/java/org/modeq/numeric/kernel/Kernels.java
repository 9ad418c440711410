package org.modeq.numeric.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that are found here, and the one that {@link Products} uses, chosen once for the whole process.
 *
 * <p>{@code vector} if the module {@code jdk.incubator.vector} can be had, has vectors of two numbers or more and the
 * optimizing compiler runs, otherwise {@code plain}; {@code native}, a BLAS that the machine has, only by name: OpenBLAS has
 * not been faster than {@code vector} here, and its loading takes as long as most of what modeq is asked. The environment variable {@code MODEQ_KERNEL}, or the system property {@code modeq.kernel}, which goes
 * first, names another; {@code MODEQ_THREADS} or {@code modeq.threads} is the number of threads of a large product, by
 * default 1: what one thread needs is what can be compared. Neither changes a result by more than rounding, and the number
 * of threads not at all, save that a native library has threads of its own: OpenBLAS takes as many as the environment
 * variable {@code OPENBLAS_NUM_THREADS} says, which the launcher sets to {@code MODEQ_THREADS}, and otherwise all there are.
 */
public final class Kernels {
    private static final String KERNEL = "modeq.kernel";
    private static final String THREADS = "modeq.threads";
    private static final int MOST_THREADS = 256;
    private static final String PLAIN = "plain";
    private static final Set<String> BUILT_IN = Set.of("vector", PLAIN);

    private static volatile @Nullable ProductKernel chosen;
    private static volatile @Nullable CoordinateKernel coordinates;

    private Kernels() {}

    /**
     * The kernels that are found, the fastest first.
     *
     * @return at least the plain one
     */
    public static List<ProductKernel> found() {
        return found(true);
    }

    /** A native library takes a tenth of a second to load: it is looked for only where it matters. */
    private static List<ProductKernel> found(boolean isNativeSought) {
        List<ProductKernel> found = new ArrayList<>();
        VectorModule.products().ifPresent(found::add);
        if (isNativeSought) {
            NativeLibrary.products().ifPresent(found::add);
        }
        found.add(new PlainKernel());
        return List.copyOf(found);
    }

    /**
     * The kernel of this process.
     *
     * @return the same object at every call
     * @throws IllegalArgumentException if the environment names a kernel that is not found, or no number of threads
     */
    public static ProductKernel chosen() {
        ProductKernel known = chosen;
        return known == null ? choose() : known;
    }

    /**
     * The kernel of this process for functions of coordinates: {@code plain} where the products are plain, otherwise that of
     * the Vector API where it can be had.
     *
     * @return the same object at every call
     * @throws IllegalArgumentException as {@link #chosen()}
     */
    public static CoordinateKernel coordinates() {
        CoordinateKernel known = coordinates;
        return known == null ? chooseCoordinates() : known;
    }

    /**
     * The kernels for functions of coordinates that are found, the fastest first.
     *
     * @return at least the plain one
     */
    public static List<CoordinateKernel> foundForCoordinates() {
        List<CoordinateKernel> found = new ArrayList<>();
        VectorModule.coordinates().ifPresent(found::add);
        found.add(new PlainCoordinates());
        return List.copyOf(found);
    }

    private static synchronized CoordinateKernel chooseCoordinates() {
        CoordinateKernel known = coordinates;
        if (known == null) {
            List<CoordinateKernel> found = foundForCoordinates();
            boolean isPlain = chosen().name().equals(PLAIN) || !VectorModule.isCompiled();
            known = found.get(isPlain ? found.size() - 1 : 0);
            coordinates = known;
        }
        return known;
    }

    /**
     * The number of threads that work on a large product.
     *
     * @return 1 unless the environment says otherwise
     * @throws IllegalArgumentException if the environment says something that is no number from 1 to 256
     */
    public static int threads() {
        return threads(Kernels::setting);
    }

    private static synchronized ProductKernel choose() {
        ProductKernel known = chosen;
        if (known == null) {
            boolean isNativeSought =
                    setting(KERNEL).filter(name -> !BUILT_IN.contains(name)).isPresent();
            known = chosen(found(isNativeSought), Kernels::setting);
            chosen = known;
        }
        return known;
    }

    /** The choice among those found under given settings. */
    static ProductKernel chosen(List<ProductKernel> found, Function<String, Optional<String>> setting) {
        ProductKernel kernel =
                setting.apply(KERNEL).map(name -> named(name, found)).orElseGet(() -> fastest(found));
        int threads = threads(setting);
        // A native library splits products itself.
        return threads == 1 || kernel.name().equals(NativeKernel.NAME) ? kernel : new RowSplit(kernel, threads);
    }

    private static ProductKernel fastest(List<ProductKernel> found) {
        boolean hasVectors = VectorModule.isCompiled() && found.get(0).width() > 1;
        return hasVectors ? found.get(0) : found.get(found.size() - 1);
    }

    private static ProductKernel named(String name, List<ProductKernel> found) {
        return found.stream()
                .filter(kernel -> kernel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("given the kernel '" + name
                        + "', expected one of those found here: "
                        + found.stream().map(ProductKernel::name).collect(Collectors.joining(", "))
                        + "; set " + variable(KERNEL) + " to one of them or leave it out"
                        + remedy(name)));
    }

    private static String remedy(String name) {
        return switch (name) {
            case "vector" -> ", or start Java with --add-modules jdk.incubator.vector";
            case NativeKernel.NAME -> ", or install a BLAS, on Debian libopenblas0-pthread";
            default -> "";
        };
    }

    private static int threads(Function<String, Optional<String>> setting) {
        return setting.apply(THREADS).map(Kernels::count).orElse(1);
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= MOST_THREADS) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below, with the numbers that are too small or too large.
        }
        throw new IllegalArgumentException("given '" + text + "' threads, expected a number from 1 to " + MOST_THREADS
                + "; set " + variable(THREADS) + " to the number of processors to use, or leave it out");
    }

    private static Optional<String> setting(String property) {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable(property))))
                .filter(text -> !text.isBlank());
    }

    /** The environment variable that goes with a system property: MODEQ_KERNEL with modeq.kernel. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
