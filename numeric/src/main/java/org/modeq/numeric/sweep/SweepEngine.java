package org.modeq.numeric.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Where the studies of a sweep are run. Whatever the engine, a row has the same digits. */
public interface SweepEngine {
    /**
     * Runs studies.
     *
     * @param plan the plan
     * @param open those of its studies that are wanted, at least one
     * @param finished takes every row as it comes, in any order, on the thread of the caller
     * @throws IllegalArgumentException if the engine cannot be reached or cannot run the plan
     * @throws java.util.concurrent.CancellationException if the run is broken off from outside; the rows that were taken are good
     */
    void run(SweepPlan plan, List<SweepPlan.Study> open, Consumer<SweepRow> finished);

    /**
     * Adds what this engine writes besides the table; nothing, unless it says otherwise.
     *
     * @param plan the plan
     * @param rows all its rows in order
     * @param folder the folder of the sweep
     * @throws IOException if it cannot be written
     */
    default void keep(SweepPlan plan, List<SweepRow> rows, Path folder) throws IOException {}
}
