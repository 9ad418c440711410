package org.modeq.proofs.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.TensorRelation;
import org.modeq.symbolic.ring.ParameterPolynomial;

/** A condition under which a claim is made. */
sealed interface Assumption {
    /**
     * A relation between the losses or fields.
     *
     * @param text how claims write it
     * @param relation the relation
     * @param isOfLosses whether it makes sense for gradients alone
     */
    record Relation(String text, TensorRelation relation, boolean isOfLosses) implements Assumption {
        boolean isWrittenAs(String other) {
            return text.equalsIgnoreCase(other.strip());
        }
    }

    /**
     * An equality of numbers, left = right.
     *
     * @param text how the claim writes it
     * @param left a polynomial in the parameters
     * @param right another
     */
    record Equality(String text, ParameterPolynomial left, ParameterPolynomial right) implements Assumption {}

    /** The relations there are. */
    List<Relation> RELATIONS = List.of(
            new Relation("quadratic losses", TensorRelation.LINEAR_FIELDS, true),
            new Relation("linear fields", TensorRelation.LINEAR_FIELDS, false),
            new Relation("commuting Hessians", TensorRelation.COMMUTING_HESSIANS, true));

    /** {@return how the claim writes it} */
    String text();

    /**
     * Reads an assumption.
     *
     * @param text for example {@code commuting Hessians} or {@code beta = 1/2}
     * @param parameters the names of the parameters
     * @return the assumption
     * @throws IllegalArgumentException if it is not known; the message says what would be
     */
    static Assumption parse(String text, Set<String> parameters) {
        for (Relation relation : RELATIONS) {
            if (relation.isWrittenAs(text)) {
                return relation;
            }
        }
        String[] sides = text.split("=", -1);
        if (sides.length == 2) {
            Optional<ParameterPolynomial> left = polynomial(sides[0], parameters);
            Optional<ParameterPolynomial> right = polynomial(sides[1], parameters);
            if (left.isPresent() && right.isPresent()) {
                return new Equality(text.strip(), left.get(), right.get());
            }
        }
        throw new IllegalArgumentException("the assumption '" + text + "' is not known, expected "
                + String.join(", ", RELATIONS.stream().map(Relation::text).toList())
                + (parameters.isEmpty() ? "" : ", or an equality between " + String.join(", ", parameters)));
    }

    private static Optional<ParameterPolynomial> polynomial(String text, Set<String> parameters) {
        try {
            return ClaimRing.polynomial(FormulaParser.parse(text), parameters);
        } catch (IllegalArgumentException notAFormula) {
            return Optional.empty();
        }
    }
}
