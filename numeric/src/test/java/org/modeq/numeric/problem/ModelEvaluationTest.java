package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.SeriesInStepSize;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A modified equation evaluated on a model")
class ModelEvaluationTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final int ORDER = 4;

    /** Forty digits, those below 5 and those from 5 up. */
    private static ModelProblem twoTasks(Activation activation, OutputLoss loss) {
        Dataset data = Digits.load().rows(new IndexRange(1, 40));
        SortedMap<Colour, Dataset> tasks =
                new TreeMap<>(Map.of(A, data.where(digit -> digit < 5), B, data.where(digit -> digit >= 5)));
        DenseNetwork network = DenseNetwork.of(activation, 64, 6, 10);
        SortedMap<Colour, ModelProblem.Task> losses = new TreeMap<>();
        tasks.forEach((task, samples) ->
                losses.put(task, new ModelProblem.Task(samples.size(), NetworkLoss.of(network, loss, samples))));
        ModelProblem.Model model = new ModelProblem.Model(
                JsonNodeFactory.instance.objectNode(), network.toString(), network.layout(), false);
        return ModelProblem.of("digits", model, losses, network.initialParameters(7));
    }

    private static ModelEvaluation evaluated(ModelProblem problem, Method<Rational> method, Optional<String> field) {
        return ModelEvaluation.of(
                ModifiedEquation.of(method, ORDER), problem.meaning(method, field), problem, true, Progress.silent());
    }

    private static double distance(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return Euclidean.norm(difference) / Euclidean.norm(b);
    }

    /** The sum of the terms of every power against f_j; the norms against the vectors. */
    private static void requireThatTermsAddUp(ModelEvaluation evaluation) {
        for (int j = 1; j <= ORDER; j++) {
            double[] sum = new double[evaluation.orders().get(0).length];
            for (ModelEvaluation.Term term : evaluation.terms()) {
                if (term.power() == j - 1) {
                    double[] vector = term.vector().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    assertEquals(Euclidean.norm(vector), term.norm(), 1e-14 * term.norm());
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += vector[i];
                    }
                }
            }
            assertTrue(distance(sum, evaluation.orders().get(j - 1)) < 1e-12, "f" + j);
        }
    }

    @ParameterizedTest(name = "of {0}, {1}, {2} is the series in h of the optimizer itself, and its terms add up")
    @CsvSource(
            delimiter = ';',
            value = {
                "gd; TANH; SOFTMAX_CROSS_ENTROPY",
                "gd; GELU; MEAN_SQUARED_ERROR",
                "sequence:A,B; TANH; SOFTMAX_CROSS_ENTROPY",
                "sequence:A,B,A; SOFTPLUS; SOFTMAX_CROSS_ENTROPY",
                "sequence:A,B; RELU; SOFTMAX_CROSS_ENTROPY",
                "joint:A,B; SIGMOID; SOFTMAX_CROSS_ENTROPY",
                "joint:A,B; SINE; MEAN_SQUARED_ERROR",
                "sequence:A,B; IDENTITY; MEAN_SQUARED_ERROR"
            })
    void againstSeriesInStepSize(String name, Activation activation, OutputLoss loss) {
        ModelProblem problem = twoTasks(activation, loss);
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        Optional<String> field = name.equals("gd") ? Optional.of("B") : Optional.empty();
        ModelEvaluation evaluation = evaluated(problem, method, field);
        // Not the graph's prepared gradient: the gradient on jets, negated.
        Map<Colour, VectorField> fields =
                Map.of(A, gradient(problem.loss(A)), B, gradient(problem.loss(B)), Colour.F, gradient(problem.loss(B)));
        List<double[]> referee = SeriesInStepSize.orders(DirectOptimizer.of(method, fields), problem.start(), ORDER);
        for (int j = 0; j < ORDER; j++) {
            assertTrue(
                    distance(evaluation.orders().get(j), referee.get(j)) < 1e-12,
                    "f" + (j + 1) + ": " + distance(evaluation.orders().get(j), referee.get(j)));
        }
        requireThatTermsAddUp(evaluation);
    }

    private static VectorField gradient(Loss loss) {
        return VectorField.of(loss.dimension(), theta -> loss.gradient(theta).scaled(-1));
    }

    /**
     * f₁ = f/(1 − β) and f₂ = −(1 + β)/(2(1 − β)³) f′f: 2f and −6 f′f for β = 1/2. Here f′f = D∇L[∇L] by central
     * differences of the gradient.
     */
    @Test
    @DisplayName("of the heavy ball with β = 1/2 begins with 2f − 6h f′f, and its terms add up")
    void heavyBall() {
        ModelProblem problem = twoTasks(Activation.TANH, OutputLoss.SOFTMAX_CROSS_ENTROPY);
        SortedMap<String, Rational> beta = new TreeMap<>(Map.of("beta", Rational.parse("1/2")));
        Method<Rational> method =
                Methods.requireRational(Methods.parse("heavy-ball", new MethodParameters(beta, List.of())));
        ModelEvaluation evaluation = evaluated(problem, method, Optional.of("A"));
        double[] theta = problem.start();
        double[] gradient = problem.loss(A).gradient(theta);
        double step = 1e-4;
        double[] ahead = problem.loss(A).gradient(moved(theta, step, gradient));
        double[] back = problem.loss(A).gradient(moved(theta, -step, gradient));
        double[] first = moved(new double[theta.length], -2, gradient);
        double[] second = moved(moved(new double[theta.length], -6 / (2 * step), ahead), 6 / (2 * step), back);
        assertTrue(distance(evaluation.orders().get(0), first) < 1e-13);
        assertTrue(distance(evaluation.orders().get(1), second) < 1e-6);
        requireThatTermsAddUp(evaluation);
    }

    private static double[] moved(double[] point, double factor, double[] direction) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += factor * direction[i];
        }
        return moved;
    }

    @Test
    @DisplayName("keeps norms only where vectors are not asked for")
    void norms() {
        ModelProblem problem = twoTasks(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR);
        Method<Rational> method = Methods.parseRational("sequence:A,B");
        ModifiedEquation<Rational> equation = ModifiedEquation.of(method, 2);
        ModelEvaluation kept = ModelEvaluation.of(
                equation, problem.meaning(method, Optional.empty()), problem, true, Progress.silent());
        ModelEvaluation norms = ModelEvaluation.of(
                equation, problem.meaning(method, Optional.empty()), problem, false, Progress.silent());
        assertEquals(6, norms.terms().size());
        for (int i = 0; i < norms.terms().size(); i++) {
            assertEquals(kept.terms().get(i).norm(), norms.terms().get(i).norm());
            assertTrue(norms.terms().get(i).vector().isEmpty());
        }
    }

    @Test
    @DisplayName("says after each term how many there are")
    void progress() {
        Method<Rational> method = Methods.parseRational("sequence:A,B");
        ModelProblem problem = twoTasks(Activation.TANH, OutputLoss.MEAN_SQUARED_ERROR);
        List<String> heard = new ArrayList<>();
        ModelEvaluation.of(
                ModifiedEquation.of(method, 2),
                problem.meaning(method, Optional.empty()),
                problem,
                false,
                (done, total) -> heard.add(done + "/" + total));
        assertEquals(List.of("1/6", "2/6", "3/6", "4/6", "5/6", "6/6"), heard);
    }

    @ParameterizedTest(name = "is refused beyond {0} MiB with the largest order that fits")
    @ValueSource(longs = {1, 4})
    void memory(long mebibytes) {
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("gd"), 8);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ModelMemory(2410, 1000, false, mebibytes << 20).requireThatItFits(equation.field()))
                .getMessage();
        assertTrue(message.contains("the largest order that fits is "), message);
        String none = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ModelMemory(1L << 30, 1, true, 1 << 20).requireThatItFits(equation.field()))
                .getMessage();
        assertTrue(none.contains("a smaller model"), none);
        new ModelMemory(2410, 1000, true, 1L << 30).requireThatItFits(equation.field());
    }
}
