package org.modeq.numeric.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;

/**
 * A trunk that several tasks share, and a head for each: Z_t = head_t(φ(trunk(X))); immutable.
 *
 * <p>All tasks are functions of one parameter vector θ = (trunk, heads in the order in which they were added); the loss of a
 * task does not depend on the heads of the others, so its gradient has zeros there. The matrices are trunk/…, and t/W1, t/b1,
 * … for the head of the task t.
 */
public final class MultiTaskNetwork {
    private static final String TRUNK = "trunk";

    private final Network trunk;
    private final Activation activation;
    private final Map<String, DenseNetwork> heads;
    private final ParameterLayout layout;

    private MultiTaskNetwork(Network trunk, Activation activation, Map<String, DenseNetwork> heads) {
        this.trunk = trunk;
        this.activation = activation;
        this.heads = heads;
        ParameterLayout longer = ParameterLayout.empty().part(TRUNK, trunk.layout());
        for (Map.Entry<String, DenseNetwork> head : heads.entrySet()) {
            longer = longer.part(head.getKey(), head.getValue().layout());
        }
        this.layout = longer;
    }

    /**
     * A trunk without heads as yet.
     *
     * @param trunk the network whose outputs all tasks see
     * @param activation φ, applied to the outputs of the trunk and between the layers of a head
     * @return the network
     */
    public static MultiTaskNetwork of(Network trunk, Activation activation) {
        return new MultiTaskNetwork(trunk, activation, Map.of());
    }

    /**
     * This network with one more task; its parameters follow those of the others.
     *
     * @param task the name of the task
     * @param sizes hidden units of its head and, last, its number of outputs; at least one number
     * @return the larger network
     * @throws IllegalArgumentException if the name is taken, or there is no size or one below 1
     */
    public MultiTaskNetwork withHead(String task, int... sizes) {
        if (heads.containsKey(task) || task.equals(TRUNK)) {
            throw new IllegalArgumentException("given the task " + task + " beside the trunk and the tasks " + tasks()
                    + ", expected another name");
        }
        int[] allSizes = new int[sizes.length + 1];
        allSizes[0] = trunk.outputCount();
        System.arraycopy(sizes, 0, allSizes, 1, sizes.length);
        Map<String, DenseNetwork> more = new LinkedHashMap<>(heads);
        more.put(task, DenseNetwork.of(activation, allSizes));
        return new MultiTaskNetwork(trunk, activation, more);
    }

    /** {@return the names of the tasks in the order of their heads} */
    public List<String> tasks() {
        return List.copyOf(heads.keySet());
    }

    /** {@return the names of the matrices in θ} */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * Random parameters by the rule of {@link Network#initialParameters}, from one stream over trunk and heads.
     *
     * @param seed the seed of the stream
     * @return θ
     */
    public double[] initialParameters(long seed) {
        return layout.initialParameters(seed);
    }

    /**
     * One task as a network on all parameters.
     *
     * @param task its name
     * @return the trunk with the head of the task, a function of the whole θ
     * @throws IllegalArgumentException if there is no such task
     */
    public Network task(String task) {
        DenseNetwork head = heads.get(task);
        if (head == null) {
            throw new IllegalArgumentException("given the task " + task + ", expected one of " + tasks());
        }
        return new Task(this, task, head);
    }

    /**
     * The loss of one task.
     *
     * @param task its name
     * @param outputLoss the loss of its outputs
     * @param data its samples
     * @return L_t as a function of the whole θ
     * @throws IllegalArgumentException if there is no such task, or the data do not fit, as in {@link NetworkLoss#of}
     */
    public NetworkLoss loss(String task, OutputLoss outputLoss, Dataset data) {
        return NetworkLoss.of(task(task), outputLoss, data);
    }

    /** The trunk with one head. */
    private record Task(MultiTaskNetwork network, String name, DenseNetwork head) implements Network {
        @Override
        public int inputCount() {
            return network.trunk.inputCount();
        }

        @Override
        public int outputCount() {
            return head.outputCount();
        }

        @Override
        public ParameterLayout layout() {
            return network.layout;
        }

        @Override
        public Node outputs(Node theta, Node inputs) {
            Node features = network.trunk.outputs(network.layout.view(theta, TRUNK), inputs);
            return head.outputs(network.layout.view(theta, name), features.apply(network.activation));
        }

        @Override
        public String toString() {
            return network.trunk + " with the head " + head + " of the task " + name;
        }
    }
}
