package org.modeq.symbolic.invariant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Elementary differentials of the fields −∇L_c in the coordinates, F([t₁ … t_m])ⁱ = (fⁱ)⁽ᵐ⁾(F(t₁), …, F(t_m)). Butcher
 * (2008), section 310; each tree is reckoned once.
 */
final class CoordinateDifferentials {
    private final CoordinateLosses losses;
    private final Map<Colour, List<PartialDerivatives>> fields = new HashMap<>();
    private final Map<RootedTree, List<Expression>> known = new HashMap<>();

    CoordinateDifferentials(CoordinateLosses losses) {
        this.losses = losses;
    }

    /** The components of F(t). */
    List<Expression> of(RootedTree tree) {
        List<Expression> differential = known.get(tree);
        if (differential == null) {
            List<List<Expression>> directions =
                    tree.children().stream().map(this::of).toList();
            differential = field(tree.colour()).stream()
                    .map(component -> component.along(directions))
                    .toList();
            known.put(tree, differential);
        }
        return differential;
    }

    private List<PartialDerivatives> field(Colour colour) {
        return fields.computeIfAbsent(
                colour,
                name -> new PartialDerivatives(losses, losses.loss(name))
                        .descent().stream()
                                .map(component -> new PartialDerivatives(losses, component))
                                .toList());
    }
}
