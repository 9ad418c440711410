package org.modeq.proofs.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.proofs.claim.Claim;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFields;
import org.modeq.symbolic.symja.ElementaryDifferentials;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The rate or the change of a quantity on one problem at one point, reckoned through the computer algebra system: all
 * derivatives of the losses and of the quantity are taken by it.
 */
final class QuantityOnExample {
    private static final Colour QUANTITY = new Colour("I");

    private final int order;
    private final ElementaryDifferentials<Rational> quantity;
    private final List<Polynomial> direction;

    private QuantityOnExample(int order, ElementaryDifferentials<Rational> quantity, List<Polynomial> direction) {
        this.order = order;
        this.quantity = quantity;
        this.direction = direction;
    }

    /** The coefficients of powers of h at a point. */
    static Polynomial of(
            Claim claim, CoordinateComparison comparison, CoordinateProblem problem, List<Rational> point) {
        List<String> variables = comparison.losses().variables();
        SortedMap<Colour, String> losses = new TreeMap<>();
        SortedMap<String, String> formulas = problem.losses().formulas();
        claim.subject()
                .fields()
                .forEach(field -> losses.put(field, String.valueOf(formulas.get(LossForm.lossName(field)))));
        List<String> at = point.stream().map(Rational::toString).toList();
        ElementaryDifferentials<Rational> differentials =
                ConcreteFields.ofLosses(variables, losses).exactAt(at);
        // Every component is the quantity: the derivatives of the first are all that is asked for.
        List<String> components = variables.stream()
                .map(variable -> problem.inCoordinates(comparison.quantity()).toString())
                .toList();
        ElementaryDifferentials<Rational> quantity = ConcreteFields.ofComponents(
                        variables, new TreeMap<>(Map.of(QUANTITY, components)))
                .exactAt(at);
        boolean isRate = comparison.firstPower() == 0;
        int order = claim.order();
        List<Polynomial> direction = new ArrayList<>();
        SortedMap<RootedTree, Rational> weights = weights(claim.steps().method(), order, isRate, problem.parameters());
        for (int i = 0; i < variables.size(); i++) {
            Polynomial component = Polynomial.ZERO;
            for (Map.Entry<RootedTree, Rational> entry : weights.entrySet()) {
                RootedTree tree = entry.getKey();
                Rational value =
                        entry.getValue().multiply(differentials.of(tree).get(i));
                component = component.add(Polynomial.monomial(value, tree.order() - (isRate ? 1 : 0)));
            }
            direction.add(component);
        }
        QuantityOnExample example = new QuantityOnExample(order, quantity, direction);
        return isRate ? example.term(1, List.of(), Polynomial.constant(Rational.ONE)) : example.change();
    }

    /** b(t)/σ(t) of the field, or a(t)/σ(t) of the step. */
    private static <E> SortedMap<RootedTree, Rational> weights(
            Method<E> method, int order, boolean isRate, Map<String, Rational> parameters) {
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        if (isRate) {
            ModifiedEquation<E> equation = ModifiedEquation.of(method, order);
            equation.field()
                    .nonzero()
                    .keySet()
                    .forEach(tree -> weights.put(tree, number(equation.field().weight(tree), parameters)));
        } else {
            StepMap.of(method, order)
                    .nonzero()
                    .forEach((tree, a) -> weights.put(
                            tree, number(a, parameters).divide(Rational.of(tree.symmetry(), BigInteger.ONE))));
        }
        return weights;
    }

    private static Rational number(Object coefficient, Map<String, Rational> parameters) {
        return coefficient instanceof ParameterFraction fraction
                ? fraction.evaluate(parameters)
                : (Rational) coefficient;
    }

    /** Taylor's series of I along the displacement. */
    private Polynomial change() {
        Polynomial sum = Polynomial.ZERO;
        Rational factorial = Rational.ONE;
        for (int m = 1; m <= order; m++) {
            factorial = factorial.multiply(Rational.of(m));
            sum = sum.add(term(m, List.of(), Polynomial.constant(factorial.reciprocal())));
        }
        return sum.truncated(order);
    }

    /** The product times Σ ∂_{i₁ … i_m} I Π directionⁱ over the indices that are left, i₁ … being known. */
    private Polynomial term(int left, List<Integer> indices, Polynomial product) {
        if (left == 0) {
            List<Integer> sorted = indices.stream().sorted().toList();
            return product.multiply(Polynomial.constant(quantity.derivative(QUANTITY, 0, sorted)));
        }
        Polynomial sum = Polynomial.ZERO;
        for (int i = 0; i < direction.size(); i++) {
            List<Integer> more = new ArrayList<>(indices);
            more.add(i);
            sum = sum.add(
                    term(left - 1, more, product.multiply(direction.get(i)).truncated(order)));
        }
        return sum;
    }
}
