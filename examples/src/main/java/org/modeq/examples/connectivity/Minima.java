package org.modeq.examples.connectivity;

import java.util.List;
import org.modeq.numeric.model.RandomStream;

/** Where stochastic gradient descent on two tasks ends, by where it starts. */
final class Minima {
    /** The step size of all runs. */
    static final double STEP_SIZE = 0.2;

    /** The other random start of seed s is that of seed 100 + s. */
    private static final int OTHER_SEED = 100;

    /** The batches of run r of seed s are those of the stream 1000 s + r. */
    private static final int STREAMS = 1000;

    private final TaskSequence tasks;
    private final long seed;
    private final int epochs;
    private final double[] first;
    private final double[] second;
    private final double[] joint;
    private final double[] sameStart;
    private final double[] otherStart;

    private Minima(TaskSequence tasks, long seed, int epochs) {
        this.tasks = tasks;
        this.seed = seed;
        this.epochs = epochs;
        double[] start = TaskSequence.NETWORK.initialParameters(seed);
        double[] other = TaskSequence.NETWORK.initialParameters(OTHER_SEED + seed);
        this.first = run(1, start, 0);
        this.second = run(2, first, 1);
        this.joint = run(3, first, 0, 1);
        this.sameStart = run(4, start, 0, 1);
        this.otherStart = run(5, other, 0, 1);
    }

    /** Trains on the first two tasks, from the random starts of a seed. */
    static Minima of(TaskSequence tasks, long seed, int epochs) {
        return new Minima(tasks, seed, epochs);
    }

    private double[] run(int number, double[] start, Integer... onTasks) {
        RandomStream stream = RandomStream.ofSeed(STREAMS * seed + number);
        List<BatchSource> sources =
                List.of(onTasks).stream().map(k -> tasks.epochs(k, stream)).toList();
        return tasks.descend(start, sources, STEP_SIZE, epochs * TaskSequence.STEPS_PER_EPOCH);
    }

    /** w₁, of task 1 from the random start. */
    double[] first() {
        return first;
    }

    /** w₂, of task 2 from w₁. */
    double[] second() {
        return second;
    }

    /** w*, of both tasks from w₁. */
    double[] joint() {
        return joint;
    }

    /** w°, of both tasks from the same random start as w₁. */
    double[] sameStart() {
        return sameStart;
    }

    /** w×, of both tasks from another random start. */
    double[] otherStart() {
        return otherStart;
    }
}
