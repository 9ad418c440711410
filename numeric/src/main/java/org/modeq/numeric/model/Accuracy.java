package org.modeq.numeric.model;

import java.util.List;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.graph.TaylorProgram;
import org.modeq.numeric.graph.Workspace;
import org.modeq.numeric.jet.JetAlgebra;

/** The share of samples whose class is that of the network's largest output; for one thread at a time. */
public final class Accuracy {
    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));

    private final double[] targets;
    private final double[] values;
    private final Workspace outputs;

    private Accuracy(Network network, Dataset data) {
        this.targets = data.targets();
        Graph graph = new Graph(network.parameterCount());
        TaylorProgram program = TaylorProgram.compile(
                network.outputs(graph.parameters(), graph.constant(data.features())), List.of(VALUE));
        this.values = new double[program.resultCount()];
        this.outputs = program.workspace();
    }

    /**
     * The accuracy of a network on all rows of a dataset.
     *
     * @param network the network, with an output for each class
     * @param data the samples
     * @return the accuracy as a function of the parameters
     * @throws IllegalArgumentException if the features do not fit the network's inputs, it has one output, or a target is no class from 0 to the
     *     number of outputs − 1
     */
    public static Accuracy of(Network network, Dataset data) {
        if (network.outputCount() < 2) {
            throw new IllegalArgumentException(
                    "given a network of one output, expected one output for each class: the largest is the answer");
        }
        data.classIndicators(network.outputCount());
        return new Accuracy(network, data);
    }

    /**
     * The share of samples that are told right; of equal outputs the first counts.
     *
     * @param theta θ
     * @return a number from 0 to 1
     * @throws IllegalArgumentException if θ has another dimension than the network
     */
    public double at(double[] theta) {
        outputs.moveTo(theta);
        outputs.sweep(0);
        outputs.read(0, 0, values);
        int classes = values.length / targets.length;
        int right = 0;
        for (int row = 0; row < targets.length; row++) {
            right += largest(row * classes, classes) == targets[row] ? 1 : 0;
        }
        return (double) right / targets.length;
    }

    private int largest(int start, int count) {
        int largest = 0;
        for (int j = 1; j < count; j++) {
            if (values[start + j] > values[start + largest]) {
                largest = j;
            }
        }
        return largest;
    }
}
