package org.modeq.numeric.precise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.PowerFunction;
import org.modeq.numeric.graph.PreciseInterpreter;
import org.modeq.numeric.graph.ReverseSweep;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.RandomStream;

@DisplayName("A node in numbers of high precision")
class PreciseNodeTest {
    private static final Decimals FIFTY = Decimals.ofDigits(50);

    private static Stream<Arguments> problems() {
        return PreciseProblems.all();
    }

    @ParameterizedTest(name = "has on {0} the value of the interpreter of seventy digits, to 55")
    @MethodSource("problems")
    void againstInterpreter(String name, LossOnGraph loss) {
        Node node = loss.graphLoss().node();
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        Apfloat[] point = theta.stream()
                .map(entry -> new Apfloat(entry, PreciseInterpreter.DIGITS))
                .toArray(Apfloat[]::new);
        Apfloat expected = PreciseInterpreter.value(node, point)[0];
        BigDecimal value = PreciseNode.of(node, FIFTY).at(theta).get(0);
        double error = new Apfloat(value, PreciseInterpreter.DIGITS)
                .subtract(expected)
                .divide(expected)
                .doubleValue();
        assertTrue(Math.abs(error) < 1e-55, () -> name + " differs by " + error);
    }

    @ParameterizedTest(name = "has on {0} the gradient and the mixed third derivatives of doubles")
    @MethodSource("problems")
    void againstDoubles(String name, LossOnGraph loss) {
        DoubleDoubles numbers = DoubleDoubles.DOUBLE_DOUBLES;
        double[] theta = RandomStream.ofSeed(31).normals(loss.dimension());
        double[] v = RandomStream.ofSeed(32).normals(loss.dimension());
        double[] w = RandomStream.ofSeed(33).normals(loss.dimension());
        JetAlgebra algebra = JetAlgebra.of(2, 1);
        Jet doubles = loss.gradient(Jet.affine(algebra, theta, List.of(v, w)));
        PreciseJet<?> precise = PreciseNode.of(
                        ReverseSweep.gradient(loss.graphLoss().node()), numbers)
                .at(PreciseJet.affine(
                        numbers, algebra, numbers.column(theta), List.of(numbers.column(v), numbers.column(w))));
        for (List<Integer> exponents : algebra.monomials()) {
            double[] expected = doubles.coefficient(exponents).data;
            double[] found = precise.coefficient(exponents).stream()
                    .mapToDouble(entry -> ((Number) entry).doubleValue())
                    .toArray();
            double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
            assertArrayEquals(expected, found, 1e-12 * Math.max(1, size), name + " " + exponents);
        }
    }

    /** L(θ + εv + δw) forwards, against ∇L by the reverse sweep: (L)_{εδ} = (∇L)_ε · w, (L)_{ε²δ} = (∇L)_{ε²} · w. */
    @ParameterizedTest(name = "has on {0} the same derivatives forwards and by the reverse sweep, to 50 digits")
    @MethodSource("problems")
    void forwardsAndReverse(String name, LossOnGraph loss) {
        Node node = loss.graphLoss().node();
        List<BigDecimal> theta = PreciseProblems.point(loss, FIFTY);
        List<BigDecimal> v = FIFTY.column(RandomStream.ofSeed(32).normals(loss.dimension()));
        List<BigDecimal> w = FIFTY.column(RandomStream.ofSeed(33).normals(loss.dimension()));
        PreciseJet<BigDecimal> forwards =
                PreciseNode.of(node, FIFTY).at(PreciseJet.affine(FIFTY, JetAlgebra.of(3, 1), theta, List.of(v, w)));
        PreciseJet<BigDecimal> gradient = PreciseNode.of(ReverseSweep.gradient(node), FIFTY)
                .at(PreciseJet.affine(FIFTY, JetAlgebra.of(3), theta, List.of(v)));
        for (int k = 0; k <= 3; k++) {
            List<BigDecimal> slope = gradient.coefficient(List.of(k));
            Numbers.Sum<BigDecimal> sum = FIFTY.sum();
            for (int i = 0; i < slope.size(); i++) {
                sum.add(slope.get(i), w.get(i));
            }
            PreciseProblems.assertClose(
                    FIFTY,
                    List.of(sum.take()),
                    forwards.coefficient(List.of(k, 1)),
                    1e-50,
                    name + " derivative " + (k + 1));
        }
    }

    @Test
    @DisplayName("computes no more than is read: √x has a value at 0, and no derivative")
    void lazily() {
        Graph graph = new Graph(1);
        Node root = graph.parameters().apply(new PowerFunction(1, 2));
        PreciseJet<BigDecimal> value = PreciseNode.of(root, FIFTY)
                .at(PreciseJet.affine(
                        FIFTY, JetAlgebra.of(2), List.of(BigDecimal.ZERO), List.of(List.of(BigDecimal.ONE))));
        assertEquals(List.of(BigDecimal.ZERO), value.coefficient(List.of(0)));
        assertThrows(ArithmeticException.class, () -> value.coefficient(List.of(1)));
    }

    @Test
    @DisplayName("refuses points of another dimension, jets that do not fit, and fields that are none")
    void refusals() {
        LossOnGraph loss = PreciseProblems.polynomial();
        PreciseNode<BigDecimal> node = PreciseNode.of(loss.graphLoss().node(), FIFTY);
        String message = assertThrows(IllegalArgumentException.class, () -> node.at(FIFTY.column(1)))
                .getMessage();
        assertEquals(
                "given a point of dimension 1, expected the dimension 2 of the graph; give a number for each parameter",
                message);
        assertThrows(IllegalArgumentException.class, () -> PreciseField.of(node.node(), FIFTY));
        List<BigDecimal> point = FIFTY.column(1, 2);
        assertThrows(
                IllegalArgumentException.class,
                () -> PreciseJet.affine(FIFTY, JetAlgebra.of(1, 1), point, List.of(point)));
        PreciseJet<BigDecimal> jet = PreciseJet.column(FIFTY, JetAlgebra.of(), point);
        assertThrows(IllegalArgumentException.class, () -> jet.timesScalar(jet));
        PreciseJet<BigDecimal> other = PreciseJet.column(FIFTY, JetAlgebra.of(1), point);
        assertThrows(IllegalArgumentException.class, () -> jet.plus(other));
        assertThrows(IllegalArgumentException.class, () -> jet.coefficient(new ArrayList<>(List.of(1))));
    }
}
