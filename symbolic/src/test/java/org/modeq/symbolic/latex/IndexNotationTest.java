package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("Differentials in indices")
class IndexNotationTest {
    private static final int DIMENSION = 2;

    /** A made-up k-th derivative: its i-th component along the coordinates given, the same in any order of these. */
    private static long derivative(int component, List<Integer> along) {
        long sum = along.stream().mapToInt(j -> j).sum();
        return 3 + 2 * component - 5 * sum + sum * sum + along.size() * (component - 2L);
    }

    /** F(t)^i by recursion over the tree. */
    private static long byTree(RootedTree tree, int component) {
        int count = tree.children().size();
        long value = 0;
        for (int code = 0; code < Math.pow(DIMENSION, count); code++) {
            int rest = code;
            long product = 1;
            List<Integer> along = new ArrayList<>();
            for (RootedTree child : tree.children()) {
                along.add(rest % DIMENSION);
                product *= byTree(child, rest % DIMENSION);
                rest /= DIMENSION;
            }
            value += product * derivative(component, along);
        }
        return value;
    }

    /** The product of the factors summed over all letters but i. */
    private static long byLetters(List<IndexNotation.Factor> factors, int component) {
        List<String> letters =
                factors.stream().skip(1).map(IndexNotation.Factor::upper).toList();
        long value = 0;
        for (int code = 0; code < Math.pow(DIMENSION, letters.size()); code++) {
            Map<String, Integer> places = new HashMap<>(Map.of("i", component));
            int rest = code;
            for (String letter : letters) {
                places.put(letter, rest % DIMENSION);
                rest /= DIMENSION;
            }
            long product = 1;
            for (IndexNotation.Factor factor : factors) {
                List<Integer> along = factor.lower().stream().map(places::get).toList();
                product *= derivative(places.get(factor.upper()), along);
            }
            value += product;
        }
        return value;
    }

    @Test
    @DisplayName("are the differentials of all trees up to order 5, summed over repeated letters")
    void contraction() {
        for (int order = 1; order <= 5; order++) {
            for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).ofOrder(order)) {
                for (int i = 0; i < DIMENSION; i++) {
                    assertEquals(byTree(tree, i), byLetters(IndexNotation.of(tree), i), tree.toString());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "f           | f^{i}                                | f^i",
                "f[f[f]]     | f^{i}_{j}f^{j}_{k}f^{k}              | f^i_j f^j_k f^k",
                "f[f,f]      | f^{i}_{jk}f^{j}f^{k}                 | f^i_jk f^j f^k",
                "A[B,A[B]]   | A^{i}_{jk}B^{j}A^{k}_{l}B^{l}        | A^i_jk B^j A^k_l B^l",
                "task1[B]    | \\mathrm{task1}^{i}_{j}B^{j}         | task1^i_j B^j"
            })
    @DisplayName("have their letters from the root on, in LaTeX and in text")
    void letters(String tree, String latex, String text) {
        RootedTree parsed = RootedTree.parse(tree);
        assertEquals(latex, LatexView.differential(parsed, Notation.INDEX));
        assertEquals(text, new TextScript().differential(parsed, Notation.INDEX).source());
    }

    @Test
    @DisplayName("go on with i1 after z")
    void manyLetters() {
        RootedTree tree = RootedTree.vertex(Colour.F);
        for (int k = 0; k < 20; k++) {
            tree = RootedTree.graft(Colour.F, List.of(tree));
        }
        String latex = LatexView.differential(tree, Notation.INDEX);
        assertTrue(latex.contains("f^{z}_{i_{1}}f^{i_{1}}_{j_{1}}"), latex);
    }
}
