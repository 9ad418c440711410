package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.examples.TwoTasksOnDigits;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.plot.Plot;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.ModifiedEquation;

/** What the demo found, as one page. */
final class DemoPage {
    private DemoPage() {}

    static String html(TwoTasksOnDigits.Result result, String version) {
        ModifiedEquation<?> equation = TwoTasksOnDigits.equation();
        return new HtmlReport(
                        "Two tasks in sequence as one flow",
                        Conventions.of(equation.method()) + "; order " + equation.order() + "; modeq " + version,
                        List.of(
                                problem(),
                                series(equation),
                                terms(equation),
                                ladder(result),
                                swap(result),
                                conflict(result),
                                reproduce()))
                .render();
    }

    /** The ladder as a picture. */
    static Plot plot(TwoTasksOnDigits.Result result) {
        return LadderPlot.of("Error of each field against the optimizer", result.ladder());
    }

    private static Section problem() {
        return new Section("Problem", List.of(new Block.Paragraph(DemoReport.problem())));
    }

    private static Section series(ModifiedEquation<?> equation) {
        BracketForm<?> brackets = BracketForm.of(equation.method(), equation.order());
        double width = LatexView.DEFAULT_WIDTH;
        return new Section(
                "Series",
                List.of(
                        new Block.Paragraph(
                                "In self-corrections and brackets; the letter with index j is the part of order j"
                                        + " of a single step on the task."),
                        new Block.Formula(LatexView.aligned(brackets, width), LatexView.snippet(brackets, width)),
                        new Block.Paragraph("The same over trees, with f = −∇L inserted:"),
                        new Block.Formula(
                                LatexView.aligned(equation, Notation.GRADIENT, width),
                                LatexView.snippet(equation, Notation.GRADIENT, width))));
    }

    private static Section terms(ModifiedEquation<?> equation) {
        List<List<String>> rows = new ArrayList<>();
        for (FieldEquation.Term<?> term : equation.terms()) {
            rows.add(List.of(
                    term.tree().toString(),
                    "" + term.power(),
                    LatexView.differential(term.tree(), Notation.FIELD),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        return new Section(
                "Terms",
                List.of(new Block.Table(
                        "Every tree t with its differential F(t), b(t), its symmetry σ(t) and the factor b/σ",
                        List.of("tree", "power of h", "F(t)", "b(t)", "σ(t)", "b/σ"),
                        rows,
                        Set.of(2))));
    }

    private static Section ladder(TwoTasksOnDigits.Result result) {
        return new Section(
                "Step ladder",
                List.of(
                        new Block.Paragraph("Each field is integrated to time " + TwoTasksOnDigits.HORIZON
                                + " and compared with the optimizer itself, run directly. A field that is right through"
                                + " h^(p−1) is off by O(h^p): without the bracket nothing is gained over the gradient"
                                + " flow's order."),
                        new Block.Picture(
                                plot(result).toSvg(),
                                "Error at time " + TwoTasksOnDigits.HORIZON
                                        + " against the step size; marks with a cross are not used in the fit."),
                        new Block.Table(
                                "Errors and fitted slopes with half the 95 % interval",
                                DemoReport.LADDER_HEADING, DemoReport.ladderRows(result), Set.of())));
    }

    private static Section swap(TwoTasksOnDigits.Result result) {
        return new Section(
                "A then B against B then A",
                List.of(
                        new Block.Paragraph("After one sweep of each the end points differ by h²[A,B] + O(h³)."),
                        new Block.Table(
                                "The difference of the end points and its prediction",
                                DemoReport.SWAP_HEADING,
                                DemoReport.swapRows(result),
                                Set.of())));
    }

    private static Section conflict(TwoTasksOnDigits.Result result) {
        return new Section(
                "Conflict along the run",
                List.of(new Block.Table(
                        "Norm of the bracket and alignment of the gradients along a run of A then B with h = "
                                + TwoTasksOnDigits.CONFLICT_STEP_SIZE,
                        DemoReport.CONFLICT_HEADING,
                        DemoReport.conflictRows(result),
                        Set.of())));
    }

    private static Section reproduce() {
        return new Section("How to reproduce", List.of(new Block.Code("./modeq demo")));
    }
}
