package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("A contraction along a free tree, written in the formula language,")
class TreeFormulaTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    @ParameterizedTest(name = "S({0}) = {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "f; L",
                "f[f]; norm2(grad(L))",
                "B[A]; dot(grad(A),grad(B))",
                "f[f,f]; dot(grad(L),hess(L)*grad(L))",
                "f[f[f[f]]]; norm2(hess(L)*grad(L))",
                "f[f,f,f]; D(L,3)[grad(L),grad(L),grad(L)]",
                "f[f[f[f],f]]; D(L,3)[grad(L),grad(L),hess(L)*grad(L)]"
            })
    void examples(String tree, String formula) {
        assertEquals(formula, TreeFormula.of(new FreeTree(RootedTree.parse(tree)), TreeFormulaTest::lossName));
    }

    @ParameterizedTest(name = "that reads it back: {0} fields, order {1}")
    @CsvSource({"1, 8", "2, 6", "3, 4"})
    void roundTrip(int fields, int order) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        Map.of("L", "f", "A", "A", "B", "B")
                .forEach((name, colour) -> losses.put(name, TensorForm.loss(RATIONALS, colour)));
        List<Colour> colours = List.of(Colour.F, A, B).subList(0, fields);
        FormulaMeaning<Rational> meaning = new FormulaMeaning<>(RATIONALS, losses, Map.of(), Map.of());
        for (int k = 1; k <= order; k++) {
            for (RootedTree rooted : TreeEnumeration.over(colours).ofOrder(k)) {
                FreeTree tree = new FreeTree(rooted);
                TensorForm<Rational> expected = TensorForm.of(RATIONALS, ContractionGraph.ofLosses(tree));
                String formula = TreeFormula.of(tree, TreeFormulaTest::lossName);
                assertEquals(expected, meaning.value(FormulaParser.parse(formula), 0), formula);
            }
        }
    }

    private static String lossName(Colour colour) {
        return colour.equals(Colour.F) ? "L" : colour.name();
    }
}
