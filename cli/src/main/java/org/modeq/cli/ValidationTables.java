package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.Regime;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.numeric.weak.ModifiedGenerator;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;

/** The numbers of a validation as tables of words, the same for the page and for the document. */
final class ValidationTables {
    /**
     * A table.
     *
     * @param caption what it holds
     * @param heading the heads of its columns
     * @param rows its rows
     */
    record Table(String caption, List<String> heading, List<List<String>> rows) {
        Table {
            heading = List.copyOf(heading);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    private ValidationTables() {}

    static Table layers(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (ValidationReport.Layer layer : report.layers()) {
            boolean isEmpty = layer.letter().equals("B") && report.defects().isEmpty();
            rows.add(List.of(
                    layer.letter(),
                    layer.name() + ": " + layer.subject(),
                    isEmpty ? "not measured" : report.passes(layer.letter()) ? "pass" : "fail"));
        }
        return new Table("What was measured", List.of("layer", "measured", "verdict"), rows);
    }

    static Table series(BSeriesField<Rational> series) {
        List<List<String>> rows = new ArrayList<>();
        series.nonzero()
                .forEach((tree, b) -> rows.add(List.of(
                        tree.toString(),
                        String.valueOf(tree.order() - 1),
                        b.toString(),
                        tree.symmetry().toString())));
        return new Table("The series that was tested", List.of("tree t", "power of h", "b(t)", "σ(t)"), rows);
    }

    /** The terms of a generator, of which σ is divided out. */
    static Table generator(ModifiedGenerator generator) {
        List<List<String>> rows = new ArrayList<>();
        generator
                .terms()
                .forEach(term -> rows.add(List.of(
                        term.forest().toString(),
                        String.valueOf(term.power()),
                        String.format(Locale.ROOT, "%.6g", term.coefficient()))));
        return new Table(
                "The generator that was tested, in the mean field f and deviations of batches a, b, …",
                List.of("forest", "power of h", "coefficient"),
                rows);
    }

    /** The terms of an adaptive method. */
    static Table series(AdaptiveEquation<Rational> equation) {
        List<List<String>> rows = new ArrayList<>();
        equation.terms()
                .forEach(term -> rows.add(List.of(
                        term.tree().toString(),
                        String.valueOf(term.power()),
                        term.b().toString(),
                        term.symmetry().toString())));
        return new Table("The series that was tested", List.of("tree t", "power of h", "b(t)", "σ(t)"), rows);
    }

    static Table coefficients(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.coefficients()
                .forEach(comparison -> rows.add(List.of(
                        problem(comparison.problem()),
                        comparison.precision(),
                        number(comparison.worst()),
                        number(comparison.tolerance()))));
        return new Table(
                "The largest distance of two f_k, relative to the largest of ‖f_1‖, …, ‖f_k‖",
                List.of("problem", "precision", "worst", "accepted"),
                rows);
    }

    static Table defects(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.defects().forEach(defects -> {
            for (int i = 0; i < defects.defects().size(); i++) {
                rows.add(List.of(
                        problem(defects.problem()),
                        number(defects.stepSizes().get(i)),
                        number(defects.defects().get(i)),
                        i == 0 ? "" : slope(defects.slopes().get(i - 1))));
            }
        });
        return new Table(
                "The local defect; slope " + (report.accuracy() + 1) + " is expected of the last two pairs",
                List.of("problem", "h", "defect", "slope"),
                rows);
    }

    static Table slopes(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (ValidationReport.Ladder ladder : report.ladders()) {
            List<LadderPoint> points = ladder.points();
            long used = points.stream().filter(LadderPoint::used).count();
            rows.add(List.of(
                    problem(ladder.problem()),
                    number(ladder.horizon()),
                    used + " of " + points.size(),
                    ladder.fit().map(fit -> slope(fit.slope())).orElse("too few points"),
                    ladder.fit().map(fit -> "±" + slope(fit.halfWidth())).orElse(""),
                    ladder.fit().map(fit -> slope(fit.lastPairSlope())).orElse("")));
        }
        return new Table(
                "Fitted slopes with half the 95 % interval; " + report.accuracy() + " is expected",
                List.of("problem", "horizon", "points used", "slope", "95 %", "last pair"),
                rows);
    }

    static Table points(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.ladders()
                .forEach(ladder -> ladder.points()
                        .forEach(point -> rows.add(List.of(
                                problem(ladder.problem()),
                                number(point.stepSize()),
                                precise(point.error()),
                                number(point.floor()),
                                number(point.flowError()),
                                point.whyDropped().map(why -> "dropped: " + why).orElse("used")))));
        return new Table(
                "The points of the ladders",
                List.of("problem", "h", "error", "round-off", "error of the flow", "in the fit"),
                rows);
    }

    static Table mutants(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.mutants()
                .forEach(mutant -> rows.add(List.of(
                        mutant.mutation(),
                        mutant.by().isEmpty() ? "nobody" : String.join(", ", mutant.by()),
                        String.join(", ", mutant.mustBe()),
                        mutant.ladder()
                                .flatMap(ladder -> ladder.fit())
                                .map(fit -> slope(fit.slope()))
                                .orElse(""),
                        mutant.isDetected() ? "yes" : "no")));
        return new Table(
                "Wrong series, and the layers that notice them",
                List.of("what is wrong", "noticed by", "must be", "slope", "noticed"),
                rows);
    }

    static Table terms(Regime regime) {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 1; k <= regime.termSizes().size(); k++) {
            rows.add(List.of(
                    String.valueOf(k),
                    number(regime.termSizes().get(k - 1)),
                    k == regime.truncationIndex() ? "the smallest" : ""));
        }
        return new Table(
                "h^(k−1)‖f_k‖, the largest along the run, at h = " + number(regime.stepSize()),
                List.of("k", "size", "note"),
                rows);
    }

    static Table path(Regime regime) {
        List<List<String>> rows = new ArrayList<>();
        regime.path().forEach(point -> rows.add(List.of(number(point.time()), number(point.hLambda()))));
        return new Table("h·λ_max along the run", List.of("time", "h·λ_max"), rows);
    }

    static Table flows(PhasePortrait portrait) {
        List<List<String>> rows = new ArrayList<>();
        portrait.flows().forEach(flow -> rows.add(List.of(String.valueOf(flow.order()), distance(flow))));
        return new Table(
                "The distance of each flow to the last iterate, after "
                        + (portrait.iterates().size() - 1) + " steps of h = " + number(portrait.stepSize()),
                List.of("order", "distance"),
                rows);
    }

    /** The same for several step sizes. */
    static Table flows(List<PhasePortrait> portraits) {
        List<List<String>> rows = new ArrayList<>();
        for (PhasePortrait portrait : portraits) {
            for (PhasePortrait.Flow flow : portrait.flows()) {
                rows.add(List.of(
                        number(portrait.stepSize()),
                        String.valueOf(portrait.iterates().size() - 1),
                        String.valueOf(flow.order()),
                        distance(flow)));
            }
        }
        return new Table(
                "The distance of each flow to the last iterate", List.of("h", "steps", "order", "distance"), rows);
    }

    /** Where the flows of a run end, in a line. */
    static String ends(PhasePortrait portrait) {
        return "h = " + number(portrait.stepSize()) + ", "
                + (portrait.iterates().size() - 1)
                + " steps; distance at the end by order: "
                + portrait.flows().stream()
                        .map(flow -> flow.order() + ": "
                                + flow.distance().map(ValidationTables::number).orElse("not finite"))
                        .collect(Collectors.joining(", "));
    }

    private static String distance(PhasePortrait.Flow flow) {
        return flow.distance().map(ValidationTables::precise).orElse("leaves the finite numbers");
    }

    private static String problem(String name) {
        return ValidationResult.withoutFolder(name);
    }

    static String slope(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String precise(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.5e", value);
    }
}
