package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.problem.ModelEvaluation;
import org.modeq.numeric.problem.ModelProblem;
import org.modeq.numeric.problem.ProblemQuantities;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** An evaluation on a model: as text the sizes and the first components, as JSON the vectors. */
final class ModelView {
    private static final int FIRST_COMPONENTS = 3;

    private final ModifiedEquation<Rational> equation;
    private final ModelProblem problem;
    private final ModelEvaluation evaluation;
    private final Optional<ProblemQuantities.Values> quantities;

    ModelView(
            ModifiedEquation<Rational> equation,
            ModelProblem problem,
            ModelEvaluation evaluation,
            Optional<ProblemQuantities.Values> quantities) {
        this.quantities = quantities;
        this.equation = equation;
        this.problem = problem;
        this.evaluation = evaluation;
    }

    String json() {
        ObjectNode root = EvaluationView.heading(equation);
        ArrayNode losses = model(root).putArray("losses");
        problem.tasks()
                .forEach((name, task) -> losses.addObject()
                        .put("name", name.name())
                        .put("samples", task.samples())
                        .put("value", value(name)));
        ArrayNode orders = root.put("road", evaluation.road()).putArray("orders");
        int j = 1;
        for (double[] order : evaluation.orders()) {
            ArrayNode vector = orders.addObject()
                    .put("j", j++)
                    .put("norm", Euclidean.norm(order))
                    .putArray("vector");
            Arrays.stream(order).forEach(component -> vector.add(component + 0.0)); // no -0.0
        }
        ArrayNode terms = root.putArray("terms");
        for (ModelEvaluation.Term term : evaluation.terms()) {
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
        quantities.ifPresent(values -> QuantitiesView.add(root, values));
        return Json.write(root);
    }

    private ObjectNode model(ObjectNode root) {
        ObjectNode model = root.putObject("model");
        model.setAll((ObjectNode) problem.model().written());
        return model.put("dimension", problem.dimension());
    }

    String text() {
        return equation.method().name() + " on the model " + problem.model().text() + ": " + problem.dimension()
                + " parameters\n"
                + EvaluationView.conventions(equation)
                + kinks()
                + TextView.table(losses()).indent(2)
                + "\n"
                + TextView.table(orders()).indent(2)
                + "\nf_1 to f_" + equation.order() + " " + evaluation.road() + "\n"
                + EvaluationView.SUM_OF_TERMS
                + TextView.table(terms()).indent(2)
                + quantities.map(QuantitiesView::text).orElse("");
    }

    private String kinks() {
        return problem.model().hasKinks()
                ? "relu: derivatives are those of the linear piece in which the point lies, 0 at the kink itself; kinks"
                        + " that a step crosses are not in the series\n\n"
                : "";
    }

    private List<List<String>> losses() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("loss", "samples", "value")));
        problem.tasks()
                .forEach((name, task) -> table.add(
                        List.of(name.name(), Integer.toString(task.samples()), QuantitiesView.number(value(name)))));
        return table;
    }

    private List<List<String>> orders() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("j", "‖f_j‖", "f_j")));
        for (double[] order : evaluation.orders()) {
            table.add(
                    List.of(Integer.toString(table.size()), QuantitiesView.number(Euclidean.norm(order)), ends(order)));
        }
        return table;
    }

    private List<List<String>> terms() {
        List<List<String>> table = new ArrayList<>(List.of(List.of("power of h", "coefficient", "tree", "‖term‖")));
        for (ModelEvaluation.Term term : evaluation.terms()) {
            table.add(List.of(
                    Integer.toString(term.power()),
                    term.coefficient().toString(),
                    term.tree().toString(),
                    QuantitiesView.number(term.norm())));
        }
        return table;
    }

    private double value(Colour name) {
        return problem.loss(name).value(problem.start());
    }

    /** The first components and the last one: (1, 2, 3, …, 9). */
    private static String ends(double[] vector) {
        boolean isWhole = vector.length <= FIRST_COMPONENTS + 1;
        String first = Arrays.stream(vector)
                .limit(isWhole ? vector.length : FIRST_COMPONENTS)
                .mapToObj(QuantitiesView::number)
                .collect(Collectors.joining(", "));
        return "(" + first + (isWhole ? "" : ", …, " + QuantitiesView.number(vector[vector.length - 1])) + ")";
    }
}
