package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modeq.cli.ValidationTables.Table;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.plot.RegimePlot;
import org.modeq.numeric.plot.TrajectoryPlot;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.Regime;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;

/** A validation as one page. Times are left out: equal input gives equal bytes. */
final class ValidationPage {
    /** The pictures under a slider are at most this part of the page, the first always among them. */
    private static final int MOST_CHARACTERS_OF_FRAMES = 150_000;

    private final ValidationResult result;
    private final ValidationReport report;

    private ValidationPage(ValidationResult result) {
        this.result = result;
        this.report = result.report();
    }

    static String html(ValidationResult result) {
        return new ValidationPage(result).html();
    }

    private String html() {
        return new HtmlReport(
                        "Validation of " + report.method() + " to order " + report.order() + " on " + result.problem(),
                        result.conventions() + "; order " + report.order() + "; modeq " + Main.Version.number(),
                        sections())
                .render();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(
                outcome(),
                series(),
                new Section("Coefficients", List.of(table(ValidationTables.coefficients(report)))),
                defects()));
        if (!report.ladders().isEmpty()) {
            sections.add(validation());
        }
        if (!report.noise().isEmpty()) {
            sections.add(noise());
        }
        sections.add(nullTests());
        sections.add(regime());
        result.portraits().ifPresent(frames -> sections.add(trajectory(frames)));
        sections.add(result.provenance().section());
        return sections;
    }

    private static Block table(Table table) {
        return new Block.Table(table.caption(), table.heading(), table.rows(), Set.of());
    }

    /** The verdict in a sentence. */
    static String verdict(ValidationReport report) {
        return report.failures().isEmpty()
                ? "Every layer passes: as far as this was measured, the field is right to order " + report.accuracy()
                        + "."
                : "The series fails layer " + String.join(", ", report.failures()) + ".";
    }

    private Section outcome() {
        return new Section(
                "Result", List.of(new Block.Paragraph(verdict(report)), table(ValidationTables.layers(report))));
    }

    private Section series() {
        List<Block> blocks = new ArrayList<>();
        result.equation()
                .ifPresentOrElse(
                        equation -> {
                            Notation notation = Notation.usual(equation.method());
                            blocks.add(new Block.Formula(
                                    LatexView.aligned(equation, notation, LatexView.DEFAULT_WIDTH),
                                    LatexView.snippet(equation, notation, LatexView.DEFAULT_WIDTH)));
                        },
                        () -> blocks.add(table(result.series())));
        return new Section("Series", blocks);
    }

    private Section defects() {
        return new Section(
                "Local defect",
                report.defects().isEmpty() ? List.of() : List.of(table(ValidationTables.defects(report))));
    }

    private Section validation() {
        return new Section(
                "Validation",
                List.of(
                        new Block.Paragraph("The optimizer runs to a fixed horizon with smaller and smaller steps; the"
                                + " distance of its end point to that of the flow falls as h^" + report.accuracy()
                                + " if the field is right."),
                        new Block.Picture(
                                LadderPlot.of(report).toSvg(),
                                "The global error against the step size, on every problem."),
                        table(ValidationTables.slopes(report)),
                        table(ValidationTables.points(report))));
    }

    private Section noise() {
        return new Section(
                "Noise",
                List.of(
                        new Block.Paragraph("SGD and its modified equations to a fixed horizon with smaller and smaller"
                                + " steps; the distance of their moments falls as h^" + report.accuracy()
                                + " if the equation is right."),
                        new Block.Picture(
                                LadderPlot.of(report).toSvg(),
                                "The distance of the moments against the step size, on every problem."),
                        table(NoiseView.slopes(report)),
                        table(NoiseView.points(report))));
    }

    private Section nullTests() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("Series that are wrong on purpose: a test that did not notice them would prove"
                + " nothing. Without the terms of h^k the error falls by so much less."));
        if (report.mutants().stream().anyMatch(mutant -> mutant.ladder().isPresent())) {
            blocks.add(new Block.Picture(
                    LadderPlot.ofNullTests(report).toSvg(),
                    "The ladders of the series without the terms of each power of h."));
        }
        blocks.add(table(ValidationTables.mutants(report)));
        return new Section("Null tests", blocks);
    }

    private Section regime() {
        Regime regime = report.regime();
        List<Block> blocks = new ArrayList<>();
        regime.warnings().forEach(warning -> blocks.add(new Block.Paragraph("Warning: " + warning + ".")));
        blocks.add(new Block.Picture(
                RegimePlot.curvature("Curvature along the run", regime).toSvg(),
                "h·λ_max along the run. " + RegimePlot.limits(report.regime())));
        blocks.add(table(ValidationTables.path(regime)));
        blocks.add(new Block.Picture(
                RegimePlot.terms("Sizes of the terms", regime).toSvg(),
                "The size of each term; beyond the smallest, more terms make the field worse."));
        blocks.add(table(ValidationTables.terms(regime)));
        return new Section("Regime", blocks);
    }

    private static Section trajectory(StepFrames runs) {
        List<Block.Frames.Frame> frames = new ArrayList<>();
        int shown = 0;
        int room = MOST_CHARACTERS_OF_FRAMES;
        // The step sizes nearest to the one that was asked for come first.
        for (int place : runs.places()) {
            PhasePortrait portrait = runs.portraits().get(place);
            String svg = TrajectoryPlot.of(portrait).toSvg();
            room -= svg.length();
            if (frames.isEmpty() || room >= 0) {
                int at = place < runs.place() ? 0 : frames.size();
                frames.add(at, new Block.Frames.Frame(ValidationTables.ends(portrait), svg));
                shown += place < runs.place() ? 1 : 0;
            }
        }
        return new Section(
                "Trajectory",
                List.of(
                        new Block.Frames(
                                "Step size",
                                frames,
                                shown,
                                "The iterates of the optimizer and the flows of the truncated fields."),
                        table(ValidationTables.flows(runs.portraits()))));
    }
}
