package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.examples.TwoTasksOnDigits;
import org.modeq.numeric.study.ConflictRecord;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SwapComparison;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.ModifiedEquation;

/** What the demo found, as text, JSON and LaTeX; the page is {@link DemoPage}. */
final class DemoReport {
    static final List<String> LADDER_HEADING =
            List.of("field", "largest h", "error there", "smallest h", "error there", "slope", "95 %", "expected");
    static final List<String> SWAP_HEADING = List.of("h", "‖θ_AB − θ_BA‖", "‖h²[A,B]‖", "apart by");
    static final List<String> CONFLICT_HEADING = List.of("sweep", "‖[A,B]‖", "⟨∇L_A,∇L_B⟩");
    private static final int COLUMNS = 100;

    private DemoReport() {}

    /** The problem and the formulas: what is known before anything is run. */
    static String opening(ModifiedEquation<?> equation) {
        BracketForm<?> brackets = BracketForm.of(equation.method(), equation.order());
        return problem() + "\n\n" + TextView.of(brackets, COLUMNS) + "\nThe same over trees:\n"
                + TextView.formula(equation, Notation.GRADIENT, COLUMNS) + "\n";
    }

    static String problem() {
        return "Task A: digits below 5, task B: digits from 5 up; the first " + TwoTasksOnDigits.ROWS
                + " rows of the 8×8 digits;\nnetwork "
                + String.join(
                        "-",
                        TwoTasksOnDigits.SIZES.stream().map(String::valueOf).toList())
                + ", tanh, softmax cross-entropy, seed " + TwoTasksOnDigits.SEED
                + ". One sweep is a step on A, then a step on B.";
    }

    static String text(TwoTasksOnDigits.Result result) {
        return "\nError of each field against the optimizer at time " + TwoTasksOnDigits.HORIZON + ":\n"
                + table(LADDER_HEADING, ladderRows(result))
                + "\nA then B against B then A, one sweep of each:\n"
                + table(SWAP_HEADING, swapRows(result))
                + "\nConflict and alignment along a run of A then B, h = " + TwoTasksOnDigits.CONFLICT_STEP_SIZE + ":\n"
                + table(CONFLICT_HEADING, conflictRows(result))
                + "\n";
    }

    private static String table(List<String> heading, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(heading);
        all.addAll(rows);
        return TextView.table(all) + "\n";
    }

    static List<List<String>> ladderRows(TwoTasksOnDigits.Result result) {
        return result.ladder().stream().map(DemoReport::row).toList();
    }

    private static List<String> row(LadderResult ladder) {
        LadderPoint first = ladder.points().get(0);
        LadderPoint last = ladder.points().get(ladder.points().size() - 1);
        return List.of(
                ladder.name(),
                stepSize(first.stepSize()),
                number("%.2e", first.error()),
                stepSize(last.stepSize()),
                number("%.2e", last.error()),
                ladder.fit().map(fit -> number("%.3f", fit.slope())).orElse("too few points"),
                ladder.fit().map(fit -> number("± %.3f", fit.halfWidth())).orElse(""),
                number("%.0f", ladder.expectedSlope()));
    }

    static List<List<String>> swapRows(TwoTasksOnDigits.Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (SwapComparison swap : result.swap()) {
            rows.add(List.of(
                    stepSize(swap.stepSize()),
                    number("%.4e", swap.difference()),
                    number("%.4e", swap.prediction()),
                    number("%.1e", swap.residual())));
        }
        return rows;
    }

    static List<List<String>> conflictRows(TwoTasksOnDigits.Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (ConflictRecord record : result.conflict()) {
            rows.add(List.of(
                    "" + record.step(), number("%.4f", record.bracketNorm()), number("%.4f", record.alignment())));
        }
        return rows;
    }

    static String stepSize(double stepSize) {
        return number("%.4g", stepSize);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    static String json(TwoTasksOnDigits.Result result) {
        ObjectNode root = Json.document();
        ArrayNode ladder = root.putArray("ladder");
        for (LadderResult field : result.ladder()) {
            ObjectNode node = ladder.addObject().put("field", field.name());
            node.put("slope", field.fit().map(fit -> fit.slope()).orElse(null));
            ArrayNode interval = node.putArray("ci95");
            field.fit().ifPresent(fit -> interval.add(fit.lower()).add(fit.upper()));
            node.put("expected", field.expectedSlope());
            ArrayNode points = node.putArray("points");
            field.points()
                    .forEach(point -> points.addObject()
                            .put("h", point.stepSize())
                            .put("error", point.error())
                            .put("floor", point.floor())
                            .put("flowError", point.flowError())
                            .put("used", point.used()));
        }
        ArrayNode conflict = root.putArray("conflict");
        for (ConflictRecord record : result.conflict()) {
            conflict.addObject()
                    .put("step", record.step())
                    .put("bracketNorm", record.bracketNorm())
                    .put("alignment", record.alignment());
        }
        ArrayNode swaps = root.putArray("swap");
        for (SwapComparison swap : result.swap()) {
            swaps.addObject()
                    .put("h", swap.stepSize())
                    .put("difference", swap.difference())
                    .put("prediction", swap.prediction())
                    .put("residual", swap.residual());
        }
        return Json.write(root);
    }

    static String latex(ModifiedEquation<?> equation) {
        BracketForm<?> brackets = BracketForm.of(equation.method(), equation.order());
        return LatexView.document(
                "Two tasks in sequence as one flow",
                List.of(
                        LatexView.section(brackets, LatexView.DEFAULT_WIDTH),
                        LatexView.section(equation, Notation.GRADIENT, LatexView.DEFAULT_WIDTH),
                        LatexView.table(equation)));
    }
}
