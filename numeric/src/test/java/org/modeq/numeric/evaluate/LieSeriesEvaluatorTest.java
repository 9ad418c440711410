package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.Tangent;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("A Lie series with fields for its letters")
class LieSeriesEvaluatorTest {
    private final Map<Colour, VectorField> fields = Problems.fields(
            Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 3),
            Problems.network(OutputLoss.SOFTMAX_CROSS_ENTROPY, 4));
    private final int dimension = fields.get(Problems.A).dimension();

    private double[] theta() {
        return RandomStream.ofSeed(8).normals(dimension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:A,B", "sequence:A,B,B,A", "sequence:A*2,B/2,A", "splitting:A/2,B,A/2"})
    @DisplayName("has the orders that the modified field over trees has, to order 4")
    void againstTrees(String name) {
        BracketForm<Rational> form = BracketForm.of(Methods.parseRational(name), 4);
        LieSeriesEvaluator brackets = LieSeriesEvaluator.of(
                form.series(), dimension, letter -> LieSeriesEvaluator.sumOfTrees(BracketForm.meaning(letter), fields));
        SeriesEvaluator trees = SeriesEvaluator.of(
                ModifiedEquation.of(Methods.parseRational(name), 4).field(), fields);
        List<double[]> expected = trees.orders(theta());
        List<double[]> found = brackets.orders(theta());
        assertEquals(expected.size(), found.size());
        for (int j = 0; j < expected.size(); j++) {
            if (Problems.distance(expected.get(j), new double[dimension]) > 1e-14) {
                Problems.assertClose(expected.get(j), found.get(j), 1e-12, "f" + (j + 1));
            } else {
                assertArrayEquals(expected.get(j), found.get(j), 1e-12);
            }
        }
        double h = 0.1;
        double[] sum = brackets.at(h, 3).at(theta());
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= found.get(0)[i] + h * found.get(1)[i] + h * h * found.get(2)[i];
        }
        assertArrayEquals(new double[dimension], sum, 1e-12);
    }

    @Test
    @DisplayName("has the elementary differentials as fields: their values and their derivatives")
    void elementaryDifferentials() {
        double[] direction = RandomStream.ofSeed(9).normals(dimension);
        VectorField constant = VectorField.of(
                dimension, at -> Jet.column(JetAlgebra.of(), direction).in(at.algebra()));
        for (RootedTree tree :
                TreeEnumeration.over(List.of(Problems.A, Problems.B)).upToOrder(4)) {
            double[] expected = ElementaryDifferential.of(tree, fields, theta());
            VectorField field = ElementaryDifferential.asField(tree, fields);
            Problems.assertClose(expected, field.at(theta()), 1e-12, tree.toString());
            if (tree.order() <= 3) {
                double[] along =
                        DerivedFields.derivative(field, List.of(constant)).at(theta());
                double[] sum = new double[dimension];
                for (RootedTree grafted : tree.preLieProduct(RootedTree.vertex(Colour.F))) {
                    Map<Colour, VectorField> more = new TreeMap<>(fields);
                    more.put(Colour.F, constant);
                    double[] value = ElementaryDifferential.of(grafted, more, theta());
                    for (int i = 0; i < dimension; i++) {
                        sum[i] += value[i];
                    }
                }
                Problems.assertClose(sum, along, 1e-12, "the derivative of " + tree);
            }
        }
    }

    @Test
    @DisplayName("is made of tangents, which take points and directions of one size and algebra")
    void tangents() {
        Jet point = Jet.column(JetAlgebra.of(), 1, 2);
        Jet jet = Tangent.at(point, Jet.column(JetAlgebra.of(), 3, 4));
        assertArrayEquals(new double[] {1, 2}, Tangent.value(jet).constantEntries());
        assertArrayEquals(new double[] {3, 4}, Tangent.derivative(jet).constantEntries());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Tangent.at(point, Jet.column(JetAlgebra.of(1), 3, 4)))
                .getMessage();
        assertTrue(message.contains("expected the same size and algebra"), message);
        assertThrows(IllegalArgumentException.class, () -> Tangent.at(point, Jet.column(JetAlgebra.of(), 3)));
    }
}
