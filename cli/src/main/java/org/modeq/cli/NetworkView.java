package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.problem.NetworkEvaluation;
import org.modeq.numeric.problem.NetworkProblem;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** An evaluation on a network: as text the sizes and the first components, as JSON the vectors. */
final class NetworkView {
    private static final int FIRST_COMPONENTS = 3;

    private final ModifiedEquation<Rational> equation;
    private final NetworkProblem problem;
    private final NetworkEvaluation evaluation;

    NetworkView(ModifiedEquation<Rational> equation, NetworkProblem problem, NetworkEvaluation evaluation) {
        this.equation = equation;
        this.problem = problem;
        this.evaluation = evaluation;
    }

    String json() {
        ObjectNode root = EvaluationView.heading(equation);
        ArrayNode losses = network(root).putArray("losses");
        problem.tasks()
                .forEach((task, samples) -> losses.addObject()
                        .put("name", task.name())
                        .put("samples", samples.size())
                        .put("value", value(task)));
        ArrayNode orders = root.putArray("orders");
        int j = 1;
        for (double[] order : evaluation.orders()) {
            ArrayNode vector = orders.addObject()
                    .put("j", j++)
                    .put("norm", Euclidean.norm(order))
                    .putArray("vector");
            Arrays.stream(order).forEach(component -> vector.add(component + 0.0)); // no -0.0
        }
        ArrayNode terms = root.putArray("terms");
        for (NetworkEvaluation.Term term : evaluation.terms()) {
            ObjectNode node = terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("norm", term.norm());
            if (!term.vector().isEmpty()) {
                ArrayNode vector = node.putArray("vector");
                term.vector().forEach(component -> vector.add(component + 0.0));
            }
        }
        return Json.write(root);
    }

    private ObjectNode network(ObjectNode root) {
        ObjectNode network = root.putObject("network");
        ArrayNode sizes = network.putArray("sizes");
        problem.network().sizes().forEach(sizes::add);
        return network.put("activation", problem.network().activation().toString())
                .put("loss", problem.outputLoss().toString())
                .put("dimension", problem.dimension());
    }

    String text() {
        return equation.method().name() + " on the network " + problem.network() + ", "
                + problem.network().activation() + ", " + problem.outputLoss() + ": " + problem.dimension()
                + " weights and biases\n"
                + EvaluationView.conventions(equation)
                + kinks()
                + TextView.table(losses()).indent(2)
                + "\n"
                + TextView.table(orders()).indent(2)
                + EvaluationView.SUM_OF_TERMS
                + TextView.table(terms()).indent(2);
    }

    private String kinks() {
        return problem.network().activation() == Activation.RELU
                ? "relu: derivatives are those of the linear piece in which the point lies, 0 at the kink itself; kinks"
                        + " that a step crosses are not in the series\n\n"
                : "";
    }

    private List<List<String>> losses() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("loss", "samples", "value")));
        problem.tasks()
                .forEach((task, samples) ->
                        table.add(List.of(task.name(), Integer.toString(samples.size()), number(value(task)))));
        return table;
    }

    private List<List<String>> orders() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("j", "‖f_j‖", "f_j")));
        for (double[] order : evaluation.orders()) {
            table.add(List.of(Integer.toString(table.size()), number(Euclidean.norm(order)), ends(order)));
        }
        return table;
    }

    private List<List<String>> terms() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("power of h", "coefficient", "tree", "‖term‖")));
        for (NetworkEvaluation.Term term : evaluation.terms()) {
            table.add(List.of(
                    Integer.toString(term.power()),
                    term.coefficient().toString(),
                    term.tree().toString(),
                    number(term.norm())));
        }
        return table;
    }

    private double value(Colour task) {
        return problem.loss(task).value(problem.point());
    }

    /** The first components and the last one: (1, 2, 3, …, 9). */
    private static String ends(double[] vector) {
        boolean isWhole = vector.length <= FIRST_COMPONENTS + 1;
        String first = Arrays.stream(vector)
                .limit(isWhole ? vector.length : FIRST_COMPONENTS)
                .mapToObj(NetworkView::number)
                .collect(Collectors.joining(", "));
        return "(" + first + (isWhole ? "" : ", …, " + number(vector[vector.length - 1])) + ")";
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.6g", value);
    }
}
