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
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;
import org.modeq.symbolic.tree.TwoLeggedTree;

@DisplayName("The symmetric matrix of a tree with two legs")
class TwoLeggedFormTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");

    private static String lossName(Colour colour) {
        return colour.equals(Colour.F) ? "L" : colour.name();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "f; hess(L)",
                "f f; hess(L)*hess(L)",
                "f[f]; D(L,3)[grad(L)]",
                "A B; 1/2*(hess(A)*hess(B) + hess(B)*hess(A))",
                "A B A; hess(A)*hess(B)*hess(A)",
                "B[A,B[A]] A; 1/2*(hess(A)*D(B,4)[grad(A),hess(B)*grad(A)] + D(B,4)[grad(A),hess(B)*grad(A)]*hess(A))"
            })
    void examples(String stations, String formula) {
        List<RootedTree> path =
                List.of(stations.split(" ", -1)).stream().map(RootedTree::parse).toList();
        assertEquals(formula, TreeFormula.of(new TwoLeggedTree(path), TwoLeggedFormTest::lossName));
    }

    @ParameterizedTest(
            name = "is symmetric, is read back from its formula, and acts by its trees: {0} fields, order {1}")
    @CsvSource({"1, 5", "2, 4"})
    void laws(int fields, int order) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        Map.of("L", "f", "A", "A", "B", "B")
                .forEach((name, colour) -> losses.put(name, TensorForm.loss(RATIONALS, colour)));
        FormulaMeaning<Rational> meaning = new FormulaMeaning<>(RATIONALS, losses, Map.of(), Map.of());
        List<Colour> colours = fields == 1 ? List.of(Colour.F) : List.of(A, B);
        for (int k = 1; k <= order; k++) {
            for (TwoLeggedTree tree : TwoLeggedTree.ofOrder(colours, k)) {
                TensorForm<Rational> matrix = TensorForm.ofLosses(RATIONALS, tree);
                assertEquals(matrix, matrix.transposed());
                String formula = TreeFormula.of(tree, TwoLeggedFormTest::lossName);
                assertEquals(matrix, meaning.value(FormulaParser.parse(formula), 2), formula);
                for (RootedTree branch : TreeEnumeration.over(colours).upToOrder(2)) {
                    TensorForm<Rational> sum = tree.applied(branch).stream()
                            .map(TwoLeggedFormTest::contraction)
                            .reduce(TensorForm.zero(RATIONALS, 1), TensorForm::add);
                    assertEquals(sum, matrix.contracted(contraction(branch)).scaled(Rational.of(2)), formula);
                }
            }
        }
    }

    private static TensorForm<Rational> contraction(RootedTree tree) {
        return TensorForm.of(RATIONALS, ContractionGraph.ofLosses(tree));
    }
}
