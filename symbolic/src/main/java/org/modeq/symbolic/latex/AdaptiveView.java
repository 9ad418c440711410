package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/** Modified equations of adaptive methods, as text and in LaTeX, coordinate by coordinate. */
public final class AdaptiveView {
    private AdaptiveView() {}

    /**
     * The equation with its conventions, where its series serves, the order h in the form of the papers, and the table of its trees.
     *
     * @param equation the modified equation
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(AdaptiveEquation<?> equation, int width) {
        AdaptiveMethod method = equation.method();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("power", "tree t", "F(t)", "b(t)", "σ(t)", "b/σ"));
        for (Term<?> term : equation.terms()) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.tree().toString(),
                    signed(term.tree()),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        return method.name() + ", order " + equation.order() + "\n" + String.join("\n", conventions(method)) + "\n\n"
                + sum(equation, CircuitScript.TEXT, new TextScript()).display(width) + "\n\n" + asInPapers(equation)
                + TextView.table(rows) + "\n";
    }

    /**
     * The formula as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, AdaptiveEquation<?> equation, double width) {
        AdaptiveMethod method = equation.method();
        return LatexView.comment(command, Conventions.ascii(String.join("; ", conventions(method))))
                + LatexView.displayed(
                        sum(equation, CircuitScript.LATEX, new LatexScript()),
                        LatexView.label(method.name(), equation.order()),
                        width);
    }

    /**
     * A document that pdflatex compiles: conventions, formula and the table of all trees.
     *
     * @param command the command that makes it again, with all its options
     * @param equation the modified equation
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, AdaptiveEquation<?> equation, double width) {
        AdaptiveMethod method = equation.method();
        String sentence =
                "After the transient one step is the exact time-$h$ flow of the field below, with $g=\\nabla L$ and $"
                        + latexBase(method)
                        + "$; $U_m$, $U_v$, \\ldots\\ are the derivatives of $U$ there, and $\\odot$ multiplies coordinate by"
                        + " coordinate.\n\n";
        return LatexView.document(
                "Modified equation of \\texttt{" + LatexView.escape(method.name()) + "}, order " + equation.order(),
                List.of(sentence + snippet(command, equation, width), CircuitView.table(equation.terms())));
    }

    /**
     * The equation on the scaled road: a sequence of Euler steps on the state (θ, m, v).
     *
     * @param method the optimizer
     * @param equation the equation of {@link AdaptiveRoad#scaled}
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String scaledText(AdaptiveMethod method, ModifiedEquation<?> equation, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("power", "tree t", "b(t)", "σ(t)", "b/σ"));
        for (Term<?> term : equation.terms()) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.tree().toString(),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        return method.name() + ", order " + equation.order() + "\n" + AdaptiveRoad.scaledNote(method) + "\n"
                + String.join("\n", fields(method)) + "\n\n" + TextView.formula(equation, Notation.FIELD, width)
                + "\n\n"
                + TextView.table(rows) + "\n";
    }

    /**
     * The equation on the scaled road as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param method the optimizer
     * @param equation the equation of {@link AdaptiveRoad#scaled}
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String scaledSnippet(
            String command, AdaptiveMethod method, ModifiedEquation<?> equation, double width) {
        String conventions = AdaptiveRoad.scaledNote(method) + "; " + String.join("; ", fields(method));
        return LatexView.comment(command, Conventions.ascii(conventions))
                + LatexView.displayed(
                        FormulaSum.of(equation, Notation.FIELD, new LatexScript()),
                        LatexView.label(method.name() + "-scaled", equation.order()),
                        width);
    }

    /**
     * The equation on the scaled road as a document that pdflatex compiles.
     *
     * @param command the command that makes it again, with all its options
     * @param method the optimizer
     * @param equation the equation of {@link AdaptiveRoad#scaled}
     * @param width the width of a line in em
     * @return the source
     */
    public static String scaledDocument(
            String command, AdaptiveMethod method, ModifiedEquation<?> equation, double width) {
        String sentence =
                "One step is a sequence of Euler steps on the state of the parameters and their averages, of the"
                        + " fields\n\\begin{itemize}\n"
                        + AdaptiveRoad.fields(method).keySet().stream()
                                .map(name -> "\\item $" + name + "$: $" + latexField(name, method) + "$\n")
                                .collect(Collectors.joining())
                        + "\\end{itemize}\n";
        return LatexView.document(
                "Modified equation of \\texttt{" + LatexView.escape(method.name()) + "}, scaled memory, order "
                        + equation.order(),
                List.of(sentence + scaledSnippet(command, method, equation, width), LatexView.table(equation)));
    }

    private static String latexField(String name, AdaptiveMethod method) {
        return switch (name) {
            case "M" -> "\\dot m=\\kappa_1(\\nabla L(\\theta)-m)$, $\\kappa_1=(1-\\beta_1)/h";
            case "V" -> "\\dot v=\\kappa_2(\\nabla L(\\theta)^{\\odot2}-v)$, $\\kappa_2=(1-\\beta_2)/h";
            default -> {
                boolean hasMean = AdaptiveRoad.fields(method).containsKey("M");
                yield "\\dot\\theta=-U(" + (hasMean ? "m" : "\\nabla L(\\theta)") + ",v)"
                        + (method.hasDecay() ? "-\\lambda\\theta" : "") + "$, $U(m,v)=m/"
                        + (method.place() == EpsilonPlace.INSIDE
                                ? "\\sqrt{v+\\varepsilon}"
                                : "(\\sqrt v+\\varepsilon)");
            }
        };
    }

    private static List<String> fields(AdaptiveMethod method) {
        return AdaptiveRoad.fields(method).entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList();
    }

    /** The conventions, line by line. */
    private static List<String> conventions(AdaptiveMethod method) {
        return List.of(
                method.map() + "; time h per step, after the transient, without bias correction",
                method.signals(),
                "u = " + method.base()
                        + ", U_m, U_v, … the derivatives of U there; ⊙ multiplies coordinate by coordinate",
                AdaptiveRoad.slowNote(method),
                AdaptiveRoad.slowRange(method));
    }

    private static String latexBase(AdaptiveMethod method) {
        if (method.isCentred()) {
            return "u=U(g,g^{\\odot2},g)=g/\\sqrt{\\varepsilon}";
        }
        return "u=U(g,g^{\\odot2})=g/"
                + (method.place() == EpsilonPlace.INSIDE ? "\\sqrt{g^{\\odot2}+\\varepsilon}" : "(|g|+\\varepsilon)");
    }

    private static <E> FormulaSum sum(AdaptiveEquation<E> equation, CircuitScript script, Script formulas) {
        List<List<FormulaSum.SignedTerm>> byPower = IntStream.range(0, equation.order())
                .mapToObj(power -> equation.terms(power).stream()
                        .map(term -> signedTerm(equation, term, script))
                        .toList())
                .toList();
        return FormulaSum.of(byPower, formulas.fieldSide(false, Notation.FIELD), formulas);
    }

    /** −U for every update and −λ for every decay: into the coefficient where they are numbers. */
    private static <E> FormulaSum.SignedTerm signedTerm(
            AdaptiveEquation<E> equation, Term<E> term, CircuitScript script) {
        Ring<E> ring = equation.ring();
        int decays = count(term.tree(), true);
        boolean isNegative = (count(term.tree(), false) + decays) % 2 == 1;
        Rational lambda = equation.method().given().get(AdaptiveMethod.DECAY);
        E coefficient = isNegative ? ring.negate(term.coefficient()) : term.coefficient();
        Piece body = script.differential(term.tree());
        if (lambda != null) {
            coefficient = ring.scale(lambda.pow(decays), coefficient);
        }
        return new FormulaSum.SignedTerm(
                Coefficient.of(coefficient),
                lambda == null && decays > 0 ? script.decay(decays).then(body) : body);
    }

    private static int count(RootedTree tree, boolean ofDecay) {
        boolean isCounted = tree.colour().equals(ofDecay ? AdaptiveMethod.DECAY_NODE : AdaptiveMethod.UPDATE);
        return (isCounted ? 1 : 0)
                + tree.children().stream()
                        .mapToInt(child -> count(child, ofDecay))
                        .sum();
    }

    private static String signed(RootedTree tree) {
        int decays = count(tree, true);
        return ((count(tree, false) + decays) % 2 == 1 ? "−" : "")
                + (decays > 0 ? CircuitScript.TEXT.decay(decays).source() : "")
                + CircuitScript.TEXT.differential(tree).source();
    }

    /** The order h with the derivatives of U inserted, which is how the papers on Adam write it. */
    private static String asInPapers(AdaptiveEquation<?> equation) {
        if (equation.order() < 2 || !hasTwoCorrections(equation)) {
            return "";
        }
        List<String> factors =
                equation.terms(1).stream().map(term -> doubled(term.b())).toList();
        boolean isInside = equation.method().place() == EpsilonPlace.INSIDE;
        String root = isInside ? "√(g²+ε)" : "(|g|+ε)";
        String ratio = isInside ? "g²/(g²+ε)" : "|g|/(|g|+ε)";
        return "With U_m = 1/" + root + " and 2g⊙U_v = −1/" + root + " " + ratio + " the term at h is\n  −h/2 1/" + root
                + " ("
                + factors.get(0) + " − " + factors.get(1) + " " + ratio + ") ⊙ ∇²L u\n"
                + (isInside ? "where ∇²L u = ∇‖g‖₁,ε, the gradient of Σ √(g²+ε).\n\n" : "\n");
    }

    /** −2b, without the sign. */
    private static String doubled(Object b) {
        if (b instanceof Rational number) {
            return number.multiply(Rational.of(-2)).toString();
        }
        if (b instanceof ParameterFraction fraction) {
            ParameterFraction twice = fraction.ring().scale(Rational.of(-2), fraction);
            return twice.isSum() ? "(" + twice + ")" : twice.toString();
        }
        throw new AssertionError(b);
    }

    private static boolean hasTwoCorrections(AdaptiveEquation<?> equation) {
        return equation.terms(1).stream()
                .map(term -> term.tree().toString())
                .toList()
                .equals(List.of("u[m:g[u]]", "u[v:q[g[u]]]"));
    }
}
