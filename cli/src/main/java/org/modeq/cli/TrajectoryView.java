package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modeq.numeric.evaluate.LookAheadLogarithm;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.evaluate.TaskQuantities.OfPair;
import org.modeq.numeric.evaluate.TaskQuantities.OfTask;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.problem.ProblemQuantities;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

/** A modified equation along the points of a trajectory: a row for each point. */
final class TrajectoryView {
    private final ModifiedEquation<Rational> equation;
    private final String road;
    private final int points;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A point: its place in the file, the orders there, and what stands beside them if it is asked for: quantities, and how far the
     * run itself is from the field, relative to it.
     */
    private record Row(
            int index, List<double[]> orders, Optional<ProblemQuantities.Values> values, Optional<Double> missed) {}

    private TrajectoryView(ModifiedEquation<Rational> equation, String road, int points) {
        this.equation = equation;
        this.road = road;
        this.points = points;
    }

    /** Every stride-th point, the first among them; with a step size the points are the iterates of a run. */
    static TrajectoryView of(
            ModifiedEquation<Rational> equation,
            ProblemQuantities quantities,
            List<double[]> points,
            int stride,
            boolean isWithQuantities,
            Optional<Double> stepSize,
            Progress progress) {
        TrajectoryView view = new TrajectoryView(equation, quantities.road(), points.size());
        for (int i = 0; i < points.size(); i += stride) {
            double[] theta = points.get(i);
            try {
                Optional<ProblemQuantities.Values> values =
                        isWithQuantities ? Optional.of(quantities.at(theta)) : Optional.empty();
                List<double[]> orders = quantities.orders(theta);
                int index = i;
                Optional<Double> missed = stepSize.filter(h -> index + orders.size() + 1 < points.size())
                        .map(h -> missed(points, index, h, orders));
                view.rows.add(new Row(i, orders, values, missed));
            } catch (ArithmeticException notFinite) {
                throw new ArithmeticException("at the point " + i + ": " + notFinite.getMessage());
            }
            progress.report(i + 1, points.size());
        }
        return view;
    }

    /** ‖f̂ − f̃‖/‖f̃‖ of f̃ = f₁ + h f₂ + … and the look-ahead logarithm f̂ from a point on, which has one power of h more. */
    private static double missed(List<double[]> points, int index, double stepSize, List<double[]> orders) {
        double[] field = new double[orders.get(0).length];
        for (int j = orders.size() - 1; j >= 0; j--) {
            Euclidean.scale(field, stepSize);
            Euclidean.add(field, 1, orders.get(j));
        }
        double[] ofRun = LookAheadLogarithm.at(points, index, stepSize, orders.size() + 1);
        return Euclidean.distance(ofRun, field) / Euclidean.norm(field);
    }

    /** The vectors f₁, …, f_N of the first point, then those of the next. */
    List<double[]> vectors() {
        return rows.stream().flatMap(row -> row.orders().stream()).toList();
    }

    String json(boolean isWithVectors) {
        ObjectNode root = EvaluationView.heading(equation).put("road", road);
        ArrayNode list = root.putArray("points");
        for (Row row : rows) {
            ObjectNode point = list.addObject().put("index", row.index());
            ArrayNode orders = point.putArray("orders");
            for (int j = 1; j <= row.orders().size(); j++) {
                double[] order = row.orders().get(j - 1);
                ObjectNode node = orders.addObject().put("j", j).put("norm", Euclidean.norm(order));
                if (isWithVectors) {
                    ArrayNode vector = node.putArray("vector");
                    Arrays.stream(order).forEach(component -> vector.add(component + 0.0)); // no -0.0
                }
            }
            row.missed().ifPresent(missed -> point.put("missed", missed));
            row.values().ifPresent(values -> QuantitiesView.add(point, values));
        }
        return Json.write(root);
    }

    String text() {
        List<List<String>> table = new ArrayList<>();
        for (Row row : rows) {
            List<String> names = new ArrayList<>(List.of("point"));
            List<String> numbers = new ArrayList<>(List.of(Integer.toString(row.index())));
            for (int j = 1; j <= row.orders().size(); j++) {
                names.add("‖f_" + j + "‖");
                numbers.add(QuantitiesView.number(Euclidean.norm(row.orders().get(j - 1))));
            }
            if (rows.get(0).missed().isPresent()) {
                names.add("missed");
                numbers.add(row.missed().map(QuantitiesView::number).orElse("-"));
            }
            row.values().ifPresent(values -> add(values, names, numbers));
            if (table.isEmpty()) {
                table.add(names);
            }
            table.add(numbers);
        }
        return equation.method().name() + " along " + points + " points\n" + EvaluationView.conventions(equation)
                + TextView.table(table).indent(2);
    }

    private static void add(ProblemQuantities.Values values, List<String> names, List<String> numbers) {
        for (OfTask task : values.tasks().tasks()) {
            names.addAll(List.of(task.name().name(), "‖∇" + task.name() + "‖²", "λ_max(" + task.name() + ")"));
            numbers.addAll(List.of(
                    QuantitiesView.number(task.loss()),
                    QuantitiesView.number(task.gradientNormSquared()),
                    QuantitiesView.number(task.sharpness())));
        }
        for (OfPair pair : values.tasks().pairs()) {
            String fields = pair.first() + "," + pair.second();
            names.addAll(List.of("⟨" + fields + "⟩", "‖[" + fields + "]‖"));
            numbers.addAll(List.of(QuantitiesView.number(pair.alignment()), QuantitiesView.number(pair.bracketNorm())));
        }
    }
}
