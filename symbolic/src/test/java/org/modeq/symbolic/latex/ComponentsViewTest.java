package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The components of a modified equation on paper")
class ComponentsViewTest {
    private static Expression expression(String formula, String... variables) {
        return ConcreteFields.ofComponents(List.of(variables), Map.of(Colour.F, List.of(formula, "0")))
                .symbolic()
                .of(RootedTree.parse("f"))
                .get(0);
    }

    private static List<List<Expression>> fields(ModifiedEquation<Rational> equation, ConcreteFields fields) {
        return IntStream.range(0, equation.order())
                .mapToObj(power -> {
                    Map<RootedTree, Rational> weights = new TreeMap<>();
                    equation.terms(power).forEach(term -> weights.put(term.tree(), term.coefficient()));
                    return fields.symbolic().sum(weights);
                })
                .toList();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "0*x; 0",
                "-1; -1",
                "-x/2 - 3*x*y^2; -\\frac{1}{2}x-3xy^{2}",
                "exp(2*x)*sin(x)*cos(y)^2; \\exp(2x)\\cos^{2}y\\sin x",
                "x/(2*sqrt(1+x^2)); \\frac{x}{2\\sqrt{1+x^{2}}}",
                "1/(1+x/y)^2; \\frac{1}{\\left(1+\\frac{x}{y}\\right)^{2}}",
                "3*2^(1/3)*x^(3/2); 3\\cdot 2^{1/3}x^{3/2}",
                "tanh(x+y)/cos(x); \\frac{\\tanh(x+y)}{\\cos x}",
                "atan(sqrt(x))*log(y); \\arctan\\left(\\sqrt{x}\\right)\\log y",
                "sqrt(sin(x))*sqrt(2/3); \\sqrt{\\frac{2}{3}}\\sqrt{\\sin x}"
            })
    void expressions(String formula, String latex) {
        assertEquals(latex, ExpressionScript.of(expression(formula, "x", "y")));
    }

    @ParameterizedTest(name = "the variable {0} is {1}")
    @CsvSource({
        "x, x",
        "x1, x_{1}",
        "theta_2, \\theta_{2}",
        "θ, \\theta",
        "θ3, \\theta_{3}",
        "weight, \\mathrm{weight}",
        "b_max, \\mathrm{b\\_max}"
    })
    void variables(String name, String latex) {
        assertEquals(latex, ExpressionScript.variable(name));
    }

    @Test
    @DisplayName("puts a space between a Greek letter and the letter behind it")
    void greek() {
        assertEquals("\\sin\\alpha+\\alpha y", ExpressionScript.of(expression("alpha*y + sin(alpha)", "alpha", "y")));
        assertThrows(IllegalArgumentException.class, () -> ExpressionScript.variable("ж"));
    }

    /** By hand: f = (−xy, −x²/2), f₂ = −½ f′f = −½ (xy² + x³/2, x²y). */
    @Test
    @DisplayName("is a line for each component of each f_j under the series")
    void snippet() {
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("gd"), 2);
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x", "y"), Map.of(Colour.F, "x^2*y/2"));
        String command = "evaluate p.yaml --method gd --order 2 --symbolic";
        assertEquals("""
                % modeq: evaluate p.yaml --method gd --order 2 --symbolic; theta <- theta + h f(theta); f = -grad L; [f,g] = g'f - f'g; time h per step
                \\begin{equation}\\label{eq:modeq-gd-components-2}
                \\begin{aligned}
                (\\dot{x},\\dot{y}) &= f_{1}+hf_{2}+O(h^{2})\\\\
                (f_{1})_{x} &= -xy\\\\
                (f_{1})_{y} &= -\\frac{1}{2}x^{2}\\\\
                (f_{2})_{x} &= -\\frac{1}{4}x^{3}-\\frac{1}{2}xy^{2}\\\\
                (f_{2})_{y} &= -\\frac{1}{2}x^{2}y
                \\end{aligned}
                \\end{equation}
                """, ComponentsView.snippet(command, equation, fields.variables(), fields(equation, fields), 38));
        String document = ComponentsView.document(command, equation, fields.variables(), fields(equation, fields), 38);
        assertTrue(document.startsWith("\\documentclass") && document.contains("(f_{2})_{x} &= "), document);
    }

    @Test
    @DisplayName("breaks a long component before a sign, and nowhere else")
    void longComponents() {
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("gd"), 3);
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x", "y"), Map.of(Colour.F, "x^3*y^2 + x*y^4 + x^2*y"));
        String wide = ComponentsView.snippet("", equation, fields.variables(), fields(equation, fields), 10_000);
        String narrow = ComponentsView.snippet("", equation, fields.variables(), fields(equation, fields), 30);
        List<String> continued =
                narrow.lines().filter(line -> line.startsWith("&\\quad ")).toList();
        assertTrue(continued.size() > 3, narrow);
        assertTrue(continued.stream().allMatch(line -> line.matches("&\\\\quad [+-].*")), narrow);
        assertEquals(joined(wide), joined(narrow));
    }

    /** The source without lines, marks of lines and environments. */
    private static String joined(String snippet) {
        String body = snippet.substring(snippet.indexOf("(\\dot"));
        return body.split("\\\\(label|end)", 2)[0].replaceAll("\\\\notag|\\\\\\\\|&\\\\quad |\\s", "");
    }

    @Test
    @DisplayName("breaks over pages past twelve lines")
    void breaking() {
        ModifiedEquation<Rational> equation = ModifiedEquation.of(Methods.parseRational("gd"), 6);
        ConcreteFields fields = ConcreteFields.ofLosses(List.of("x", "y"), Map.of(Colour.F, "x*y"));
        String snippet = ComponentsView.snippet("", equation, fields.variables(), fields(equation, fields), 38);
        assertTrue(snippet.contains("\\begin{align}") && snippet.contains("x\\notag\\\\"), snippet);
    }
}
