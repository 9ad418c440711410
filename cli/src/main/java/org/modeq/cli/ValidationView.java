package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.Regime;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.latex.TextView;

/** The report of a validation as JSON and as text. */
final class ValidationView {
    private ValidationView() {}

    static String verdict(boolean passes) {
        return passes ? "pass" : "fail";
    }

    static String json(ValidationReport report) {
        ObjectNode root = Json.document()
                .put("problem", report.problem())
                .put("method", report.method())
                .put("order", report.order())
                .put("accuracy", report.accuracy())
                .put("precision", isPrecise(report) ? "50 digits" : "double");
        ArrayNode layers = root.putArray("layers");
        for (ValidationReport.Layer measured : report.layers()) {
            ObjectNode layer = layer(layers, report, measured);
            switch (measured.letter()) {
                case "A" -> coefficients(report, layer);
                case "B" -> defects(report, layer);
                case "C" -> ladders(report, layer);
                case "E" -> NoiseView.add(report, layer);
                default -> mutants(report, layer);
            }
        }
        regime(report.regime(), layers.addObject().put("layer", "F").put("name", "regime"));
        root.putObject("cost")
                .put("userCpuSeconds", report.cpuSeconds())
                .put("gradientEquivalents", report.gradientEquivalents());
        root.put("verdict", verdict(report.failures().isEmpty()));
        return Json.write(root);
    }

    private static void mutants(ValidationReport report, ObjectNode layer) {
        ArrayNode mutants = layer.putArray("mutants");
        report.mutants().forEach(mutant -> {
            ObjectNode node =
                    mutants.addObject().put("mutation", mutant.mutation()).put("detected", mutant.isDetected());
            mutant.by().forEach(node.putArray("by")::add);
            mutant.ladder()
                    .ifPresent(ladder -> ladder(ladder, node.putObject("ladder").put("expected", ladder.expected())));
        });
    }

    /** Whether the problem itself, and not only the random ones, was small enough for high precision. */
    private static boolean isPrecise(ValidationReport report) {
        return report.coefficients().stream()
                .anyMatch(comparison -> comparison.problem().equals(report.problem())
                        && !comparison.precision().equals("double"));
    }

    private static ObjectNode layer(ArrayNode layers, ValidationReport report, ValidationReport.Layer layer) {
        return layers.addObject()
                .put("layer", layer.letter())
                .put("name", layer.name())
                .put("verdict", verdict(report.passes(layer.letter())));
    }

    private static void coefficients(ValidationReport report, ObjectNode layer) {
        layer.put(
                "worst",
                report.coefficients().stream()
                        .filter(comparison -> comparison.precision().equals("double"))
                        .mapToDouble(comparison -> comparison.worst())
                        .max()
                        .orElse(0));
        report.untested().forEach(layer.putArray("untested")::add);
        ArrayNode problems = layer.putArray("problems");
        report.coefficients()
                .forEach(comparison -> problems.addObject()
                        .put("problem", comparison.problem())
                        .put("precision", comparison.precision())
                        .put("worst", comparison.worst())
                        .put("tolerance", comparison.tolerance()));
    }

    private static void defects(ValidationReport report, ObjectNode layer) {
        layer.put("expected", report.accuracy() + 1);
        report.defects().stream()
                .filter(defects -> defects.problem().equals(report.problem()))
                .findFirst()
                .ifPresent(own -> own.slopes().forEach(layer.putArray("slopes")::add));
        ArrayNode problems = layer.putArray("problems");
        report.defects().forEach(defects -> {
            ObjectNode node = problems.addObject().put("problem", defects.problem());
            defects.stepSizes().forEach(node.putArray("h")::add);
            defects.defects().forEach(node.putArray("defects")::add);
            defects.slopes().forEach(node.putArray("slopes")::add);
        });
    }

    private static void ladders(ValidationReport report, ObjectNode layer) {
        layer.put("expected", report.accuracy());
        ladder(report.ladders().get(0), layer);
        ArrayNode problems = layer.putArray("problems");
        report.ladders().stream().skip(1).forEach(ladder -> ladder(ladder, problems.addObject()));
    }

    static void ladder(ValidationReport.Ladder ladder, ObjectNode node) {
        node.put("problem", ladder.problem()).put("horizon", ladder.horizon());
        ArrayNode points = node.putArray("points");
        for (LadderPoint point : ladder.points()) {
            points.addObject()
                    .put("h", point.stepSize())
                    .put("error", point.error())
                    .put("floor", point.floor())
                    .put("flowError", point.flowError())
                    .put("used", point.used());
        }
        ladder.fit().ifPresent(fit -> {
            node.put("slope", fit.slope());
            node.putArray("ci95").add(fit.lower()).add(fit.upper());
            fit.pairSlopes().forEach(node.putArray("slopes")::add);
        });
    }

    private static void regime(Regime regime, ObjectNode layer) {
        layer.put("h", regime.stepSize()).put("hLambdaMax", regime.hLambdaMax());
        layer.put("reach", regime.limits().reach());
        if (Double.isFinite(regime.limits().stable())) {
            layer.put("stable", regime.limits().stable());
        }
        ArrayNode path = layer.putArray("path");
        regime.path()
                .forEach(point -> path.addObject().put("time", point.time()).put("hLambda", point.hLambda()));
        regime.termSizes().forEach(layer.putArray("termSizes")::add);
        layer.put("truncationIndex", regime.truncationIndex());
        if (Double.isFinite(regime.radius())) {
            layer.put("radius", regime.radius());
        }
        layer.put("warning", String.join("; ", regime.warnings()));
    }

    static String text(ValidationReport report) {
        return report.method() + " to order " + report.order() + " on " + report.problem() + ": "
                + (report.failures().isEmpty() ? "passes" : "fails layer " + String.join(", ", report.failures()))
                + "\n"
                + report.layers().stream()
                        .map(layer -> "\n" + layer.letter() + "  " + layer.name() + ", "
                                + verdict(report.passes(layer.letter())) + ": " + body(report, layer))
                        .collect(Collectors.joining())
                + "\nF  regime at h = " + number(report.regime().stepSize()) + ": h·λ_max "
                + number(report.regime().hLambdaMax()) + ", terms "
                + report.regime().termSizes().stream()
                        .map(ValidationView::number)
                        .collect(Collectors.joining(", "))
                + ", smallest that of order " + report.regime().truncationIndex() + "\n"
                + report.regime().warnings().stream()
                        .map(warning -> "   warning: " + warning + "\n")
                        .collect(Collectors.joining());
    }

    /** What a layer found, below its name. */
    private static String body(ValidationReport report, ValidationReport.Layer layer) {
        String heading = layer.subject() + "\n\n";
        return switch (layer.letter()) {
            case "A" -> heading + TextView.table(coefficients(report)).indent(5) + untested(report);
            case "B" -> heading + TextView.table(defects(report)).indent(5);
            case "C" -> heading + TextView.table(ladders(report)).indent(5);
            case "E" -> heading + NoiseView.text(report);
            default -> mutants(report) + "\n";
        };
    }

    private static List<List<String>> coefficients(ValidationReport report) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("problem", "precision", "worst", "accepted")));
        report.coefficients()
                .forEach(comparison -> table.add(List.of(
                        comparison.problem(),
                        comparison.precision(),
                        number(comparison.worst()),
                        number(comparison.tolerance()))));
        return table;
    }

    private static String untested(ValidationReport report) {
        return report.untested().isEmpty()
                ? ""
                : "     too small on every problem to be tested: f_"
                        + report.untested().stream().map(String::valueOf).collect(Collectors.joining(", f_")) + "\n";
    }

    private static List<List<String>> defects(ValidationReport report) {
        List<List<String>> table = new ArrayList<>(List.of(List.of("problem", "smallest h", "defect", "last slopes")));
        report.defects().forEach(defects -> {
            int last = defects.slopes().size() - 1;
            table.add(List.of(
                    defects.problem(),
                    number(defects.stepSizes().get(last + 1)),
                    number(defects.defects().get(last + 1)),
                    slope(defects.slopes().get(last - 1)) + ", "
                            + slope(defects.slopes().get(last))));
        });
        return table;
    }

    private static List<List<String>> ladders(ValidationReport report) {
        List<List<String>> table =
                new ArrayList<>(List.of(List.of("problem", "points used", "slope", "±", "last pair")));
        report.ladders().forEach(ladder -> {
            long used = ladder.points().stream().filter(LadderPoint::used).count();
            table.add(List.of(
                    ladder.problem(),
                    used + " of " + ladder.points().size(),
                    ladder.fit().map(fit -> slope(fit.slope())).orElse("too few points"),
                    ladder.fit().map(fit -> slope(fit.halfWidth())).orElse("-"),
                    ladder.fit().map(fit -> slope(fit.lastPairSlope())).orElse("-")));
        });
        return table;
    }

    private static String mutants(ValidationReport report) {
        long detected =
                report.mutants().stream().filter(mutant -> mutant.isDetected()).count();
        String missed = report.mutants().stream()
                .filter(mutant -> !mutant.isDetected())
                .map(mutant ->
                        "\n   not noticed by " + String.join(" and ", mutant.mustBe()) + ": " + mutant.mutation())
                .collect(Collectors.joining());
        return detected + " of " + report.mutants().size() + " wrong series noticed" + missed;
    }

    static String slope(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }
}
