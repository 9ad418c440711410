package org.modeq.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.modeq.numeric.sweep.SweepPlan;
import org.modeq.numeric.sweep.SweepSummary;

/** A sweep as one page: a ladder of medians for each method on each problem. */
final class SweepPage {
    /** A picture has about 10 KB; of the others there is the table. */
    private static final int MOST_PICTURES = 60;

    /** A table of more rows would take more than its share of the page. */
    private static final int MOST_ROWS = 3000;

    private final SweepPlan plan;

    private SweepPage(SweepPlan plan) {
        this.plan = plan;
    }

    /** A ladder of medians for each method on each problem that has finite ones. */
    static List<Plot> plots(List<SweepSummary> summaries) {
        Map<String, List<LadderResult>> ladders = new LinkedHashMap<>();
        for (SweepSummary summary : summaries) {
            LadderResult ladder = ladder(summary);
            if (!ladder.points().isEmpty()) {
                ladders.computeIfAbsent(summary.method() + " on " + summary.problem(), name -> new ArrayList<>())
                        .add(ladder);
            }
        }
        return ladders.entrySet().stream()
                .map(entry -> LadderPlot.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String html(String study, SweepPlan plan, List<SweepSummary> summaries, Provenance provenance) {
        SweepPage page = new SweepPage(plan);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Plan", List.of(new Block.Paragraph(page.plan()))));
        sections.add(new Section("Ladders", pictures(summaries)));
        sections.add(new Section("Medians", page.tables(summaries)));
        sections.add(provenance.section());
        return new HtmlReport("Sweep of " + study, page.conventions(), sections).render();
    }

    private String conventions() {
        return "time h per "
                + plan.methods().stream()
                        .map(method -> method.clock() + " of " + method.name())
                        .collect(Collectors.joining(", "))
                + "; Euclidean distances; modeq " + Main.Version.number();
    }

    private String plan() {
        return plan.size() + " studies to the time " + plan.horizon() + ": "
                + plan.problems().stream().map(problem -> problem.name()).collect(Collectors.joining(", ")) + "; "
                + plan.methods().stream().map(method -> method.name()).collect(Collectors.joining(", ")) + "; "
                + plan.seeds().size() + " seeds; step sizes "
                + plan.stepSizes().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + "; fields cut off at order "
                + plan.orders().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ". Each run is compared with the flow of the truncated field; what follows are medians over the seeds.";
    }

    private static List<Block> pictures(List<SweepSummary> summaries) {
        List<Plot> plots = plots(summaries);
        List<Block> blocks = new ArrayList<>();
        plots.stream()
                .limit(MOST_PICTURES)
                .forEach(plot -> blocks.add(
                        new Block.Picture(plot.toSvg(), "Median distance to the flow against the step size.")));
        if (plots.size() > MOST_PICTURES) {
            blocks.add(new Block.Paragraph(
                    "Pictures of the first " + MOST_PICTURES + " of " + plots.size() + "; the table has all."));
        }
        return blocks;
    }

    private static LadderResult ladder(SweepSummary summary) {
        List<LadderPoint> points = summary.points().stream()
                .filter(point -> point.median() > 0)
                .map(point -> new LadderPoint(point.stepSize(), point.median(), 0, 0, true))
                .toList();
        Optional<SlopeFit> fit =
                points.size() < SlopeFit.FEWEST_POINTS ? Optional.empty() : Optional.of(SlopeFit.of(points));
        return new LadderResult("order " + summary.order(), summary.order(), points, fit);
    }

    private List<Block> tables(List<SweepSummary> summaries) {
        List<List<String>> rows = new ArrayList<>();
        for (SweepSummary summary : summaries) {
            for (SweepSummary.Point point : summary.points()) {
                rows.add(List.of(
                        summary.problem(),
                        summary.method(),
                        String.valueOf(summary.order()),
                        String.valueOf(point.stepSize()),
                        point.lost() == plan.seeds().size()
                                ? "none is finite"
                                : String.format(Locale.ROOT, "%.5e", point.median()),
                        String.valueOf(point.lost()),
                        summary.slope()
                                .map(slope -> String.format(Locale.ROOT, "%.3f", slope))
                                .orElse("")));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (rows.size() > MOST_ROWS) {
            blocks.add(new Block.Paragraph(
                    "The first " + MOST_ROWS + " of " + rows.size() + " rows; results.csv has everything."));
        }
        blocks.add(new Block.Table(
                "Medians over the seeds of the distance to the flow; lost are runs or flows that left the finite numbers",
                List.of("problem", "method", "order", "h", "median", "lost", "slope"),
                rows.subList(0, Math.min(MOST_ROWS, rows.size())),
                Set.of()));
        return blocks;
    }
}
