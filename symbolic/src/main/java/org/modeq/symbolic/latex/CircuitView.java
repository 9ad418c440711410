package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.symbolic.circuit.CircuitEquation;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.circuit.CircuitMethod.Kind;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;

/** Modified equations of circuits of one's own, as text and in LaTeX: nodes by their names, their derivatives by their slots. */
public final class CircuitView {
    /** Characters of a coefficient in LaTeX that fit beside its tree. */
    private static final int LONGEST_BESIDE = 110;

    private CircuitView() {}

    /**
     * The equation with the meaning of its nodes and the table of its trees.
     *
     * @param method the optimizer
     * @param equation its equation
     * @param width the width of the page in columns
     * @return some lines of text
     */
    public static String text(CircuitMethod method, CircuitEquation<?> equation, int width) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("power", "tree t", "F(t)", "b(t)", "σ(t)", "b/σ")));
        for (Term<?> term : equation.terms()) {
            rows.add(List.of(
                    "h" + (term.power() == 1 ? "" : TextScript.superscript(term.power())),
                    term.tree().toString(),
                    differential(method, CircuitScript.TEXT, term.tree()).source(),
                    term.b().toString(),
                    term.symmetry().toString(),
                    term.coefficient().toString()));
        }
        return method.name() + ", order " + equation.order() + "\n" + String.join("\n", conventions(method)) + "\n\n"
                + sum(method, equation, CircuitScript.TEXT, new TextScript()).display(width) + "\n\n"
                + TextView.table(rows) + "\n";
    }

    /**
     * The formula as a snippet. Needs amsmath.
     *
     * @param command the command that makes it again, with all its options
     * @param method the optimizer
     * @param equation its equation
     * @param width the width of a line in em
     * @return {@code equation} with {@code aligned}, or {@code align} past twelve lines
     */
    public static String snippet(String command, CircuitMethod method, CircuitEquation<?> equation, double width) {
        return LatexView.comment(command, Conventions.ascii(String.join("; ", conventions(method))))
                + LatexView.displayed(
                        sum(method, equation, CircuitScript.LATEX, new LatexScript()),
                        LatexView.label(method.name(), equation.order()),
                        width);
    }

    /**
     * A document that pdflatex compiles: the nodes, the formula and the table of all trees.
     *
     * @param command the command that makes it again, with all its options
     * @param method the optimizer
     * @param equation its equation
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, CircuitMethod method, CircuitEquation<?> equation, double width) {
        String nodes = method.meaning().stream()
                .map(line ->
                        "\\item\\raggedright\\texttt{" + breakable(LatexView.escape(Conventions.ascii(line))) + "}\n")
                .collect(Collectors.joining());
        String sentence = "After the transient one step is the exact time-$h$ flow of the field below, of the circuit\n"
                + "\\begin{itemize}\n" + nodes + "\\end{itemize}\n"
                + "with the delay $z$ by one step; subscripts are derivatives in the slots, all at the values of a $\\theta$ that"
                + " stands still, and $\\odot$ multiplies coordinate by coordinate.\n\n";
        return LatexView.document(
                "Modified equation of \\texttt{" + LatexView.escape(method.name()) + "}, order " + equation.order(),
                List.of(sentence + snippet(command, method, equation, width), table(equation.terms())));
    }

    /** A formula in typewriter letters that may be broken before its signs. */
    private static String breakable(String formula) {
        return formula.replaceAll("(?<=[\\w)])([-+*/])", "\\\\allowbreak{}$1");
    }

    /** The table of typed trees: long coefficients stand in a line of their own below the tree. */
    static String table(List<? extends Term<?>> terms) {
        boolean isWide = terms.stream().anyMatch(term -> formula(term.b()).length() > LONGEST_BESIDE);
        String rows = terms.stream()
                .map(term -> isWide ? twoLines(term) : oneLine(term))
                .collect(Collectors.joining());
        boolean hasSymbols = terms.stream().anyMatch(term -> term.b() instanceof ParameterFraction);
        return "{\\footnotesize\n"
                + LatexView.table(
                        isWide ? "1.8" : hasSymbols ? "2.6" : LatexView.LOW,
                        isWide ? "rlr" : "rllr",
                        isWide ? "$|t|$ & tree $t$, $b(t)$ & $\\sigma(t)$" : "$|t|$ & tree $t$ & $b(t)$ & $\\sigma(t)$",
                        hasSymbols ? 2 * terms.size() : terms.size(),
                        rows)
                + "}\n";
    }

    private static String oneLine(Term<?> term) {
        return "%d & \\texttt{%s} & $%s$ & $%s$\\\\%n"
                .formatted(
                        term.power() + 1, LatexView.escape(term.tree().toString()), formula(term.b()), term.symmetry());
    }

    private static String twoLines(Term<?> term) {
        return "%d & \\texttt{%s} & $%s$\\\\*%n & \\quad $%s$\\\\%n"
                .formatted(
                        term.power() + 1, LatexView.escape(term.tree().toString()), term.symmetry(), formula(term.b()));
    }

    private static String formula(Object b) {
        return b instanceof ParameterFraction fraction ? fraction.toLatex().replace("\\frac", "\\dfrac") : b.toString();
    }

    private static List<String> conventions(CircuitMethod method) {
        List<String> lines = new ArrayList<>(method.meaning());
        lines.add(
                "z the delay by one step; time h per step, after the transient; u_c, … derivatives of u in its slots at the"
                        + " values of a θ that stands still; ⊙ multiplies coordinate by coordinate");
        return lines;
    }

    private static <E> FormulaSum sum(
            CircuitMethod method, CircuitEquation<E> equation, CircuitScript script, Script formulas) {
        List<List<FormulaSum.SignedTerm>> byPower = IntStream.range(0, equation.order())
                .mapToObj(power -> equation.terms(power).stream()
                        .map(term -> new FormulaSum.SignedTerm(
                                Coefficient.of(term.coefficient()), differential(method, script, term.tree())))
                        .toList())
                .toList();
        return FormulaSum.of(byPower, formulas.fieldSide(false, Notation.FIELD), formulas);
    }

    /** F(t). */
    private static Piece differential(CircuitMethod method, CircuitScript script, RootedTree tree) {
        Kind kind = method.rule(tree.colour()).kind();
        if (kind == Kind.GRADIENT) {
            return gradient(method, script, tree.children());
        }
        if (tree.isVertex()) {
            return script.word(tree.colour().name());
        }
        SortedMap<String, Integer> slots = new TreeMap<>();
        tree.plantedChildren().forEach(child -> slots.merge(child.slot().name(), 1, Integer::sum));
        Piece product = script.derivative(tree.colour().name(), slots)
                .then(script.times())
                .then(product(method, script, tree.plantedChildren()));
        return kind == Kind.TOTAL
                ? script.total().then(script.word("(")).then(product).then(script.word(")"))
                : product;
    }

    private static Piece product(CircuitMethod method, CircuitScript script, List<PlantedTree> children) {
        Map<RootedTree, Integer> counts = new LinkedHashMap<>();
        children.forEach(child -> counts.merge(child.tree(), 1, Integer::sum));
        Piece product = Piece.EMPTY;
        for (Map.Entry<RootedTree, Integer> entry : counts.entrySet()) {
            Piece factor = differential(method, script, entry.getKey());
            boolean isMatrix = method.rule(entry.getKey().colour()).kind() == Kind.GRADIENT && counts.size() > 1;
            Piece power = entry.getValue() > 1
                    ? script.power(factor, entry.getValue())
                    : isMatrix ? script.word("(").then(factor).then(script.word(")")) : factor;
            product =
                    product.width() == 0 ? power : product.then(script.times()).then(power);
        }
        return product;
    }

    private static Piece gradient(CircuitMethod method, CircuitScript script, List<RootedTree> children) {
        Piece tensor = script.tensor(children.size() + 1);
        if (children.size() == 1) {
            RootedTree only = children.get(0);
            return tensor.then(script.applied(differential(method, script, only), !only.isVertex()));
        }
        Piece list = tensor.then(script.word("["));
        for (int i = 0; i < children.size(); i++) {
            list = (i == 0 ? list : list.then(script.word(","))).then(differential(method, script, children.get(i)));
        }
        return list.then(script.word("]"));
    }
}
