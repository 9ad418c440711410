package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.DisplayProvider;
import org.modeq.symbolic.display.HtmlFragment;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternLoss;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;

/**
 * How the values of this module are shown: equations and forms by their views, trees, brackets and numbers by themselves.
 *
 * <p>Worked example: the line of {@code ModifiedEquation.of(gradient descent, 2)} is θ̇ = −∇L − 1/2 h ∇²L ∇L + O(h²).
 */
public final class SymbolicDisplays implements DisplayProvider {
    private static final TextScript TEXT = new TextScript();
    private static final LatexScript LATEX = new LatexScript();
    private static final int COLUMNS = 100;
    /** More terms than these are counted and not written. */
    private static final int LONGEST_LINE = 300;

    private static final double EMS = LatexView.DEFAULT_WIDTH;
    private static final LatexStyle STYLE = LatexStyle.of(EMS);

    /** Made by the service loader. */
    public SymbolicDisplays() {}

    @Override
    public Optional<Display> of(Object value) {
        return equation(value).or(() -> series(value)).or(() -> formula(value));
    }

    private static Optional<Display> equation(Object value) {
        if (value instanceof FieldEquation<?> equation) {
            return Optional.of(of(equation));
        }
        if (value instanceof BracketForm<?> form) {
            return Optional.of(form(() -> TextView.of(form, COLUMNS), () -> LatexView.aligned(form, EMS)));
        }
        if (value instanceof LossForm<?> form) {
            return snippet(
                    () -> ScalarView.text(form, Notation.usual(form.method()), COLUMNS),
                    () -> ScalarView.snippet("", form, Notation.usual(form.method()), EMS));
        }
        if (value instanceof HamiltonianForm<?> form) {
            return snippet(() -> ScalarView.text(form, COLUMNS), () -> ScalarView.snippet("", form, STYLE));
        }
        if (value instanceof MetricForm<?> form) {
            return snippet(() -> MetricView.text(form, COLUMNS), () -> MetricView.snippet("", form, STYLE));
        }
        if (value instanceof EffectiveStart<?> start) {
            Notation notation = Notation.usual(start.method());
            return snippet(
                    () -> StartView.text(start, notation, COLUMNS), () -> StartView.snippet("", start, notation, EMS));
        }
        if (value instanceof PatternEquation equation) {
            return snippet(() -> PatternView.text(equation, COLUMNS), () -> PatternView.snippet("", equation, EMS));
        }
        if (value instanceof PatternLoss form) {
            return snippet(() -> ScalarView.text(form, COLUMNS), () -> ScalarView.snippet("", form, EMS));
        }
        return Optional.empty();
    }

    private static Optional<Display> series(Object value) {
        if (value instanceof LieExpansion expansion) {
            return snippet(() -> LieView.text(expansion, COLUMNS), () -> LieView.snippet("", expansion, STYLE));
        }
        if (value instanceof LieSeries<?> series) {
            return Optional.of(Display.ofFormula(
                    SeriesSums.of(series, TEXT).display(COLUMNS).strip(), () -> aligned(SeriesSums.of(series, LATEX))));
        }
        if (value instanceof BSeriesField<?> field) {
            return Optional.of(Display.ofFormula(
                    SeriesSums.of(field, TEXT).display(COLUMNS).strip(), () -> aligned(SeriesSums.of(field, LATEX))));
        }
        if (value instanceof BSeriesMap<?> map) {
            return Optional.of(Display.ofFormula(
                    SeriesSums.of(map, TEXT).display(COLUMNS).strip(), () -> aligned(SeriesSums.of(map, LATEX))));
        }
        return Optional.empty();
    }

    private static Optional<Display> formula(Object value) {
        if (value instanceof RootedTree tree) {
            return Optional.of(Display.of(
                    tree::toString,
                    tree::toString,
                    () -> LatexView.differential(tree, Notation.FIELD),
                    () -> TreeDrawing.of(tree).toSvg()));
        }
        if (value instanceof FieldEquation.Term<?> term) {
            return Optional.of(Display.ofFormula(term(term, TEXT), () -> term(term, LATEX)));
        }
        if (value instanceof Bracketing bracketing) {
            return Optional.of(Display.ofFormula(
                    bracketing.toString(), () -> LATEX.element(bracketing).source()));
        }
        if (value instanceof ParameterFraction fraction) {
            return Optional.of(Display.ofFormula(fraction.toString(), fraction::toLatex));
        }
        if (value instanceof Rational number) {
            return Optional.of(Display.ofFormula(number.toString(), () -> latex(number)));
        }
        return Optional.empty();
    }

    private static Display of(FieldEquation<?> equation) {
        Notation notation = Notation.usual(equation.method());
        return Display.of(
                () -> line(equation, notation),
                () -> TextView.of(equation, notation, COLUMNS),
                () -> LatexView.aligned(equation, notation, EMS),
                () -> html(equation, notation));
    }

    /** The formula, or what it would be the formula of where it would fill pages. */
    private static String line(FieldEquation<?> equation, Notation notation) {
        int count = equation.field().nonzero().size();
        return count > LONGEST_LINE
                ? equation.command() + " " + equation.method().name() + " --order " + equation.order() + ": " + count
                        + " terms"
                : TextView.formula(equation, notation, COLUMNS).strip();
    }

    private static String html(FieldEquation<?> equation, Notation notation) {
        List<List<String>> rows = new ArrayList<>();
        for (FieldEquation.Term<?> term : equation.terms()) {
            rows.add(List.of(
                    HtmlFragment.text(term.tree().toString()),
                    TreeDrawing.of(term.tree()).toSvg(),
                    HtmlFragment.inline(LatexView.differential(term.tree(), Notation.FIELD)),
                    HtmlFragment.text("" + term.power()),
                    HtmlFragment.text(term.b().toString()),
                    HtmlFragment.text(term.symmetry().toString()),
                    HtmlFragment.text(term.coefficient().toString())));
        }
        return HtmlFragment.paragraph(equation.method().name() + ", order " + equation.order() + ": "
                        + Conventions.of(equation.method()))
                + "\n" + HtmlFragment.formula(LatexView.aligned(equation, notation, EMS))
                + "\n"
                + HtmlFragment.table(List.of("tree t", "drawn", "F(t)", "power of h", "b(t)", "σ(t)", "b/σ"), rows);
    }

    private static Optional<Display> snippet(Supplier<String> text, Supplier<String> snippet) {
        return Optional.of(form(text, () -> MathSource.of(snippet.get())));
    }

    /** Its line is the paragraph behind the conventions, its page the formula and then all that the text says. */
    private static Display form(Supplier<String> text, Supplier<String> latex) {
        return Display.of(
                () -> text.get().split("\n\n", -1)[1].stripIndent().strip(),
                text,
                latex,
                () -> HtmlFragment.formula(latex.get()) + "\n" + HtmlFragment.preformatted(text.get()));
    }

    private static String aligned(FormulaSum sum) {
        return "\\begin{aligned}\n" + sum.display(EMS) + "\n\\end{aligned}";
    }

    private static String term(FieldEquation.Term<?> term, Script script) {
        Coefficient coefficient = Coefficient.of(term.coefficient());
        if (coefficient.isZero()) {
            return "0";
        }
        return script.sign(coefficient.isNegative(), true)
                .then(script.factor(coefficient, term.power()))
                .then(script.differential(term.tree(), Notation.FIELD))
                .source()
                .strip();
    }

    private static String latex(Rational number) {
        String sign = number.signum() < 0 ? "-" : "";
        Rational absolute = number.abs();
        return absolute.isInteger()
                ? number.toString()
                : sign + "\\frac{" + absolute.numerator() + "}{" + absolute.denominator() + "}";
    }
}
