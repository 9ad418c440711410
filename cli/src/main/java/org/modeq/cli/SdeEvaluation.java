package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modeq.numeric.evaluate.SdeEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.problem.Problem;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.pattern.ModifiedSde;

/** The stochastic differential equation of SGD at the point of a problem, in doubles: every field of it is a batch. */
final class SdeEvaluation {
    private final Problem problem;
    private final int order;
    private final SdeEvaluator evaluator;

    private SdeEvaluation(Problem problem, int order) {
        this.problem = problem;
        this.order = order;
        this.evaluator = SdeEvaluator.of(ModifiedSde.of(order), problem.vectorFields());
    }

    static SdeEvaluation of(Problem problem, int order) {
        return new SdeEvaluation(problem, order);
    }

    /** B₁, …, B_N. */
    List<double[]> drift() {
        return evaluator.drift(problem.start());
    }

    String text() {
        List<List<String>> drift = new ArrayList<>(List.of(List.of("j", "‖B_j‖", "B_j")));
        drift().forEach(vector -> drift.add(List.of(
                Integer.toString(drift.size()),
                AdaptiveEvaluation.number(Euclidean.norm(vector)),
                AdaptiveEvaluation.vector(vector))));
        List<List<String>> columns = new ArrayList<>(List.of(List.of("batch", "power of h", "norm", "column")));
        double trace = 0;
        int b = 0;
        for (List<double[]> column : evaluator.columns(problem.start())) {
            for (int power = 0; power < column.size(); power++) {
                double[] vector = column.get(power);
                columns.add(List.of(
                        evaluator.batches().get(b).name(),
                        Integer.toString(power),
                        AdaptiveEvaluation.number(Euclidean.norm(vector)),
                        AdaptiveEvaluation.vector(vector)));
            }
            double norm = Euclidean.norm(column.get(0));
            trace += norm * norm;
            b++;
        }
        return "sgd on " + problem.name() + ", a batch drawn with equal probability for each step\n"
                + "dX = [B₁ + h B₂ + …] dt + √h Σ_b [σ_b + h c_b] dW_b (Itô), time h per step\n\n"
                + TextView.table(drift).indent(2)
                + "\nThe columns C_b = σ_b + h c_b, Σ_b ‖σ_b‖² = " + AdaptiveEvaluation.number(trace)
                + ", the trace of the covariance of a draw:\n\n"
                + TextView.table(columns).indent(2);
    }

    String json() {
        ObjectNode root =
                Json.document().put("method", "sgd").put("order", order).put("clock", "step");
        root.putObject("parameters");
        add(root.putArray("orders"), drift());
        ArrayNode columns = root.putArray("columns");
        int b = 0;
        for (List<double[]> column : evaluator.columns(problem.start())) {
            ObjectNode node =
                    columns.addObject().put("batch", evaluator.batches().get(b).name());
            add(node.putArray("orders"), column);
            b++;
        }
        return Json.write(root);
    }

    private static void add(ArrayNode list, List<double[]> orders) {
        for (int j = 0; j < orders.size(); j++) {
            ObjectNode node = list.addObject().put("j", j + 1).put("norm", Euclidean.norm(orders.get(j)));
            Arrays.stream(orders.get(j)).forEach(node.putArray("vector")::add);
        }
    }
}
