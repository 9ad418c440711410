package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.cli.ValidationTables.Table;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.numeric.study.WeakLadder;
import org.modeq.symbolic.latex.TextView;

/** Layer E of a validation, the laws of SGD and of its modified equations, as JSON, text and tables. */
final class NoiseView {
    private NoiseView() {}

    /** The ladder of the problem itself, then all of them. */
    static void add(ValidationReport report, ObjectNode layer) {
        layer.put("expected", report.accuracy());
        ValidationView.ladder(report.noise().get(0).ladder(), layer);
        ArrayNode ladders = layer.putArray("ladders");
        for (WeakLadder ladder : report.noise()) {
            ObjectNode node = ladders.addObject()
                    .put("law", ladder.law())
                    .put("verdict", ValidationView.verdict(ladder.passes()))
                    .put("expected", ladder.ladder().expected());
            ValidationView.ladder(ladder.ladder(), node);
            ladder.sampling().ifPresent(sampling -> {
                sampling.standardErrors().forEach(node.putArray("standardErrors")::add);
                sampling.varianceReductions().forEach(node.putArray("varianceReductions")::add);
                node.put("paths", sampling.paths()).put("seed", sampling.seed());
            });
        }
    }

    static String text(ValidationReport report) {
        Table slopes = slopes(report);
        List<List<String>> table = new ArrayList<>(List.of(slopes.heading()));
        table.addAll(slopes.rows());
        return TextView.table(table).indent(5)
                + report.noise().stream()
                        .flatMap(ladder -> ladder.sampling().stream())
                        .map(sampling -> "     sampled: " + sampled(sampling) + "\n")
                        .collect(Collectors.joining());
    }

    /** What is known of a sample, in a line. */
    private static String sampled(WeakLadder.Sampling sampling) {
        double least = sampling.varianceReductions().stream()
                .mapToDouble(times -> times)
                .min()
                .orElse(0);
        double most = sampling.varianceReductions().stream()
                .mapToDouble(times -> times)
                .max()
                .orElse(0);
        return sampling.paths() + " paths a step size, seed " + sampling.seed()
                + "; shared draws divide the variance by " + ValidationView.number(least) + " to "
                + ValidationView.number(most);
    }

    static Table slopes(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (WeakLadder weak : report.noise()) {
            ValidationReport.Ladder ladder = weak.ladder();
            long used = ladder.points().stream().filter(LadderPoint::used).count();
            rows.add(List.of(
                    ValidationResult.withoutFolder(ladder.problem()),
                    weak.law(),
                    used + " of " + ladder.points().size(),
                    ladder.fit().map(fit -> ValidationView.slope(fit.slope())).orElse("too few points"),
                    ladder.fit()
                            .map(fit -> ValidationView.slope(fit.halfWidth()))
                            .orElse("-"),
                    ladder.fit()
                            .map(fit -> ValidationView.slope(fit.lastPairSlope()))
                            .orElse("-")));
        }
        return new Table(
                "Distances of the moments to degree 3 at a fixed horizon; slope " + report.accuracy() + " is expected",
                List.of("problem", "law", "points used", "slope", "±", "last pair"),
                rows);
    }

    /** The points of every ladder, those that were sampled with their standard errors. */
    static Table points(ValidationReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (WeakLadder weak : report.noise()) {
            List<LadderPoint> points = weak.ladder().points();
            for (int i = 0; i < points.size(); i++) {
                int place = i;
                LadderPoint point = points.get(i);
                rows.add(List.of(
                        ValidationResult.withoutFolder(weak.ladder().problem()),
                        weak.law(),
                        ValidationView.number(point.stepSize()),
                        ValidationView.number(point.error()),
                        weak.sampling()
                                .map(sampling -> ValidationView.number(
                                        sampling.standardErrors().get(place)))
                                .orElse(""),
                        ValidationView.number(point.flowError()),
                        weak.sampling()
                                .map(sampling -> ValidationView.number(
                                        sampling.varianceReductions().get(place)))
                                .orElse(""),
                        point.whyDropped().map(why -> "dropped: " + why).orElse("used")));
            }
        }
        return new Table(
                "The points of the ladders of the laws; the variance is divided by sharing draws",
                List.of("problem", "law", "h", "distance", "± 1σ", "known to", "var. by", "in the fit"),
                rows);
    }
}
