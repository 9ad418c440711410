package org.modeq.numeric.sweep;

import java.util.ServiceLoader;

/** Makes engines on clusters; whoever knows a kind of cluster provides it as a service. */
public interface ClusterEngines {
    /**
     * The engine of a master.
     *
     * @param master as in {@code local[2]} or {@code spark://host:7077}
     * @return the engine, not yet connected
     * @throws IllegalArgumentException if this is not the name of a master
     */
    SweepEngine of(String master);

    /**
     * The engines that are found on the class path.
     *
     * @return the first of them
     * @throws IllegalArgumentException if there is none
     */
    static ClusterEngines found() {
        return ServiceLoader.load(ClusterEngines.class)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("given a master, but the module 'cluster' is not on the"
                        + " class path; start modeq by ./modeq, which builds it, or add the jars of lib/spark"));
    }
}
