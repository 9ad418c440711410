package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.modeq.examples.connectivity.LineLoss.Factor;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;

/**
 * Learns a sequence of tasks in one of several ways; for one thread at a time.
 *
 * <p>Seed s starts all ways at the weights of seed s. The rows of task k (from 0) come from the stream 1000 s + 100 i + k for way
 * i, counted from 0, that of the line steps from 1000 s + 100 i + 50 + k; the first task is one run for all ways, with the
 * stream 1000 s.
 */
final class Learner {
    private static final double STEP_SIZE = 0.1;
    private static final int ROWS_PER_CLASS = 5;
    private static final int CLASSES = 10;
    private static final int SEED_STRIDE = 1000;
    private static final int WAY_STRIDE = 100;
    private static final int LINE_STREAMS = 50;

    private final TaskSequence tasks;
    private final Lengths lengths;
    private final LineLoss withFactor;
    private final LineLoss withoutFactor;

    /**
     * How long is learned.
     *
     * @param epochs the number of epochs on a task
     * @param lineSteps the number of steps of MC-SGD on the lines
     */
    record Lengths(int epochs, int lineSteps) {
        static final Lengths FULL = new Lengths(20, 600);

        int steps() {
            return epochs * TaskSequence.STEPS_PER_EPOCH;
        }
    }

    /**
     * The courses of all ways from one start.
     *
     * @param all the courses, in the order of the ways
     */
    record Courses(List<Course> all) {
        Courses {
            all = List.copyOf(all);
        }

        Course of(Learning way) {
            return all.get(way.place());
        }
    }

    private Learner(TaskSequence tasks, Lengths lengths) {
        this.tasks = tasks;
        this.lengths = lengths;
        this.withFactor = LineLoss.of(tasks.training(), Factor.ALPHA);
        this.withoutFactor = LineLoss.of(tasks.training(), Factor.ONE);
    }

    static Learner of(TaskSequence tasks, Lengths lengths) {
        return new Learner(tasks, lengths);
    }

    /** The courses of all ways. */
    Courses courses(long seed) {
        double[] start = TaskSequence.NETWORK.initialParameters(seed);
        BatchSource epochs = tasks.epochs(0, RandomStream.ofSeed(SEED_STRIDE * seed));
        double[] first = tasks.descend(start, List.of(epochs), STEP_SIZE, lengths.steps());
        return new Courses(
                Learning.all().stream().map(way -> course(way, first, seed)).toList());
    }

    private Course course(Learning way, double[] first, long seed) {
        List<double[]> solutions = new ArrayList<>(List.of(first));
        List<double[]> targets = new ArrayList<>(List.of(first));
        for (int k = 1; k < tasks.size(); k++) {
            long stream = SEED_STRIDE * seed + WAY_STRIDE * (long) way.place() + k;
            double[] old = solutions.get(k - 1);
            double[] target = descent(way, old, k, RandomStream.ofSeed(stream));
            targets.add(target);
            solutions.add(
                    way.isOnLines()
                            ? onLines(way, old, target, k, RandomStream.ofSeed(stream + LINE_STREAMS))
                            : target);
        }
        return Course.of(tasks, solutions, targets);
    }

    /** Gradient descent on task k and what else the way keeps; for MC-SGD ŵ. */
    private double[] descent(Learning way, double[] old, int k, RandomStream stream) {
        BatchSource epochs = tasks.epochs(k, stream);
        return switch (way) {
            case NAIVE, LINES, LINES_WITHOUT_FACTOR -> descend(old, List.of(epochs), STEP_SIZE);
            case SMALL_STEP -> descend(old, List.of(epochs), Math.scalb(STEP_SIZE, -k));
            case REPLAY -> descend(old, List.of(epochs, memory(k, stream)), STEP_SIZE);
            case JOINT ->
                descend(
                        old,
                        IntStream.rangeClosed(0, k)
                                .mapToObj(j -> tasks.epochs(j, stream))
                                .toList(),
                        STEP_SIZE);
        };
    }

    private double[] descend(double[] start, List<BatchSource> sources, double stepSize) {
        return tasks.descend(start, sources, stepSize, lengths.steps());
    }

    /** w ← w − h·(mean over α of α∇L_mem(w̄ + α(w − w̄)) + α∇L_k(ŵ + α(w − ŵ)))/2 from the middle of w̄ and ŵ. */
    private double[] onLines(Learning way, double[] old, double[] target, int k, RandomStream stream) {
        LineLoss loss = way == Learning.LINES ? withFactor : withoutFactor;
        BatchSource memory = memory(k, stream);
        BatchSource epochs = tasks.epochs(k, stream);
        int[] rows = new int[BatchSource.SIZE];
        double[] w = LineProfile.between(old, target, 0.5);
        double[] ofMemory = new double[w.length];
        double[] ofTask = new double[w.length];
        for (int step = 0; step < lengths.lineSteps(); step++) {
            memory.next(rows, 0);
            loss.gradient(rows, old, w, ofMemory);
            epochs.next(rows, 0);
            loss.gradient(rows, target, w, ofTask);
            Euclidean.add(w, -STEP_SIZE / 2, ofMemory);
            Euclidean.add(w, -STEP_SIZE / 2, ofTask);
        }
        return w;
    }

    /** Draws from the first five rows of each class of each task before task k. */
    private BatchSource memory(int k, RandomStream stream) {
        return BatchSource.draws(memoryRows(k), stream);
    }

    private List<Integer> memoryRows(int k) {
        double[] digits = tasks.training().targets();
        List<Integer> memory = new ArrayList<>();
        int[] kept = new int[k * CLASSES];
        for (int row = 0; row < k * TaskSequence.TRAINING_ROWS; row++) {
            int place = row / TaskSequence.TRAINING_ROWS * CLASSES + (int) digits[row];
            if (kept[place] < ROWS_PER_CLASS) {
                kept[place]++;
                memory.add(row);
            }
        }
        return List.copyOf(memory);
    }
}
