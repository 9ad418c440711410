package org.modeq.numeric.kernel;

import java.util.Optional;

/**
 * The door to the kernels that need the module {@code jdk.incubator.vector}; compiled without it, so that everything else
 * works where it is missing.
 *
 * <p>The module is there if Java was started with {@code --add-modules jdk.incubator.vector}. Java then prints a warning
 * that nothing can turn off. With {@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED} the module is loaded
 * here, at the first product, by the method that Java itself has for modules that are needed late, and in silence.
 */
final class VectorModule {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PRODUCTS = "org.modeq.numeric.kernel.VectorKernel";
    private static final String COORDINATES = "org.modeq.numeric.kernel.VectorCoordinates";

    private VectorModule() {}

    /** The kernel for products, if its module can be had. */
    static Optional<ProductKernel> products() {
        return kernel(PRODUCTS, ProductKernel.class);
    }

    /** The kernel for functions of coordinates, if its module can be had. */
    static Optional<CoordinateKernel> coordinates() {
        return kernel(COORDINATES, CoordinateKernel.class);
    }

    private static <T> Optional<T> kernel(String name, Class<T> type) {
        if (!isPresent() && !isLoaded()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(name)
                    .asSubclass(type)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /** Whether the optimizing compiler runs: without it, every vector is an object, and the plain kernel is faster. */
    static boolean isCompiled() {
        String mode = System.getProperty("java.vm.info", "");
        return !mode.contains("interpreted") && !mode.contains("emulated-client");
    }

    private static boolean isPresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    private static boolean isLoaded() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return false;
        }
    }
}
