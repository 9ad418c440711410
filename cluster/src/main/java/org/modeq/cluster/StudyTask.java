package org.modeq.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.sweep.StudyRunner;
import org.modeq.numeric.sweep.SweepParcel;
import org.modeq.numeric.sweep.SweepPlan;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What a worker does: the rows of the studies of a part. */
final class StudyTask extends AbstractFunction1<Iterator<int[]>, StudyTask.Answer> implements Serializable {
    private static final long serialVersionUID = 1;

    /** One for each plan in a process: deriving the equations and reading the data takes longer than many a study. */
    private static final Map<String, Prepared> PREPARED = new ConcurrentHashMap<>();

    private final Broadcast<byte[]> archive;
    private final String sweep;
    private final String fingerprint;

    /** The studies of the plan that is in an archive. */
    StudyTask(Broadcast<byte[]> archive, String sweep, String fingerprint) {
        this.archive = archive;
        this.sweep = sweep;
        this.fingerprint = fingerprint;
    }

    private record Prepared(SweepPlan plan, List<SweepPlan.Study> studies, StudyRunner runner) {}

    /**
     * What comes back.
     *
     * @param hasSameDigits whether the plan has the same fingerprint there
     * @param kernel with which the worker computes
     * @param rows lines of the journal; none if the digits differ
     */
    record Answer(boolean hasSameDigits, String kernel, List<String> rows) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Answer apply(Iterator<int[]> parts) {
        Prepared prepared = PREPARED.computeIfAbsent(fingerprint, wanted -> {
            SweepPlan plan = SweepParcel.of(archive.value(), sweep).plan();
            return new Prepared(plan, plan.studies(), StudyRunner.of(plan));
        });
        boolean hasSameDigits = prepared.plan().fingerprint().equals(fingerprint);
        List<String> rows = new ArrayList<>();
        while (hasSameDigits && parts.hasNext()) {
            for (int study : parts.next()) {
                rows.add(prepared.runner().row(prepared.studies().get(study)).line());
            }
        }
        return new Answer(hasSameDigits, Kernels.chosen().name(), List.copyOf(rows));
    }
}
