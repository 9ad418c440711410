package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.modeq.symbolic.expression.Expression;

/** A function g of the coordinates with its partial derivatives, each reckoned once. */
final class PartialDerivatives {
    private final CoordinateLosses coordinates;
    private final Map<List<Integer>, Expression> known = new HashMap<>();

    PartialDerivatives(CoordinateLosses coordinates, Expression function) {
        this.coordinates = coordinates;
        known.put(List.of(), function);
    }

    /** g⁽ᵐ⁾(v₁, …, v_m) = Σ ∂_{j₁} … ∂_{j_m} g v₁^{j₁} … v_m^{j_m}. */
    Expression along(List<List<Expression>> directions) {
        return along(List.of(), directions);
    }

    /** The sum over the indices that are still free. */
    private Expression along(List<Integer> indices, List<List<Expression>> directions) {
        Expression derivative = by(indices);
        if (directions.isEmpty() || derivative.isZero()) {
            return derivative;
        }
        List<Expression> sum = new ArrayList<>();
        List<Expression> direction = directions.get(0);
        for (int j = 0; j < direction.size(); j++) {
            if (!direction.get(j).isZero()) {
                List<Integer> more =
                        Stream.concat(indices.stream(), Stream.of(j)).sorted().toList();
                Expression rest = along(more, directions.subList(1, directions.size()));
                sum.add(rest.multiply(direction.get(j)));
            }
        }
        return Expression.sum(sum);
    }

    /** ∂_{j₁} … ∂_{j_m} g for j₁ ≤ … ≤ j_m. */
    private Expression by(List<Integer> indices) {
        Expression derivative = known.get(indices);
        if (derivative == null) {
            int last = indices.size() - 1;
            derivative = coordinates.derivative(by(indices.subList(0, last)), indices.get(last));
            known.put(indices, derivative);
        }
        return derivative;
    }

    /** The components of −∇g. */
    List<Expression> descent() {
        return IntStream.range(0, coordinates.variables().size())
                .mapToObj(i -> by(List.of(i)).scaled(CoordinateReader.MINUS_ONE))
                .toList();
    }
}
