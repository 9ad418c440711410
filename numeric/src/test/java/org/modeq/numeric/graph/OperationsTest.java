package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.jet.MovedPoint;

@DisplayName("An operation of a graph")
class OperationsTest {
    /** Some entries twice, one never, and two zeros. */
    private static final EntryMap MOVES = EntryMap.of(6, 3, 0, EntryMap.NONE, 5, 0, 1, 2, EntryMap.NONE);

    private final SplittableRandom random = new SplittableRandom(11);

    /** Scalars in twelve parameters, each with one operation in its middle. */
    private static Stream<Arguments> scalars() {
        DMatrixRMaj data = new DMatrixRMaj(3, 4, true, 0.5, -1, 0.25, 2, 1, 0.75, -0.5, 0.1, -0.3, 0.6, 1.5, -2);
        UnaryOperator<Node> sine = node -> node.apply(Activation.SINE);
        return Stream.of(
                scalar(
                        "A·B",
                        t -> sine.apply(t.block(0, 2, 3).times(t.block(6, 3, 2)))
                                .sum()),
                scalar(
                        "Aᵀ·B",
                        t -> sine.apply(t.block(0, 3, 2).transposeTimes(t.block(6, 3, 2)))
                                .sum()),
                scalar(
                        "A·Bᵀ",
                        t -> sine.apply(t.block(0, 2, 3).timesTranspose(t.block(6, 2, 3)))
                                .sum()),
                scalar(
                        "X·A",
                        t -> sine.apply(t.graph().constant(data).times(t.block(0, 4, 3)))
                                .sum()),
                scalar(
                        "A·X",
                        t -> sine.apply(t.block(0, 4, 3).times(t.graph().constant(data)))
                                .sum()),
                scalar(
                        "A∘B",
                        t -> sine.apply(t.block(0, 2, 3).hadamard(t.block(6, 2, 3)))
                                .sum()),
                scalar(
                        "A∘A",
                        t -> sine.apply(t.block(0, 4, 3).hadamard(t.block(0, 4, 3)))
                                .sum()),
                scalar(
                        "diag(v)·A",
                        t -> sine.apply(t.block(0, 3, 3).scaledRows(t.block(9, 3, 1)))
                                .sum()),
                scalar(
                        "A + wB",
                        t -> sine.apply(t.block(0, 2, 3).plus(-0.7, t.block(6, 2, 3)))
                                .sum()),
                scalar(
                        "A + 1·y",
                        t -> sine.apply(t.block(0, 3, 3).plusRow(t.block(9, 1, 3)))
                                .sum()),
                scalar("A·1", t -> sine.apply(t.block(0, 3, 4).rowSums()).sum()),
                scalar("1ᵀ·A", t -> sine.apply(t.block(0, 3, 4).columnSums()).sum()),
                scalar(
                        "1·y",
                        t -> sine.apply(t.block(0, 1, 4).repeatedRow(3).hadamard(t.block(0, 3, 4)))
                                .sum()),
                scalar(
                        "v·1ᵀ",
                        t -> sine.apply(t.block(0, 3, 1).repeatedColumn(4).plus(t.block(0, 3, 4)))
                                .sum()),
                scalar(
                        "blocks that overlap",
                        t -> sine.apply(t.block(0, 2, 3).times(t.block(3, 3, 3)))
                                .sum()),
                scalar(
                        "a block of a product",
                        t -> sine.apply(t.block(0, 2, 3).times(t.block(6, 3, 2)).block(1, 1, 2))
                                .sum()),
                scalar(
                        "a block of a block",
                        t -> sine.apply(t.block(1, 3, 3).block(2, 2, 2).times(t.block(6, 2, 2)))
                                .sum()),
                scalar(
                        "a block that is a product in another shape",
                        t -> sine.apply(t.block(0, 2, 3).times(t.block(6, 3, 2)).block(0, 1, 4))
                                .sum()),
                scalar(
                        "entries of A moved",
                        t -> sine.apply(t.block(0, 2, 6).gathered(MOVES, 4).times(t.block(4, 4, 2)))
                                .sum()),
                scalar(
                        "entries of A moved and added back",
                        t -> sine.apply(t.block(0, 2, 6)
                                        .gathered(MOVES, 4)
                                        .apply(Activation.TANH)
                                        .scattered(MOVES))
                                .sum()),
                scalar("softmax", t -> {
                    Node shifted = t.block(0, 3, 4).minusRowMaxima();
                    Node logOfSums = shifted.apply(Activation.EXP).rowSums().apply(Activation.LOG);
                    // What is taken off each row, once and four quarters of once, leaves no trace.
                    return logOfSums.sum().plus(-0.25, shifted.sum());
                }),
                scalar(
                        "1/x",
                        t -> t.block(0, 3, 4)
                                .hadamard(t.block(0, 3, 4))
                                .apply(Activation.EXP)
                                .apply(Activation.RECIPROCAL)
                                .sum()),
                scalar(
                        "tanh of tanh",
                        t -> t.block(0, 3, 4)
                                .apply(Activation.TANH)
                                .scaled(2)
                                .apply(Activation.TANH)
                                .sum()),
                scalar(
                        "GELU",
                        t -> t.block(0, 3, 4)
                                .apply(Activation.GELU)
                                .times(t.block(0, 4, 3))
                                .sum()),
                scalar(
                        "softplus and sigmoid",
                        t -> t.block(0, 3, 4)
                                .apply(Activation.SOFTPLUS)
                                .apply(Activation.SIGMOID)
                                .sum()));
    }

    private static Arguments scalar(String name, UnaryOperator<Node> formula) {
        return Arguments.of(name, formula);
    }

    private double[] vector(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> random.nextDouble(-1, 1))
                .toArray();
    }

    private static SweepShape along(int degree) {
        JetAlgebra algebra = JetAlgebra.of(degree);
        return new SweepShape(algebra, List.of(List.of(1)), algebra.monomials());
    }

    @ParameterizedTest(name = "{0}: value and gradient along a line, to the fifth derivative, against seventy digits")
    @MethodSource("scalars")
    void againstDifferences(String name, UnaryOperator<Node> formula) {
        LineDerivatives.check(name, formula.apply(new Graph(12).parameters()), vector(12), vector(12));
    }

    @ParameterizedTest(name = "{0}: a program that is asked for some coefficients gives those of the definition")
    @MethodSource("scalars")
    void someCoefficients(String name, UnaryOperator<Node> formula) {
        Node gradient = ReverseSweep.gradient(formula.apply(new Graph(12).parameters()));
        double[] theta = vector(12);
        JetAlgebra algebra = JetAlgebra.of(2, 1);
        List<SweepShape> shapes = List.of(
                new SweepShape(algebra, List.of(List.of(1, 0), List.of(0, 1)), List.of(List.of(2, 1))),
                new SweepShape(algebra, List.of(List.of(1, 0), List.of(0, 1)), List.of(List.of(1, 1), List.of(0, 0))),
                new SweepShape(algebra, List.of(List.of(1, 1), List.of(1, 0)), List.of(List.of(2, 1), List.of(0, 1))),
                new SweepShape(JetAlgebra.of(3), List.of(List.of(2)), List.of(List.of(1), List.of(2), List.of(3))));
        Workspace workspace = TaylorProgram.compile(gradient, shapes).workspace();
        workspace.moveTo(theta);
        for (int s = 0; s < shapes.size(); s++) {
            SweepShape shape = shapes.get(s);
            List<double[]> directions = new ArrayList<>();
            shape.given().forEach(exponents -> directions.add(vector(12)));
            workspace.sweep(s, directions.toArray(double[][]::new));
            var expected =
                    JetInterpreter.value(gradient, MovedPoint.of(shape.algebra(), theta, shape.given(), directions));
            for (int w = 0; w < shape.wanted().size(); w++) {
                double[] coefficient = expected.coefficient(shape.wanted().get(w)).data;
                assertArrayEquals(coefficient, workspace.read(s, w), 1e-12, name + " sweep " + s);
            }
        }
    }

    @Test
    @DisplayName("is the same node if it is made again, and sums of sums are flat")
    void sharing() {
        Graph graph = new Graph(4);
        Node theta = graph.parameters();
        Node square = theta.hadamard(theta);
        assertSame(square, graph.parameters().hadamard(theta));
        assertSame(theta, theta.scaled(2).scaled(0.5));
        assertEquals(1, theta.plus(square).plus(-1, square).inputs().size() - 1);
        assertTrue(square.toString().contains("4×1"), square.toString());
    }

    @Test
    @DisplayName("refuses sizes that do not fit, nodes of two graphs and a gradient of a matrix")
    void errors() {
        Node theta = new Graph(6).parameters();
        Node matrix = theta.block(0, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> matrix.times(matrix));
        assertThrows(IllegalArgumentException.class, () -> matrix.transposeTimes(theta));
        assertThrows(IllegalArgumentException.class, () -> matrix.timesTranspose(theta));
        assertThrows(IllegalArgumentException.class, () -> matrix.hadamard(theta));
        assertThrows(IllegalArgumentException.class, () -> matrix.scaledRows(theta));
        assertThrows(IllegalArgumentException.class, () -> matrix.plusRow(theta));
        assertThrows(IllegalArgumentException.class, () -> matrix.block(4, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> matrix.gathered(MOVES, 4));
        assertThrows(IllegalArgumentException.class, () -> theta.block(0, 1, 6).gathered(MOVES, 3));
        assertThrows(IllegalArgumentException.class, () -> EntryMap.of(6, 3, 6));
        assertThrows(IllegalArgumentException.class, () -> EntryMap.of(6));
        assertThrows(IllegalArgumentException.class, () -> ReverseSweep.gradient(matrix));
        assertThrows(IllegalArgumentException.class, () -> theta.plus(new Graph(6).parameters()));
        Workspace workspace = TaylorProgram.compile(theta, List.of(along(1))).workspace();
        assertThrows(IllegalArgumentException.class, () -> workspace.moveTo(new double[5]));
        workspace.moveTo(new double[6]);
        assertThrows(IllegalArgumentException.class, () -> workspace.sweep(0));
    }
}
