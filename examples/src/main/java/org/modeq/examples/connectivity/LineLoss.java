package org.modeq.examples.connectivity;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.graph.ReverseSweep;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.graph.TaylorProgram;
import org.modeq.numeric.graph.Workspace;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.model.Batch;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.ParameterLayout;

/**
 * The mean of the loss of a batch at points of the line from a base b to w, with its gradient in w; for one thread at a time.
 *
 * <p>The points are p_α = b + α(w − b), α = 0.1, 0.3, …, 0.9, and by the chain rule the gradient of the mean of L(p_α) is
 * <pre>
 *   mean over α of  α ∇L(p_α).
 * </pre>
 * The sums of the first layer are linear in the weights, so those of p_α are the mixture (1 − α)(X·W_b + 1·b_b) + α(X·W + 1·b):
 * two products serve the five points, and one serves the gradient. That halves the time.
 */
final class LineLoss {
    /** The points of the line. */
    static final List<Double> ALPHAS = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

    private static final SweepShape VALUE = new SweepShape(JetAlgebra.of(), List.of(), List.of(List.of()));

    /** What stands before the gradient at each point. */
    enum Factor {
        /** α: the gradient of the objective. */
        ALPHA,
        /** 1, as in a re-implementation: the gradient of the mean of L(p_α)/α, which counts the points near b most. */
        ONE
    }

    private final Factor factor;
    private final Batch batch;
    private final Node base;
    private final Workspace gradient;

    private LineLoss(Dataset data, Factor factor) {
        this.factor = factor;
        Graph graph = new Graph(TaskSequence.NETWORK.parameterCount());
        this.batch = Batch.of(graph, TaskSequence.NETWORK, TaskSequence.OUTPUT_LOSS, data, BatchSource.SIZE);
        this.base = graph.constant(new DMatrixRMaj(graph.parameterCount(), 1));
        this.gradient = TaylorProgram.compile(ReverseSweep.gradient(mean(graph.parameters())), List.of(VALUE))
                .workspace();
    }

    /** The losses of batches of 32 rows. */
    static LineLoss of(Dataset data, Factor factor) {
        return new LineLoss(data, factor);
    }

    /** The mean of L(p_α), or of L(p_α)/α. */
    private Node mean(Node theta) {
        return ALPHAS.stream()
                .map(alpha -> TaskSequence.OUTPUT_LOSS
                        .value(outputs(theta, alpha), batch.targets())
                        .scaled(1 / (factor == Factor.ALPHA ? 1 : alpha)))
                .reduce(Node::plus)
                .orElseThrow()
                .scaled(1.0 / ALPHAS.size());
    }

    /** The outputs at p_α = (1 − α) b + α w. */
    private Node outputs(Node theta, double alpha) {
        ParameterLayout layout = TaskSequence.NETWORK.layout();
        Node hidden = mixed(alpha, firstSums(theta), firstSums(base)).apply(Activation.TANH);
        Node weights = mixed(alpha, layout.view(theta, "W2"), layout.view(base, "W2"));
        Node biases = mixed(alpha, layout.view(theta, "b2"), layout.view(base, "b2"));
        return hidden.times(weights).plusRow(biases);
    }

    /** X·W₁ + 1·b₁. */
    private Node firstSums(Node theta) {
        ParameterLayout layout = TaskSequence.NETWORK.layout();
        return batch.inputs().times(layout.view(theta, "W1")).plusRow(layout.view(theta, "b1"));
    }

    /** (1 − α) B + α A. */
    private static Node mixed(double alpha, Node a, Node b) {
        return a.scaled(alpha).plus(1 - alpha, b);
    }

    /**
     * The gradient of the mean over the points of the line.
     *
     * @param rows the 32 rows of the batch
     * @param from b
     * @param w the other end
     * @param target where the mean over α of the factor times ∇L(p_α) goes
     */
    void gradient(int[] rows, double[] from, double[] w, double[] target) {
        batch.take(rows, gradient);
        gradient.replace(base, from);
        gradient.moveTo(w);
        gradient.sweep(0);
        gradient.read(0, 0, target);
    }
}
