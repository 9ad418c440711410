package org.modeq.cluster;

import java.util.Locale;
import java.util.regex.Pattern;
import org.modeq.numeric.sweep.ClusterEngines;
import org.modeq.numeric.sweep.SweepEngine;

/** Sweeps on Spark: {@code local}, {@code local[K]}, {@code local[*]} and {@code spark://host:port}. */
public final class SparkEngines implements ClusterEngines {
    private static final Pattern LOCAL = Pattern.compile("local(\\[([1-9]\\d{0,3}|\\*)])?");
    private static final String HOST = "([\\w.-]+|\\[[0-9a-fA-F:]+]):\\d{1,5}";
    private static final Pattern STANDALONE = Pattern.compile("spark://" + HOST + "(," + HOST + ")*");

    /** For the service loader. */
    public SparkEngines() {}

    @Override
    public SweepEngine of(String master) {
        String name = master.strip();
        if (!LOCAL.matcher(name).matches() && !STANDALONE.matcher(name).matches()) {
            String hint = name.toLowerCase(Locale.ROOT).startsWith("local") ? "; K is 1 to 9999" : "";
            throw new IllegalArgumentException("given the master '" + master
                    + "', expected local, local[K], local[*] or spark://host:port, as in spark://127.0.0.1:7077"
                    + hint);
        }
        return SparkEngine.of(name);
    }
}
