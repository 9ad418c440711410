package org.modeq.symbolic.circuit;

import java.util.HashMap;
import java.util.Map;
import org.modeq.symbolic.method.StepPolynomial;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterPolynomials;
import org.modeq.symbolic.tree.PlantedTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The coefficients b(t) of a circuit as the formulas stand, tree by tree on step polynomials over any symbols.
 *
 * <p>Exact without a bound on the size of numbers; {@link DenseCoefficients} is the fast road, and they share no arithmetic:
 * here polynomials are known by their values at n = 0, 1, …, N and filters are series in forward differences.
 */
final class ReferenceCoefficients {
    private final Circuit circuit;
    private final int degree;
    private final Map<RootedTree, StepPolynomial<ParameterPolynomial>> solved = new HashMap<>();

    /** Of trees up to an order. */
    ReferenceCoefficients(Circuit circuit, int order) {
        this.circuit = circuit;
        this.degree = order;
    }

    /** b(t) = ∂P(t; n)/∂n at n = 0. */
    ParameterPolynomial coefficient(RootedTree tree) {
        return iterate(tree).linearCoefficient();
    }

    /** P(t; n) = A_out Π A_s P(c; n), and its strict sum where the root is an update. */
    StepPolynomial<ParameterPolynomial> iterate(RootedTree tree) {
        StepPolynomial<ParameterPolynomial> known = solved.get(tree);
        if (known != null) {
            return known;
        }
        CircuitNode node = circuit.node(tree.colour());
        StepPolynomial<ParameterPolynomial> product =
                StepPolynomial.constant(ParameterPolynomials.PARAMETER_POLYNOMIALS, ParameterPolynomial.ONE, degree);
        for (PlantedTree child : tree.plantedChildren()) {
            product = product.multiply(filtered(iterate(child.tree()), Circuit.filter(node, child)));
        }
        StepPolynomial<ParameterPolynomial> signal = filtered(product, node.output());
        StepPolynomial<ParameterPolynomial> result = node.isUpdate() ? signal.strictSum() : signal;
        solved.put(tree, result);
        return result;
    }

    private StepPolynomial<ParameterPolynomial> filtered(StepPolynomial<ParameterPolynomial> signal, Filter filter) {
        return filter.equals(Filter.IDENTITY) ? signal : signal.filtered(filter.inForwardDifferences(degree));
    }
}
