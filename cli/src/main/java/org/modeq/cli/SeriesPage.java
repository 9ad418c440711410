package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.DisplayMath;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.ScalarView;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.modified.Obstruction;

/** A modified equation as one page: its series in several notations, its trees drawn, its brackets and its loss. */
final class SeriesPage {
    private static final String CITATION = "The modeq developers: modeq, modified equations of optimizers (software).";

    private final Page page;
    private final List<Section> sections = new ArrayList<>();

    private SeriesPage(Page page) {
        this.page = page;
    }

    static String of(FieldEquation<?> equation, Notation notation, Page page) {
        SeriesPage written = new SeriesPage(page);
        written.series(equation, notation);
        written.terms(equation);
        if (equation instanceof ModifiedEquation<?> modified) {
            written.bracketsIfAny(modified.method(), modified.order());
            if (Notation.usual(modified.method()) == Notation.GRADIENT) {
                written.loss(LossForm.of(modified));
            }
        }
        String kind = equation instanceof ModifyingEquation ? "Modifying" : "Modified";
        return written.render(kind + " equation of ", equation.method(), equation.order());
    }

    static String of(BracketForm<?> form, Page page) {
        SeriesPage written = new SeriesPage(page);
        written.brackets(form);
        return written.render(
                "Modified equation in brackets of ",
                form.method(),
                form.series().maximalWeight());
    }

    static String of(LossForm<?> form, Page page) {
        SeriesPage written = new SeriesPage(page);
        written.loss(form);
        return written.render("Modified loss of ", form.method(), form.order());
    }

    private String render(String title, Method<?> method, int order) {
        sections.add(Provenance.of(page.command(), List.of(), List.of()).section());
        sections.add(new Section("Cite", List.of(new Block.Paragraph(CITATION))));
        return new HtmlReport(
                        title + method.name() + " to order " + order,
                        Conventions.of(method) + "; order " + order + "; modeq " + Main.Version.number(),
                        sections)
                .render();
    }

    private void series(FieldEquation<?> equation, Notation notation) {
        Notation first = notation == Notation.TREE ? Notation.usual(equation.method()) : notation;
        List<Block> blocks = new ArrayList<>();
        blocks.add(formula(equation, first));
        for (Notation other : List.of(Notation.GRADIENT, Notation.FIELD, Notation.INDEX)) {
            if (other != first) {
                blocks.add(new Block.Paragraph(words(other)));
                blocks.add(formula(equation, other));
            }
        }
        sections.add(new Section("Series", blocks));
    }

    private Block.Formula formula(FieldEquation<?> equation, Notation notation) {
        return DisplayMath.of(LatexView.snippet(page.command(), equation, notation, page.ems()));
    }

    private static String words(Notation notation) {
        return switch (notation) {
            case GRADIENT -> "In derivatives of the losses, f = −∇L inserted:";
            case FIELD -> "In derivatives of the fields:";
            case INDEX -> "In components, repeated indices summed over:";
            case TREE -> throw new AssertionError(notation);
        };
    }

    private void terms(FieldEquation<?> equation) {
        List<List<String>> rows = new ArrayList<>();
        for (FieldEquation.Term<?> term : equation.terms()) {
            rows.add(List.of(
                    term.tree().toString(),
                    TreeDrawing.of(term.tree()).toSvg(),
                    "" + term.power(),
                    LatexView.differential(term.tree(), Notation.FIELD),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        sections.add(new Section(
                "Terms",
                List.of(new Block.Table(
                        "Every tree t with its differential F(t), b(t), its symmetry σ(t) and the factor b/σ",
                        List.of("tree t", "drawn", "power of h", "F(t)", "b(t)", "σ(t)", "b/σ"),
                        rows,
                        Set.of(3),
                        Set.of(1)))));
    }

    private <E> void bracketsIfAny(Method<E> method, int order) {
        if (method.exponents(1).isPresent() && method.fields().size() > 1) {
            brackets(BracketForm.of(method, order));
        }
    }

    private void brackets(BracketForm<?> form) {
        sections.add(new Section(
                "Brackets",
                List.of(
                        new Block.Paragraph("In self-corrections and Lie brackets; the letter with index j is the part"
                                + " of order j of a single step on the field."),
                        DisplayMath.of(LatexView.snippet(page.command(), form, page.ems())))));
    }

    private void loss(LossForm<?> form) {
        String verdict = form.obstruction()
                .map(Obstruction::toString)
                .map(reason -> "The field is the negative gradient of a loss through h^" + (form.orderOfGradient() - 1)
                        + " and not beyond: " + reason + ". R is the rest.")
                .orElse("To this order the field is the negative gradient of the loss, for all losses.");
        sections.add(new Section(
                "Loss and remainder",
                List.of(
                        DisplayMath.of(ScalarView.snippet(page.command(), form, Notation.GRADIENT, page.ems())),
                        new Block.Paragraph(verdict))));
    }
}
