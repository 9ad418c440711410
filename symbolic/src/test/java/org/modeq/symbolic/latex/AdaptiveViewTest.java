package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The modified equation of an adaptive method")
class AdaptiveViewTest {
    private static AdaptiveMethod method(String name, EpsilonPlace place) {
        return AdaptiveMethod.parse(name, new TreeMap<>(), place).orElseThrow();
    }

    private static AdaptiveEquation<?> equation(String name, EpsilonPlace place, int order) {
        return AdaptiveEquation.of(method(name, place), order);
    }

    /** Without the signs of the updates. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "u; u; u",
                "u[m:g[u]]; U_m⊙∇²L u; U_{m}\\odot \\nabla^{2}L\\,u",
                "u[m:g[u[v:q[g[u]]]]]; U_m⊙∇²L(U_v⊙2g⊙∇²L u);"
                        + " U_{m}\\odot \\nabla^{2}L(U_{v}\\odot 2g\\odot \\nabla^{2}L\\,u)",
                "u[m:g[u,u]]; U_m⊙∇³L[u,u]; U_{m}\\odot \\nabla^{3}L[u,u]",
                "u[v:q[g[u],g[u]]]; U_v⊙2(∇²L u)^⊙2; U_{v}\\odot 2(\\nabla^{2}L\\,u)^{\\odot 2}",
                "u[m:g[u],v:q[g[u]]]; U_mv⊙(∇²L u)⊙2g⊙∇²L u;"
                        + " U_{mv}\\odot (\\nabla^{2}L\\,u)\\odot 2g\\odot \\nabla^{2}L\\,u",
                "u[v:q[g[u]],v:q[g[u]]]; U_vv⊙(2g⊙∇²L u)^⊙2; U_{v^{2}}\\odot (2g\\odot \\nabla^{2}L\\,u)^{\\odot 2}",
                "u[m:g[w[w]]]; U_m⊙∇²L θ; U_{m}\\odot \\nabla^{2}L\\,\\theta "
            })
    @DisplayName("has differentials coordinate by coordinate")
    void differentials(String tree, String text, String latex) {
        RootedTree parsed = RootedTree.parse(tree);
        assertEquals(text, CircuitScript.TEXT.differential(parsed).source());
        assertEquals(
                latex.strip(), CircuitScript.LATEX.differential(parsed).source().strip());
    }

    @Test
    @DisplayName("is written only for the nodes of adaptive methods")
    void otherNodes() {
        RootedTree other = RootedTree.parse("u[m:s[u]]");
        assertThrows(IllegalArgumentException.class, () -> CircuitScript.TEXT.differential(other));
    }

    /** Rows adam-cks and adam-out of the papers: (1+β)/(1−β), and the ratios with ε. */
    @Test
    @DisplayName("shows the order h as the papers on Adam print it")
    void asInPapers() {
        String inside = AdaptiveView.text(equation("adam", EpsilonPlace.INSIDE, 2), 100);
        assertTrue(
                inside.contains("−h/2 1/√(g²+ε) ((1+beta1)/(1-beta1) − (1+beta2)/(1-beta2) g²/(g²+ε)) ⊙ ∇²L u"),
                inside);
        assertTrue(inside.contains("∇²L u = ∇‖g‖₁,ε"), inside);
        String outside = AdaptiveView.text(equation("adam", EpsilonPlace.OUTSIDE, 2), 100);
        assertTrue(
                outside.contains("−h/2 1/(|g|+ε) ((1+beta1)/(1-beta1) − (1+beta2)/(1-beta2) |g|/(|g|+ε)) ⊙ ∇²L u"),
                outside);
    }

    @Test
    @DisplayName("has −λθ as a second update in AdamW, λ a symbol or a number")
    void decay() {
        String symbol = AdaptiveView.text(equation("adamw", EpsilonPlace.OUTSIDE, 1), 100);
        assertTrue(symbol.contains("θ̇ = −u − λ θ + O(h)"), symbol);
        SortedMap<String, Rational> half = new TreeMap<>();
        half.put("lambda", Rational.of(1, 2));
        AdaptiveMethod method =
                AdaptiveMethod.parse("adamw", half, EpsilonPlace.OUTSIDE).orElseThrow();
        String number = AdaptiveView.text(AdaptiveEquation.of(method, 1), 100);
        assertTrue(number.contains("θ̇ = −u − 1/2 θ + O(h)"), number);
    }

    @Test
    @DisplayName("is a snippet of LaTeX whose comment is ASCII")
    void snippet() {
        String snippet = AdaptiveView.snippet("derive adam", equation("adam", EpsilonPlace.OUTSIDE, 2), 38);
        assertTrue(snippet.startsWith("% modeq: derive adam; theta <- theta - h U(m,v)"), snippet);
        assertTrue(snippet.chars().allMatch(character -> character < 128), snippet);
        assertTrue(snippet.contains("\\frac{1+\\beta_{1}}{2(1-\\beta_{1})}U_{m}\\odot \\nabla^{2}L\\,u"), snippet);
        String document = AdaptiveView.document("derive adam", equation("rmsprop-centred", EpsilonPlace.INSIDE, 2), 38);
        assertTrue(document.contains("u=U(g,g^{\\odot2},g)=g/\\sqrt{\\varepsilon}"), document);
        assertTrue(document.contains("\\texttt{u[a:g[u]]}"), document);
    }

    @Test
    @DisplayName("on the scaled road names its fields in every format")
    void scaled() {
        AdaptiveMethod adamw = method("adamw", EpsilonPlace.OUTSIDE);
        ModifiedEquation<?> equation = ModifiedEquation.of(AdaptiveRoad.scaled(adamw), 2);
        String text = AdaptiveView.scaledText(adamw, equation, 100);
        assertTrue(text.contains("M: m' = κ₁(∇L(θ)−m), κ₁ = (1−β₁)/h"), text);
        assertTrue(text.contains("θ̇ = M + T + V"), text);
        String snippet = AdaptiveView.scaledSnippet("derive adamw --road scaled", adamw, equation, 38);
        assertTrue(snippet.chars().allMatch(character -> character < 128), snippet);
        String document = AdaptiveView.scaledDocument("derive adamw --road scaled", adamw, equation, 38);
        assertTrue(document.contains("\\dot\\theta=-U(m,v)-\\lambda\\theta"), document);
    }
}
