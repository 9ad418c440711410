package org.modeq.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.problem.Problem;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** What a picture of a problem in two dimensions is drawn on. */
final class Landscapes {
    private Landscapes() {}

    /** The names of the coordinates. */
    static List<String> coordinates(Problem problem) {
        return problem.fold(
                formulas -> formulas.fields().variables(),
                model -> IntStream.rangeClosed(1, model.start().length)
                        .mapToObj(i -> "parameter " + i)
                        .toList());
    }

    /** The loss L₁ whose negative gradient is f₁, if all fields of the method are gradients of losses. */
    static Optional<ToDoubleFunction<double[]>> loss(
            Problem problem, BSeriesField<Rational> series, UnaryOperator<Colour> meaning) {
        SortedMap<Colour, Loss> losses = problem.losses();
        SortedMap<Colour, Double> weights = new TreeMap<>();
        for (Map.Entry<RootedTree, Rational> term : series.nonzero().entrySet()) {
            if (term.getKey().order() == 1) {
                Colour name = meaning.apply(term.getKey().colour());
                if (!losses.containsKey(name)) {
                    return Optional.empty();
                }
                weights.merge(name, term.getValue().doubleValue(), Double::sum);
            }
        }
        return Optional.of(theta -> weights.entrySet().stream()
                .mapToDouble(weight -> {
                    Loss loss = losses.get(weight.getKey());
                    return loss == null ? 0 : weight.getValue() * loss.value(theta);
                })
                .sum());
    }
}
