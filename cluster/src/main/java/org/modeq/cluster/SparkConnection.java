package org.modeq.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.sweep.SweepPlan;

/** Connects to a master; what {@code spark.…} properties of Java say goes first. */
final class SparkConnection {
    private static final String STANDALONE = "spark://";
    private static final int CONNECT_MILLISECONDS = 5000;

    /** The workers are to choose the kernel that this process has. */
    private static final String EXECUTOR_OPTIONS = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    private SparkConnection() {}

    /**
     * Connects.
     *
     * @param master local or standalone
     * @return the context, to be closed
     * @throws IllegalArgumentException if no master answers there
     */
    static JavaSparkContext open(String master) {
        SparkConf settings =
                new SparkConf().setMaster(master).setAppName("modeq sweep").setIfMissing("spark.ui.enabled", "false");
        if (master.startsWith(STANDALONE)) {
            requireAnswer(master);
            settings.setIfMissing("spark.jars", String.join(",", jars()))
                    .setIfMissing("spark.executor.extraJavaOptions", EXECUTOR_OPTIONS)
                    .setIfMissing(
                            "spark.executorEnv.MODEQ_KERNEL", Kernels.chosen().name())
                    .setIfMissing("spark.executorEnv.MODEQ_THREADS", "1");
        }
        return new JavaSparkContext(settings);
    }

    /** One of the addresses takes a connection: Spark itself would try for a minute and say little. */
    private static void requireAnswer(String master) {
        IOException last = new IOException("no address");
        for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
            try (Socket socket = new Socket()) {
                URI place = new URI(STANDALONE + address);
                socket.connect(new InetSocketAddress(place.getHost(), place.getPort()), CONNECT_MILLISECONDS);
                return;
            } catch (IOException refused) {
                last = refused;
            } catch (URISyntaxException | IllegalArgumentException notAPlace) {
                last = new IOException(notAPlace.getMessage(), notAPlace);
            }
        }
        throw new IllegalArgumentException(
                "no Spark master answers at " + master + " (" + last.getMessage()
                        + "); start one, or correct host and port, which its page names",
                last);
    }

    /** The jars of modeq and of what it needs, which a cluster has not: those beside that of the plan, and this one. */
    private static List<String> jars() {
        List<String> jars = new ArrayList<>();
        for (Class<?> type : List.of(SparkConnection.class, SweepPlan.class)) {
            Path place = placeOf(type);
            if (Files.isRegularFile(place)) {
                Path folder = place.toAbsolutePath().getParent();
                try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jar")) {
                    all.forEach(jar -> jars.add(jar.toUri().toString()));
                } catch (IOException failure) {
                    throw new IllegalArgumentException("cannot list the jars in '" + folder + "'", failure);
                }
            }
        }
        jars.sort(null);
        return jars;
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException notAPath) {
            throw new AssertionError(notAPath);
        }
    }
}
