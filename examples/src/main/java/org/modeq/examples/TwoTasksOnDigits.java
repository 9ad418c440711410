package org.modeq.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.StepMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.Trajectory;
import org.modeq.numeric.study.ConflictRecord;
import org.modeq.numeric.study.Contender;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.StepLadder;
import org.modeq.numeric.study.SwapComparison;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * What does the order of two tasks change? Handwritten digits below 5 and digits from 5 up, learned in turn by one network.
 *
 * <p>A sweep is a step on the loss of task A and a step on that of task B. Its modified field
 * f̃ = f_A + f_B + h(−½f_A′f_A − ½f_B′f_B + ½[f_A, f_B]) + h² f₃ + … is derived, compiled, and integrated beside the
 * optimizer itself; the field with its self-corrections but without the bracket shows what the bracket is worth. Dherin
 * (2023), theorem 4.2.
 */
public final class TwoTasksOnDigits {
    /** The network's layers. */
    public static final List<Integer> SIZES = List.of(64, 32, 10);

    /** The seed of the initial weights. */
    public static final long SEED = 1;

    /** The number of rows of the data that are used, from the first on. */
    public static final int ROWS = 512;

    /** The horizon of the ladder in units of time; a sweep takes time h. */
    public static final double HORIZON = 0.8;

    private static final List<Integer> STEP_COUNTS = List.of(8, 16, 32, 64, 128, 256, 512);
    private static final List<Double> SWAP_STEP_SIZES = List.of(0.1, 0.05, 0.025, 0.0125, 0.00625);
    /** The step size of the run along which the conflict is recorded. */
    public static final double CONFLICT_STEP_SIZE = 0.1;

    private static final int CONFLICT_STEPS = 100;
    private static final int CONFLICT_STRIDE = 10;
    private static final int HIGHEST_DIGIT_OF_A = 4;
    private static final int ORDER = 3;
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static final EulerSteps<Rational> METHOD = EulerSteps.sequence(List.of(A, B));

    private TwoTasksOnDigits() {}

    /** {@return the modified equation of a step on A, then a step on B, to order 3} */
    public static ModifiedEquation<Rational> equation() {
        return ModifiedEquation.of(METHOD, ORDER);
    }

    /**
     * The answer.
     *
     * @param conflict the conflict of the tasks along a run of A then B
     * @param swap A then B against B then A, one sweep each, by step size
     * @param ladder the ladder of each field: gradient flow, without bracket, order 2, order 3
     */
    public record Result(List<ConflictRecord> conflict, List<SwapComparison> swap, List<LadderResult> ladder) {
        /**
         * The answer.
         *
         * @param conflict the conflict along a run
         * @param swap A then B against B then A
         * @param ladder the ladder of each field
         */
        public Result {
            conflict = List.copyOf(conflict);
            swap = List.copyOf(swap);
            ladder = List.copyOf(ladder);
        }
    }

    /**
     * Runs the study.
     *
     * @param progress hears of every piece of work
     * @return the answer
     */
    public static Result run(Progress progress) {
        DenseNetwork network =
                DenseNetwork.of(SIZES.stream().mapToInt(Integer::intValue).toArray());
        Dataset data = Digits.load().rows(new IndexRange(1, ROWS));
        VectorField taskA = field(network, data.where(digit -> digit <= HIGHEST_DIGIT_OF_A));
        VectorField taskB = field(network, data.where(digit -> digit > HIGHEST_DIGIT_OF_A));
        Map<Colour, VectorField> fields = Map.of(A, taskA, B, taskB);
        StepMap sweep = DirectOptimizer.of(METHOD, fields);
        double[] start = network.initialParameters(SEED);
        Trajectory run = Trajectory.run(sweep, start, CONFLICT_STEP_SIZE, CONFLICT_STEPS);
        return new Result(
                ConflictRecord.along(taskA, taskB, run, CONFLICT_STRIDE),
                SwapComparison.of(taskA, taskB, start, SWAP_STEP_SIZES),
                StepLadder.of(sweep, start, HORIZON, STEP_COUNTS, SEED)
                        .climb(contenders(equation().field(), fields), progress));
    }

    private static VectorField field(DenseNetwork network, Dataset data) {
        return NetworkLoss.of(network, OutputLoss.SOFTMAX_CROSS_ENTROPY, data).negativeGradient();
    }

    private static List<Contender> contenders(BSeriesField<Rational> field, Map<Colour, VectorField> fields) {
        return List.of(
                new Contender("gradient flow", SeriesEvaluator.of(field.truncated(1), fields), 1),
                new Contender("without bracket", SeriesEvaluator.of(selfCorrections(field), fields), 1),
                new Contender("order 2", SeriesEvaluator.of(field.truncated(2), fields), 2),
                new Contender("order 3", SeriesEvaluator.of(field, fields), 3));
    }

    /** The field to order 2 without the trees that mix the tasks: f_A + f_B − (h/2)(f_A′f_A + f_B′f_B). */
    private static BSeriesField<Rational> selfCorrections(BSeriesField<Rational> field) {
        SortedMap<RootedTree, Rational> kept = new TreeMap<>(field.nonzero());
        kept.keySet().removeIf(tree -> tree.colours().size() > 1);
        return BSeriesField.of(2, kept);
    }

    /**
     * Prints the slopes and the swap.
     *
     * @param arguments not used
     */
    public static void main(String[] arguments) {
        Result result = run(Progress.silent());
        for (LadderResult ladder : result.ladder()) {
            ladder.fit()
                    .ifPresent(fit -> System.out.printf(
                            Locale.ROOT,
                            "%-16s slope %.4f ± %.4f, expected %.0f%n",
                            ladder.name(),
                            fit.slope(),
                            fit.halfWidth(),
                            ladder.expectedSlope()));
        }
        for (SwapComparison swap : result.swap()) {
            System.out.printf(
                    Locale.ROOT,
                    "h = %-8s AB − BA %.4e, h²[A,B] %.4e, apart by %.1e%n",
                    swap.stepSize(),
                    swap.difference(),
                    swap.prediction(),
                    swap.residual());
        }
        for (ConflictRecord record : result.conflict()) {
            System.out.printf(
                    Locale.ROOT,
                    "sweep %3d: ‖[A,B]‖ %.4f, ⟨A,B⟩ %.4f%n",
                    record.step(),
                    record.bracketNorm(),
                    record.alignment());
        }
    }
}
