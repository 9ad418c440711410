package org.modeq.examples.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.FieldAtPoint;
import org.modeq.numeric.evaluate.Lanczos;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.RandomStream;

/** Do random numbers, start and loss of all experiments come out as on other machines? */
public final class SharedAnchors implements Experiment {
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_PRODUCTS = 200;

    /** The experiment; nothing is computed before it runs. */
    public SharedAnchors() {}

    @Override
    public String name() {
        return "anchors";
    }

    @Override
    public String question() {
        return "Do random numbers, initial weights and the first loss come out as elsewhere?";
    }

    @Override
    public String paper() {
        return "Shared parts of all experiments";
    }

    @Override
    public String text() {
        return """
                All experiments draw from one kind of stream: uniform numbers of java.util.SplittableRandom, normal numbers by the
                transformation of Box and Muller, permutations by Fisher and Yates. The network of the experiments with tasks is
                64-16-10 with tanh and softmax cross-entropy on 1797 handwritten digits; its weights start as normal numbers divided by
                the root of the number of inputs, its biases at 0.

                To see: first numbers of each stream, and loss, gradient and largest curvature at the start, beside those of a program
                that shares no code with this one. Where one of them is missed, no deterministic number of another experiment can be
                expected to come out.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{gather*}
                (u_0,u_1)\\mapsto\\sqrt{-2\\log(1-u_0)}\\,(\\cos2\\pi u_1,\\sin2\\pi u_1),\\\\
                L(\\theta)=\\frac1n\\sum_{i=1}^n-\\log\\operatorname{softmax}\\bigl(\\tanh(x_iW_1+b_1)W_2+b_2\\bigr)_{y_i}
                \\end{gather*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of("network", "64-16-10, tanh, cross-entropy, rows 0–999"));
    }

    @Override
    public List<Long> seeds() {
        return List.of(1L, 5L, 7L, 11L, 12L);
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>(streams());
        progress.report(1, 2);
        outcomes.addAll(network());
        progress.report(2, 2);
        return new Findings(outcomes, List.of());
    }

    private static List<Outcome> streams() {
        List<Outcome> outcomes = new ArrayList<>();
        RandomStream uniform = RandomStream.ofSeed(7);
        double[] numbers = {uniform.uniform(), uniform.uniform(), uniform.uniform()};
        outcomes.addAll(digits(
                "uniform stream of seed 7",
                numbers,
                "0.3898297483912715",
                "0.01678829452815611",
                "0.9007606806068834"));
        outcomes.addAll(digits("N(7; 4)", normals(7, 4), "0.98847433", "0.10465665", "-1.86425581", "-1.0700431"));
        outcomes.addAll(digits("N(11; 10×20)", normals(11, 200), "-0.06767644", "0.86932695", "-1.42504328"));
        outcomes.addAll(digits("N(12; 20×30)", normals(12, 600), "1.22154633", "-0.48841611", "0.60458422"));
        String shuffled = Arrays.stream(RandomStream.ofSeed(5).shuffle(8))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        outcomes.add(Outcome.same("0 shuffle of seed 5, n = 8", shuffled, "7 2 6 4 0 1 5 3"));
        return outcomes;
    }

    private static double[] normals(long seed, int count) {
        return RandomStream.ofSeed(seed).normals(count);
    }

    private static List<Outcome> network() {
        double[] start = DigitTasks.NETWORK.initialParameters(1);
        double[] second = DigitTasks.NETWORK.layout().view(start, "W2").data;
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.addAll(digits("initial θ of seed 1", start, "-0.00428342", "-0.16157607", "-0.31250844"));
        outcomes.addAll(digits("initial W2 of seed 1", second, "0.27239217", "0.10975335"));
        Loss loss = DigitTasks.loss(Digits.load().rows(new IndexRange(1, DigitTasks.TRAINING_ROWS)));
        outcomes.add(Outcome.exact("0 loss at the start", loss.value(start), 2.3573880884176304));
        outcomes.add(Outcome.exact(
                "0 norm of the gradient at the start", Euclidean.norm(loss.gradient(start)), 0.6148949840122511));
        outcomes.add(Outcome.digits("0 λ_max at the start", sharpness(loss, start), "2.5402612"));
        return outcomes;
    }

    private static double sharpness(Loss loss, double[] theta) {
        FieldAtPoint field = FieldAtPoint.of(loss.negativeGradient());
        field.moveTo(theta);
        return Lanczos.largest(
                        direction -> {
                            double[] image = field.derivative(direction);
                            Euclidean.scale(image, -1);
                            return image;
                        },
                        theta.length,
                        TOLERANCE,
                        MOST_PRODUCTS,
                        1)
                .value();
    }

    private static List<Outcome> digits(String name, double[] values, String... expected) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            outcomes.add(Outcome.digits("0 " + name + ", number " + i, values[i], expected[i]));
        }
        return outcomes;
    }
}
