package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.numeric.jet.Jet;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.OutputLoss;

@DisplayName("A program for the Taylor coefficients of a graph")
class TaylorProgramTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(7);
    private static final int MOST_BLOCKS = 2000;
    private static final int PAUSE_MILLIS = 10;

    private static DMatrixRMaj random(int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.getNumElements(); i++) {
            matrix.data[i] = RANDOM.nextDouble(-1, 1);
        }
        return matrix;
    }

    /** The loss of a network 3-5-4-k as a graph. */
    private static Node loss(OutputLoss outputLoss, DMatrixRMaj inputs, DMatrixRMaj targets, int... sizes) {
        int count = DenseNetwork.of(sizes).parameterCount();
        Graph graph = new Graph(count);
        Node theta = graph.parameters();
        Node layer = graph.constant(inputs);
        int offset = 0;
        for (int l = 1; l < sizes.length; l++) {
            Node weights = theta.block(offset, sizes[l - 1], sizes[l]);
            offset += sizes[l - 1] * sizes[l];
            Node biases = theta.block(offset, 1, sizes[l]);
            offset += sizes[l];
            layer = layer.times(weights).plusRow(biases);
            layer = l + 1 < sizes.length ? layer.apply(Activation.TANH) : layer;
        }
        Node goal = graph.constant(targets);
        double mean = 1.0 / inputs.numRows;
        if (outputLoss == OutputLoss.MEAN_SQUARED_ERROR) {
            Node error = layer.minus(goal);
            return error.hadamard(error).sum().scaled(mean / 2);
        }
        Node shifted = layer.minusRowMaxima();
        Node logOfSums = shifted.apply(Activation.EXP).rowSums().apply(Activation.LOG);
        return logOfSums.sum().minus(goal.hadamard(shifted).sum()).scaled(mean);
    }

    @ParameterizedTest(name = "agrees with derivatives written by hand on a network with {0}")
    @EnumSource(
            value = OutputLoss.class,
            names = {"SOFTMAX_CROSS_ENTROPY", "MEAN_SQUARED_ERROR"})
    void againstJets(OutputLoss outputLoss) {
        int[] sizes = {3, 5, 4, 3};
        int samples = 6;
        DMatrixRMaj inputs = random(samples, 3);
        DMatrixRMaj targets = new DMatrixRMaj(samples, 3);
        for (int i = 0; i < samples; i++) {
            targets.set(i, RANDOM.nextInt(3), 1);
        }
        DenseNetwork network = DenseNetwork.of(sizes);
        Node loss = loss(outputLoss, inputs, targets, sizes);
        Node gradient = ReverseSweep.gradient(loss);
        double[] theta = network.initialParameters(3);
        HandWrittenNetwork reference = new HandWrittenNetwork(outputLoss, inputs, targets, sizes);
        List<JetAlgebra> algebras = List.of(
                JetAlgebra.of(),
                JetAlgebra.of(1),
                JetAlgebra.of(2),
                JetAlgebra.of(1, 1),
                JetAlgebra.of(3),
                JetAlgebra.of(2, 1),
                JetAlgebra.of(4));
        List<SweepShape> shapes = algebras.stream().map(TaylorProgramTest::all).toList();
        Workspace ofLoss = TaylorProgram.compile(loss, shapes).workspace();
        Workspace ofGradient = TaylorProgram.compile(gradient, shapes).workspace();
        ofLoss.moveTo(theta);
        ofGradient.moveTo(theta);
        for (int s = 0; s < shapes.size(); s++) {
            JetAlgebra algebra = algebras.get(s);
            List<double[]> directions = new ArrayList<>();
            for (int i = 0; i < algebra.degrees().size(); i++) {
                directions.add(random(theta.length, 1).data);
            }
            ofLoss.sweep(s, directions.toArray(double[][]::new));
            ofGradient.sweep(s, directions.toArray(double[][]::new));
            Jet point = Jet.affine(algebra, theta, directions);
            Jet value = reference.value(point);
            Jet slope = reference.gradient(point);
            for (int e = 0; e < algebra.dimension(); e++) {
                List<Integer> exponents = algebra.monomials().get(e);
                assertArrayEquals(
                        value.coefficient(exponents).data, ofLoss.read(s, e), 1e-13, algebra + " " + exponents);
                assertArrayEquals(
                        slope.coefficient(exponents).data, ofGradient.read(s, e), 1e-13, algebra + " " + exponents);
            }
        }
    }

    /** Directions at ε₁, …, ε_m, all coefficients wanted. */
    private static SweepShape all(JetAlgebra algebra) {
        List<List<Integer>> given = algebra.monomials().stream()
                .filter(monomial ->
                        monomial.stream().mapToInt(Integer::intValue).sum() == 1)
                .toList();
        return new SweepShape(algebra, given, algebra.monomials());
    }

    @Test
    @DisplayName("takes other data without compiling anew, with all that depends on data alone")
    void otherData() {
        // L = ½‖(CD)θ − y‖², of which CD is made before the first point.
        Graph graph = new Graph(2);
        Node c = graph.constant(random(3, 3));
        Node d = graph.constant(random(3, 2));
        Node y = graph.constant(random(3, 1));
        Node error = c.times(d).times(graph.parameters()).minus(y);
        Node gradient = ReverseSweep.gradient(error.hadamard(error).sum().scaled(0.5));
        TaylorProgram program = TaylorProgram.compile(gradient, List.of(all(JetAlgebra.of(1))));
        Workspace first = program.workspace();
        Workspace second = program.workspace();
        double[] theta = {3, 5};
        double[] before = value(first, theta);
        second.replace(c, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        second.replace(d, new double[] {1, 0, 0, 2, 0, 0});
        second.replace(y, new double[] {1, 1, 1});
        // The error is (3 − 1, 2·5 − 1, −1), its gradient (2, 2·9).
        assertArrayEquals(new double[] {2, 18}, value(second, theta));
        second.replace(d, new double[] {0, 1, 1, 0, 0, 0});
        assertArrayEquals(new double[] {2, 4}, value(second, theta));
        assertArrayEquals(before, value(first, theta), "another workspace keeps its data");
        assertThrows(IllegalArgumentException.class, () -> second.replace(d, new double[5]));
        assertThrows(IllegalArgumentException.class, () -> second.replace(error, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> second.replace(graph.parameters(), new double[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> second.replace(graph.constant(new DMatrixRMaj(3, 1)), new double[3]));
    }

    private static double[] value(Workspace workspace, double[] theta) {
        workspace.moveTo(theta);
        workspace.sweep(0, new double[theta.length]);
        return workspace.read(0, 0);
    }

    @Test
    @DisplayName("allocates nothing once it is made")
    void allocation() throws InterruptedException {
        DMatrixRMaj inputs = random(20, 3);
        Node gradient = ReverseSweep.gradient(loss(OutputLoss.MEAN_SQUARED_ERROR, inputs, random(20, 2), 3, 8, 2));
        TaylorProgram program = TaylorProgram.compile(gradient, List.of(all(JetAlgebra.of()), all(JetAlgebra.of(1))));
        Workspace workspace = program.workspace();
        double[] theta = random(program.parameterCount(), 1).data;
        double[][] direction = {random(program.parameterCount(), 1).data};
        double[] result = new double[program.resultCount()];
        com.sun.management.ThreadMXBean counter =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        // Warm is when a hundred evaluations in a row allocate nothing. Until the optimizing compiler has done the
        // vector
        // operations each of them makes objects, and its thread must get a processor for that: a pause gives it this
        // one.
        long allocated = Long.MAX_VALUE;
        for (int block = 0; block < MOST_BLOCKS && allocated > 0; block++) {
            long before = counter.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 100; i++) {
                workspace.moveTo(theta);
                workspace.sweep(1, direction);
                workspace.read(1, 1, result);
            }
            allocated = counter.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            if (allocated > 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        assertEquals(0, allocated, "bytes of a hundred evaluations");
    }
}
