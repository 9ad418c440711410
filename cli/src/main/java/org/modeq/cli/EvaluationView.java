package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modeq.numeric.problem.Evaluation;
import org.modeq.numeric.problem.FormulaProblem;
import org.modeq.numeric.problem.ProblemQuantities;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

/** An evaluation as JSON and as a table of text. Exact numbers and expressions are strings in JSON, doubles are
 * numbers. */
final class EvaluationView {
    static final String SUM_OF_TERMS = "\nf_j is the sum of the terms of power j − 1, coefficient · F(tree):\n\n";

    private EvaluationView() {}

    static String json(
            ModifiedEquation<Rational> equation,
            Evaluation<?> evaluation,
            Optional<ProblemQuantities.Values> quantities) {
        ObjectNode root = heading(equation);
        quantities.ifPresent(values -> QuantitiesView.add(root, values));
        return json(root, evaluation);
    }

    static String symbolicJson(
            ModifiedEquation<Rational> equation, List<String> variables, Evaluation<Expression> evaluation) {
        ObjectNode root = heading(equation);
        variables.forEach(root.putArray("variables")::add);
        return json(root, evaluation);
    }

    static ObjectNode heading(ModifiedEquation<Rational> equation) {
        return Json.document()
                .put("method", equation.method().name())
                .put("order", equation.order())
                .put("clock", equation.method().clock().toString());
    }

    private static String json(ObjectNode root, Evaluation<?> evaluation) {
        ArrayNode orders = root.putArray("orders");
        for (int j = 1; j <= evaluation.orders().size(); j++) {
            ObjectNode order = orders.addObject().put("j", j);
            add(order.putArray("vector"), evaluation.orders().get(j - 1));
        }
        ArrayNode terms = root.putArray("terms");
        for (Evaluation.Term<?> term : evaluation.terms()) {
            ObjectNode node = terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString());
            add(node.putArray("vector"), term.vector());
        }
        return Json.write(root);
    }

    private static void add(ArrayNode vector, List<?> components) {
        for (Object component : components) {
            if (component instanceof Double number) {
                vector.add(number);
            } else {
                vector.add(component.toString());
            }
        }
    }

    static String text(
            ModifiedEquation<Rational> equation,
            FormulaProblem problem,
            Evaluation<?> evaluation,
            Optional<ProblemQuantities.Values> quantities) {
        List<List<String>> orders = new ArrayList<>(List.of(List.of("j", "f_j")));
        for (int j = 1; j <= evaluation.orders().size(); j++) {
            orders.add(List.of(Integer.toString(j), vector(evaluation.orders().get(j - 1))));
        }
        return equation.method().name() + " at "
                + vector(problem.fields().variables()) + " = " + vector(problem.point()) + "\n"
                + conventions(equation)
                + TextView.table(orders).indent(2)
                + terms(evaluation)
                + quantities.map(QuantitiesView::text).orElse("");
    }

    /** Components one under the other, since expressions are long; each is a formula of the language. */
    static String symbolicText(
            ModifiedEquation<Rational> equation, List<String> variables, Evaluation<Expression> evaluation) {
        List<List<String>> orders = new ArrayList<>(List.of(List.of("j", "", "f_j")));
        for (int j = 1; j <= evaluation.orders().size(); j++) {
            for (int i = 0; i < variables.size(); i++) {
                orders.add(List.of(
                        i == 0 ? Integer.toString(j) : "",
                        variables.get(i),
                        evaluation.orders().get(j - 1).get(i).toString()));
            }
        }
        return equation.method().name() + " in " + vector(variables) + "\n"
                + conventions(equation)
                + TextView.table(orders).indent(2)
                + terms(evaluation);
    }

    static String conventions(ModifiedEquation<Rational> equation) {
        return "θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per " + equation.method().clock()
                + "; a loss L stands for f = −∇L\n\n";
    }

    private static String terms(Evaluation<?> evaluation) {
        List<List<String>> terms = new ArrayList<>(List.of(List.of("power of h", "coefficient", "tree", "term")));
        for (Evaluation.Term<?> term : evaluation.terms()) {
            terms.add(List.of(
                    Integer.toString(term.power()),
                    term.coefficient().toString(),
                    term.tree().toString(),
                    vector(term.vector())));
        }
        return SUM_OF_TERMS + TextView.table(terms).indent(2);
    }

    private static String vector(List<?> components) {
        return components.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
