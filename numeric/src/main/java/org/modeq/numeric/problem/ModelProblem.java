package org.modeq.numeric.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.LossOnGraph;
import org.modeq.numeric.model.ParameterLayout;
import org.modeq.symbolic.tree.Colour;

/** A model with a loss for each task, at a point; immutable. */
public final class ModelProblem implements Problem {
    private final String name;
    private final Model model;
    private final SortedMap<Colour, Task> tasks;
    private final double[] point;
    private final List<Path> dataFiles;

    /**
     * What the model is.
     *
     * @param written the part {@code model} of the problem file
     * @param text the same in a few words, as in "64-32-10, tanh, cross-entropy"
     * @param layout the names of the matrices in θ
     * @param hasKinks whether its losses have derivatives only piece by piece
     */
    public record Model(JsonNode written, String text, ParameterLayout layout, boolean hasKinks) {}

    /**
     * A task.
     *
     * @param samples the number of samples over which the loss is a mean, or of the known entries of a matrix
     * @param loss its loss as a function of all parameters
     */
    public record Task(int samples, LossOnGraph loss) {}

    private ModelProblem(
            String name, Model model, SortedMap<Colour, Task> tasks, double[] point, List<Path> dataFiles) {
        this.name = name;
        this.model = model;
        this.tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        this.point = point.clone();
        this.dataFiles = List.copyOf(dataFiles);
    }

    /**
     * A model with the losses of its tasks.
     *
     * @param name how errors call it
     * @param model what it is
     * @param tasks the tasks, at least one
     * @param point θ, in the order of the layout
     * @return the problem
     * @throws IllegalArgumentException if there is no task, or θ has the wrong length or is not finite
     */
    public static ModelProblem of(String name, Model model, SortedMap<Colour, Task> tasks, double... point) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("given no task, expected at least one");
        }
        if (point.length != model.layout().size()) {
            throw new IllegalArgumentException("given a point of " + point.length + " numbers, expected the "
                    + model.layout().size() + " parameters of the model " + model.text() + ": its matrices "
                    + String.join(", ", model.layout().names()) + ", each row by row");
        }
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                throw new IllegalArgumentException("given a point whose number " + (i + 1) + " is " + point[i]
                        + ", expected finite numbers; correct it");
            }
        }
        return new ModelProblem(name, model, tasks, point, List.of());
    }

    /** The same problem with the files that its data were read from. */
    ModelProblem withDataFiles(List<Path> files) {
        return new ModelProblem(name, model, tasks, point, files);
    }

    @Override
    public List<Path> dataFiles() {
        return dataFiles;
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return what the model is} */
    public Model model() {
        return model;
    }

    /** {@return the tasks} */
    public SortedMap<Colour, Task> tasks() {
        return tasks;
    }

    /**
     * The loss of a task.
     *
     * @param task the task
     * @return L
     * @throws IllegalArgumentException if there is no such task
     */
    public LossOnGraph loss(Colour task) {
        Task known = tasks.get(task);
        if (known == null) {
            throw new IllegalArgumentException(
                    name + " has no loss " + task + ", expected one of " + tasks.keySet() + "; add it or rename it");
        }
        return known.loss();
    }

    /** {@return d, the number of parameters} */
    public int dimension() {
        return point.length;
    }

    /** {@return a copy of θ} */
    @Override
    public double[] start() {
        return point.clone();
    }

    @Override
    public SortedSet<Colour> fieldNames() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(tasks.keySet()));
    }

    @Override
    public SortedMap<Colour, Loss> losses() {
        SortedMap<Colour, Loss> losses = new TreeMap<>();
        tasks.forEach((colour, task) -> losses.put(colour, task.loss()));
        return losses;
    }

    @Override
    public SortedMap<Colour, Node> fieldNodes() {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        tasks.forEach(
                (colour, task) -> fields.put(colour, task.loss().graphLoss().negativeGradientNode()));
        return fields;
    }

    @Override
    public <R> R fold(Function<FormulaProblem, R> onFormulas, Function<ModelProblem, R> onModel) {
        return onModel.apply(this);
    }
}
