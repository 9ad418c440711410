package org.modeq.numeric.kernel;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The door to a BLAS that the machine has installed, in silence if it has none.
 *
 * <p>The library {@code dev.ludovic.netlib} looks for one itself, but complains on the error stream of the process, past
 * Java. So a file is looked for here first, in the folders of {@code java.library.path} and those where Linux keeps
 * libraries by architecture, and loaded by Java, which says quietly whether it can be. The system property {@value #PATH}
 * names another file.
 */
final class NativeLibrary {
    private static final String PATH = "dev.ludovic.netlib.blas.nativeLibPath";

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.ludovic.netlib.blas");

    private NativeLibrary() {}

    /** The kernel, if a library can be loaded. */
    static Optional<ProductKernel> products() {
        Optional<String> file = Optional.ofNullable(System.getProperty(PATH)).or(NativeLibrary::installed);
        if (file.isEmpty() || !isLoaded(file.get())) {
            return Optional.empty();
        }
        System.setProperty(PATH, file.get());
        LOGGER.setLevel(Level.OFF);
        try {
            return Optional.of(new NativeKernel(file.get()));
        } catch (RuntimeException | LinkageError missing) {
            return Optional.empty();
        }
    }

    private static boolean isLoaded(String file) {
        try {
            System.load(file);
            return true;
        } catch (UnsatisfiedLinkError unfit) {
            return false;
        }
    }

    private static Optional<String> installed() {
        String architecture = System.getProperty("os.arch", "").replace("amd64", "x86_64") + "-linux-gnu";
        String folders = System.getProperty("java.library.path", "");
        return Stream.concat(
                        Stream.of(folders.split(File.pathSeparator, -1)),
                        Stream.of("/usr/lib/" + architecture, "/lib/" + architecture))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names().map(name -> new File(folder, name)))
                .filter(File::isFile)
                .map(File::getAbsolutePath)
                .findFirst();
    }

    private static Stream<String> names() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return Stream.of("libopenblas.dll", "openblas.dll");
        }
        return system.contains("mac")
                ? Stream.of("libopenblas.dylib", "libblas.dylib")
                : Stream.of("libblas.so.3", "libopenblas.so.0");
    }
}
