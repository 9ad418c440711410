package org.modeq.numeric.problem;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.symbolic.tree.Colour;

/** A network with a loss for each task, at a point; immutable. */
public final class NetworkProblem implements Problem {
    private final String name;
    private final DenseNetwork network;
    private final OutputLoss outputLoss;
    private final SortedMap<Colour, Dataset> tasks;
    private final SortedMap<Colour, NetworkLoss> losses = new TreeMap<>();
    private final double[] point;

    private NetworkProblem(
            String name,
            DenseNetwork network,
            OutputLoss outputLoss,
            SortedMap<Colour, Dataset> tasks,
            double[] point) {
        this.name = name;
        this.network = network;
        this.outputLoss = outputLoss;
        this.tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        this.point = point.clone();
    }

    /**
     * A network on the data of its tasks.
     *
     * @param name how errors call it
     * @param network the network
     * @param outputLoss its loss as a function of the outputs
     * @param tasks the samples of each task, at least one task
     * @param point θ: W₁ row by row with the input first, b₁, W₂, …
     * @return the problem
     * @throws IllegalArgumentException if there is no task, the samples of a task do not fit the network, or θ has the
     *     wrong length or is not finite
     */
    public static NetworkProblem of(
            String name,
            DenseNetwork network,
            OutputLoss outputLoss,
            SortedMap<Colour, Dataset> tasks,
            double... point) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("given no task, expected at least one");
        }
        if (point.length != network.parameterCount()) {
            throw new IllegalArgumentException("given a point of " + point.length + " numbers, expected the "
                    + network.parameterCount() + " weights and biases of the network " + network
                    + ": W1 row by row with the input first, b1, W2, b2, …");
        }
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                throw new IllegalArgumentException("given a point whose number " + (i + 1) + " is " + point[i]
                        + ", expected finite numbers; correct it");
            }
        }
        NetworkProblem problem = new NetworkProblem(name, network, outputLoss, tasks, point);
        tasks.forEach((task, data) -> problem.losses.put(task, loss(task, network, outputLoss, data)));
        return problem;
    }

    private static NetworkLoss loss(Colour task, DenseNetwork network, OutputLoss outputLoss, Dataset data) {
        try {
            return NetworkLoss.of(network, outputLoss, data);
        } catch (IllegalArgumentException doesNotFit) {
            throw new IllegalArgumentException("the loss " + task + ": " + doesNotFit.getMessage(), doesNotFit);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return the network} */
    public DenseNetwork network() {
        return network;
    }

    /** {@return the loss as a function of the outputs} */
    public OutputLoss outputLoss() {
        return outputLoss;
    }

    /** {@return the samples of each task} */
    public SortedMap<Colour, Dataset> tasks() {
        return tasks;
    }

    /**
     * The loss of a task, the mean over its samples.
     *
     * @param task the task
     * @return L
     * @throws IllegalArgumentException if there is no such task
     */
    public NetworkLoss loss(Colour task) {
        NetworkLoss loss = losses.get(task);
        if (loss == null) {
            throw new IllegalArgumentException(
                    name + " has no loss " + task + ", expected one of " + losses.keySet() + "; add it or rename it");
        }
        return loss;
    }

    /** {@return d, the number of weights and biases} */
    public int dimension() {
        return point.length;
    }

    /** {@return a copy of θ} */
    public double[] point() {
        return point.clone();
    }

    @Override
    public SortedSet<Colour> fieldNames() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(tasks.keySet()));
    }

    @Override
    public <R> R fold(Function<FormulaProblem, R> onFormulas, Function<NetworkProblem, R> onNetwork) {
        return onNetwork.apply(this);
    }
}
