package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.numeric.evaluate.TaskQuantities.OfPair;
import org.modeq.numeric.evaluate.TaskQuantities.OfTask;
import org.modeq.numeric.problem.ProblemQuantities;
import org.modeq.symbolic.latex.TextView;

/** What stands beside the orders of a field at a point: losses, gradients, brackets, curvature, curl. */
final class QuantitiesView {
    private QuantitiesView() {}

    static void add(ObjectNode root, ProblemQuantities.Values values) {
        ObjectNode quantities = root.putObject("quantities");
        ArrayNode tasks = quantities.putArray("tasks");
        for (OfTask task : values.tasks().tasks()) {
            tasks.addObject()
                    .put("name", task.name().name())
                    .put("loss", task.loss())
                    .put("gradientNormSquared", task.gradientNormSquared())
                    .put("sharpness", task.sharpness())
                    .put("residual", task.residual());
        }
        ArrayNode pairs = quantities.putArray("pairs");
        for (OfPair pair : values.tasks().pairs()) {
            pairs.addObject()
                    .put("first", pair.first().name())
                    .put("second", pair.second().name())
                    .put("alignment", pair.alignment())
                    .put("cosine", pair.cosine())
                    .put("bracketNorm", pair.bracketNorm());
        }
        values.modifiedLoss().forEach(quantities.putArray("modifiedLoss")::add);
        values.curl().forEach(quantities.putArray("curl")::add);
    }

    static String text(ProblemQuantities.Values values) {
        StringBuilder text = new StringBuilder();
        if (!values.tasks().tasks().isEmpty()) {
            List<List<String>> tasks =
                    new ArrayList<>(List.of(List.of("loss", "value", "‖∇L‖²", "λ_max(∇²L)", "residual")));
            for (OfTask task : values.tasks().tasks()) {
                tasks.add(List.of(
                        task.name().name(),
                        number(task.loss()),
                        number(task.gradientNormSquared()),
                        number(task.sharpness()),
                        String.format(Locale.ROOT, "%.1e", task.residual())));
            }
            text.append('\n').append(TextView.table(tasks).indent(2));
        }
        if (!values.tasks().pairs().isEmpty()) {
            List<List<String>> pairs = new ArrayList<>(List.of(List.of("fields", "⟨f, g⟩", "cosine", "‖[f, g]‖")));
            for (OfPair pair : values.tasks().pairs()) {
                pairs.add(List.of(
                        pair.first() + ", " + pair.second(),
                        number(pair.alignment()),
                        number(pair.cosine()),
                        number(pair.bracketNorm())));
            }
            text.append('\n').append(TextView.table(pairs).indent(2));
        }
        List<List<String>> orders = new ArrayList<>(List.of(List.of("j", "modified loss L_j", "curl of f_j")));
        for (int j = 0; j < Math.max(values.modifiedLoss().size(), values.curl().size()); j++) {
            orders.add(List.of(Integer.toString(j + 1), entry(values.modifiedLoss(), j), curl(values.curl(), j)));
        }
        return text + "\n" + TextView.table(orders).indent(2)
                + "\ncurl: the share of the skew part in the Jacobian, 0 for a gradient; see the README\n";
    }

    private static String entry(List<Double> values, int place) {
        return place < values.size() ? number(values.get(place)) : "-";
    }

    /** A share beside 1: what is below the rounding of doubles is 0. */
    private static String curl(List<Double> values, int place) {
        return place < values.size() ? String.format(Locale.ROOT, "%.1e", values.get(place)) : "-";
    }

    static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.6g", value);
    }
}
