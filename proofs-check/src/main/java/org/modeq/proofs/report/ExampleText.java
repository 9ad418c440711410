package org.modeq.proofs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.modeq.proofs.check.Counterexample;
import org.modeq.symbolic.contraction.FormulaLatex;
import org.modeq.symbolic.contraction.FormulaParser;

/** A small problem on which the two sides of a claim are different numbers, as a sentence in LaTeX. */
final class ExampleText {
    private ExampleText() {}

    /** The sentence; losses and fields are written by the names. */
    static String of(Counterexample example, UnaryOperator<String> names, boolean isEquation) {
        List<String> given = new ArrayList<>();
        example.functions().forEach((name, formula) -> given.add("$" + name + "=" + polynomial(formula) + "$"));
        example.losses().forEach((name, loss) -> given.add("$" + names.apply(name) + "=" + polynomial(loss) + "$"));
        example.parameters().forEach((name, value) -> given.add("$" + polynomial(name) + "=" + value + "$"));
        String power = "the coefficient of $h" + (example.power() == 1 ? "" : "^{" + example.power() + "}") + "$ is ";
        int dimension = example.variables().size();
        return "\\emph{Example:} for %s at $%s=%s$ %s$%s$ in %s and $%s$ in %s.\n"
                .formatted(
                        String.join(", ", given),
                        tuple(example.variables().stream()
                                .map(ExampleText::polynomial)
                                .toList()),
                        tuple(example.point()),
                        example.power() == 0 ? "there is " : power,
                        components(example.claimed(), dimension),
                        isEquation ? "the left side" : "the claim",
                        components(example.derived(), dimension),
                        isEquation ? "the right side" : "the method");
    }

    /** A polynomial, or several in parentheses. */
    private static String polynomial(String text) {
        if (text.startsWith("(") && text.endsWith(")") && text.contains(", ")) {
            return List.of(text.substring(1, text.length() - 1).split(", ", -1)).stream()
                    .map(ExampleText::polynomial)
                    .collect(Collectors.joining(",", "(", ")"));
        }
        return FormulaLatex.of(FormulaParser.parse(text), name -> "");
    }

    private static String tuple(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(",", parts) + ")";
    }

    /** A number, a vector, or a matrix by its rows. */
    private static String components(List<String> components, int dimension) {
        if (components.size() <= dimension || dimension == 1) {
            return tuple(components);
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < components.size(); row += dimension) {
            rows.add(String.join(" & ", components.subList(row, row + dimension)));
        }
        return "\\begin{pmatrix}" + String.join("\\\\", rows) + "\\end{pmatrix}";
    }
}
