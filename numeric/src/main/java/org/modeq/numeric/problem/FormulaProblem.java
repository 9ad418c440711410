package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.formula.ExpressionLoss;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.Loss;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;

/**
 * A problem given by formulas.
 *
 * @param name how errors call it
 * @param fields its fields, minus the gradient where losses are given
 * @param point the coordinates of its point as they are written; none if it has no point
 */
public record FormulaProblem(String name, ConcreteFields fields, List<String> point) implements Problem {
    /**
     * A problem.
     *
     * @param name how errors call it
     * @param fields its fields, minus the gradient where losses are given
     * @param point the coordinates of its point as they are written; none if it has no point
     */
    public FormulaProblem {
        point = List.copyOf(point);
    }

    /** {@return nothing: formulas stand in the problem file itself} */
    @Override
    public List<Path> dataFiles() {
        return List.of();
    }

    @Override
    public SortedSet<Colour> fieldNames() {
        return fields.names();
    }

    @Override
    public SortedMap<Colour, Loss> losses() {
        SortedMap<Colour, Loss> losses = new TreeMap<>();
        for (Colour name : fields.names()) {
            fields.loss(name).ifPresent(formula -> losses.put(name, ExpressionLoss.of(fields.dimension(), formula)));
        }
        return losses;
    }

    @Override
    public SortedMap<Colour, Node> fieldNodes() {
        SortedMap<Colour, Node> byName = new TreeMap<>();
        for (Colour name : fields.names()) {
            Optional<Expression> loss = fields.loss(name);
            byName.put(
                    name,
                    loss.isPresent()
                            ? ExpressionLoss.exact(fields.dimension(), loss.get())
                                    .graphLoss()
                                    .negativeGradientNode()
                            : ExpressionGraph.exact(fields.dimension()).column(fields.expressions(name)));
        }
        return byName;
    }

    @Override
    public double[] start() {
        return fields.inDoubles(requiredPoint());
    }

    @Override
    public <R> R fold(Function<FormulaProblem, R> onFormulas, Function<ModelProblem, R> onModel) {
        return onFormulas.apply(this);
    }

    /**
     * Elementary differentials at the point, exactly.
     *
     * @return the elementary differentials
     * @throws IllegalArgumentException if the problem has no point
     * @throws ArithmeticException if the point is not rational
     */
    public ElementaryDifferentials<Rational> exact() {
        return fields.exactAt(requiredPoint());
    }

    /**
     * Elementary differentials at the point, in doubles.
     *
     * @return the elementary differentials
     * @throws IllegalArgumentException if the problem has no point
     */
    public ElementaryDifferentials<Double> inDoubles() {
        return fields.inDoublesAt(requiredPoint());
    }

    /** {@return elementary differentials as expressions in the variables, for which no point is needed} */
    public ElementaryDifferentials<Expression> symbolic() {
        return fields.symbolic();
    }

    private List<String> requiredPoint() {
        if (point.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " has no 'point'; expected a list with one number for each of the variables "
                            + String.join(", ", fields.variables()) + ", as in point: [1/2, -1/3]");
        }
        return point;
    }
}
