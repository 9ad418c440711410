package org.modeq.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.sweep.SweepEngine;
import org.modeq.numeric.sweep.SweepParcel;
import org.modeq.numeric.sweep.SweepPlan;
import org.modeq.numeric.sweep.SweepRow;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Runs the studies of a sweep as one Spark job; its parts bring their rows as they end. */
final class SparkEngine implements SweepEngine {
    /** So many parts for each core, so that all end at about the same time and a lost part is little work. */
    private static final int PARTS_PER_CORE = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLISECONDS = 200;

    private final String master;

    private SparkEngine(String master) {
        this.master = master;
    }

    /** The engine of a master that Spark knows. */
    static SparkEngine of(String master) {
        return new SparkEngine(master);
    }

    @Override
    public void run(SweepPlan plan, List<SweepPlan.Study> open, Consumer<SweepRow> finished) {
        SweepParcel parcel = SweepParcel.of(plan);
        try (JavaSparkContext context = SparkConnection.open(master)) {
            Broadcast<byte[]> archive = context.broadcast(parcel.archive());
            StudyTask task = new StudyTask(archive, parcel.sweep(), plan.fingerprint());
            BlockingQueue<StudyTask.Answer> answers = new LinkedBlockingQueue<>();
            List<int[]> parts = parts(open, PARTS_PER_CORE * context.defaultParallelism());
            FutureAction<?> job = submit(context, parts, task, answers);
            try {
                collect(new Waiting(context, job), answers, open.size(), line -> finished.accept(row(line, plan)));
            } finally {
                job.cancel();
            }
        }
    }

    /** The numbers of the studies, dealt out in their order. */
    static List<int[]> parts(List<SweepPlan.Study> open, int wanted) {
        int count = Math.min(wanted, open.size());
        List<int[]> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            int from = Math.toIntExact((long) open.size() * part / count);
            int to = Math.toIntExact((long) open.size() * (part + 1) / count);
            parts.add(open.subList(from, to).stream()
                    .mapToInt(SweepPlan.Study::index)
                    .toArray());
        }
        return parts;
    }

    private static FutureAction<?> submit(
            JavaSparkContext context, List<int[]> parts, StudyTask task, BlockingQueue<StudyTask.Answer> answers) {
        List<Object> numbers = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            numbers.add(part);
        }
        Seq<Object> all = CollectionConverters.asScala(numbers).toSeq();
        return context.sc()
                .submitJob(
                        context.parallelize(parts, parts.size()).rdd(),
                        task,
                        all,
                        new AbstractFunction2<Object, StudyTask.Answer, BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object part, StudyTask.Answer answer) {
                                answers.add(answer);
                                return BoxedUnit.UNIT;
                            }
                        },
                        new AbstractFunction0<BoxedUnit>() {
                            @Override
                            public BoxedUnit apply() {
                                return BoxedUnit.UNIT;
                            }
                        });
    }

    /** A job and the workers that it waits for. */
    private record Waiting(JavaSparkContext context, FutureAction<?> job) {
        /** Workers that have joined; this process itself counts where it computes. */
        boolean hasWorker() {
            return context.isLocal() || context.statusTracker().getExecutorInfos().length > 1;
        }
    }

    private void collect(
            Waiting waiting, BlockingQueue<StudyTask.Answer> answers, int rows, Consumer<String> finished) {
        long lastSeen = System.nanoTime();
        int taken = 0;
        while (taken < rows) {
            Optional<StudyTask.Answer> answer = next(answers);
            if (answer.isPresent()) {
                requireSameDigits(answer.get());
                answer.get().rows().forEach(finished);
                taken += answer.get().rows().size();
            } else if (waiting.job().isCompleted() && answers.isEmpty()) {
                throw brokenOff(waiting.job());
            }
            if (answer.isPresent() || waiting.hasWorker()) {
                lastSeen = System.nanoTime();
            } else if (System.nanoTime() - lastSeen > PATIENCE.toNanos()) {
                throw new IllegalArgumentException("no worker of " + master + " has taken a part of the sweep for "
                        + PATIENCE.toSeconds()
                        + " seconds; start one, or wait until one is free, and run again: what is done is kept");
            }
        }
    }

    private static Optional<StudyTask.Answer> next(BlockingQueue<StudyTask.Answer> answers) {
        try {
            return Optional.ofNullable(answers.poll(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted; run it again to go on");
        }
    }

    private static void requireSameDigits(StudyTask.Answer answer) {
        if (!answer.hasSameDigits()) {
            throw new IllegalArgumentException("a worker with the kernel " + answer.kernel()
                    + " computes other digits than this process with the kernel "
                    + Kernels.chosen().name()
                    + "; set MODEQ_KERNEL=plain here, or use workers with the same processor and Java");
        }
    }

    private CancellationException brokenOff(FutureAction<?> job) {
        Throwable cause = job.value().get().failed().getOrElse(null);
        String reason = cause == null
                ? "it ended without all rows"
                : Objects.toString(cause.getMessage()).lines().findFirst().orElse("");
        return new CancellationException("the job on " + master + " was broken off (" + reason
                + "); the logs of its workers say why; run again to go on: what is done is kept");
    }

    private static SweepRow row(String line, SweepPlan plan) {
        return SweepRow.parse(line, plan.orders().size())
                .orElseThrow(() -> new IllegalStateException("a row was damaged on its way: '" + line + "'"));
    }

    /** Adds {@code results.parquet}. */
    @Override
    public void keep(SweepPlan plan, List<SweepRow> rows, Path folder) throws IOException {
        ParquetTable.write(plan, rows, folder.resolve("results.parquet"));
    }
}
