package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.contraction.TensorRelation;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;

/** Conditions that hold together, and what they make of a form. */
final class Assumptions {
    /** None. */
    static final Assumptions NONE = new Assumptions(List.of());

    private final List<Assumption> all;
    private final List<TensorRelation> relations = new ArrayList<>();

    /** What stands for a parameter, in the order in which it is put in; the values hold later parameters only. */
    private final Map<String, ParameterPolynomial> substitutions = new LinkedHashMap<>();

    private Assumptions(List<Assumption> all) {
        this.all = List.copyOf(all);
        for (Assumption assumption : all) {
            if (assumption instanceof Assumption.Relation relation) {
                relations.add(relation.relation());
            } else if (assumption instanceof Assumption.Equality equality) {
                substitute(equality);
            } else {
                throw new AssertionError(assumption);
            }
        }
    }

    /**
     * Conditions together.
     *
     * @throws IllegalArgumentException if they cannot hold together, or an equality is not solved for a parameter
     */
    static Assumptions of(List<Assumption> assumptions, ParameterRing ring) {
        Assumptions together = new Assumptions(assumptions);
        for (ParameterPolynomial divisor : ring.invertible()) {
            if (together.substituted(divisor).isZero()) {
                throw new IllegalArgumentException("the assumptions " + together + " cannot hold: " + divisor
                        + ", by which the formula or the method divides, would be 0");
            }
        }
        return together;
    }

    private void substitute(Assumption.Equality equality) {
        ParameterPolynomial left = substituted(equality.left());
        ParameterPolynomial right = substituted(equality.right());
        if (left.equals(right)) {
            return;
        }
        if (left.subtract(right).constant().isPresent()) {
            throw new IllegalArgumentException(
                    "the assumption '" + equality.text() + "' cannot hold: the two sides never agree");
        }
        if (isParameter(left) && !right.parameters().containsAll(left.parameters())) {
            substitutions.put(left.parameters().get(0), right);
        } else if (isParameter(right) && !left.parameters().containsAll(right.parameters())) {
            substitutions.put(right.parameters().get(0), left);
        } else {
            throw new IllegalArgumentException("the assumption '" + equality.text()
                    + "' cannot be put in, expected a parameter alone on one side, as in beta = 1/2");
        }
    }

    private static boolean isParameter(ParameterPolynomial polynomial) {
        return polynomial.parameters().size() == 1
                && polynomial.equals(
                        ParameterPolynomial.parameter(polynomial.parameters().get(0)));
    }

    private ParameterPolynomial substituted(ParameterPolynomial polynomial) {
        ParameterPolynomial result = polynomial;
        for (Map.Entry<String, ParameterPolynomial> entry : substitutions.entrySet()) {
            result = result.substituted(entry.getKey(), entry.getValue());
        }
        return result;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean has(TensorRelation relation) {
        return relations.contains(relation);
    }

    /** Whether a form that does not become 0 is different from 0 somewhere under the conditions. */
    boolean isDecisive() {
        return !has(TensorRelation.COMMUTING_HESSIANS);
    }

    /** The form under the relations; its coefficients are untouched. */
    TensorForm<ParameterFraction> related(TensorForm<ParameterFraction> form) {
        TensorForm<ParameterFraction> result = form;
        for (TensorRelation relation : relations) {
            result = relation.reduced(result);
        }
        return result;
    }

    /** Whether the form is 0 under the conditions, by their rules. */
    boolean annihilate(TensorForm<ParameterFraction> form) {
        return related(form).terms().values().stream()
                .allMatch(coefficient -> substituted(coefficient.numerator()).isZero());
    }

    /** Numbers for the parameters that obey the equalities, from numbers for all of them. */
    SortedMap<String, Rational> obeying(SortedMap<String, Rational> values) {
        SortedMap<String, Rational> obeying = new TreeMap<>(values);
        List<String> names = new ArrayList<>(substitutions.keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            ParameterPolynomial value = substitutions.getOrDefault(name, ParameterPolynomial.ZERO);
            obeying.put(name, value.evaluate(obeying));
        }
        return obeying;
    }

    /** The conditions without the one at a place. */
    private Assumptions without(int place) {
        List<Assumption> others = new ArrayList<>(all);
        others.remove(place);
        return new Assumptions(others);
    }

    /** The conditions without which the form is not 0 by the rules of the others. */
    List<Assumption> neededFor(TensorForm<ParameterFraction> form) {
        List<Assumption> needed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!without(i).annihilate(form)) {
                needed.add(all.get(i));
            }
        }
        return needed;
    }

    /** {@return the conditions as the claim writes them} */
    @Override
    public String toString() {
        return String.join(", ", all.stream().map(Assumption::text).toList());
    }
}
