package org.modeq.symbolic.method;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.Letter;

/**
 * An optimizer (or any one-step map) that is built from vector fields.
 *
 * @param <E> its coefficients: rationals, or fractions in the parameters that were left as symbols
 */
public interface Method<E> {
    /** {@return the method as the command line writes it, for example {@code sequence:A*3,B}} */
    String name();

    /** {@return what one unit of its clock does, as a formula in plain text: {@code θ ← θ + h A(θ), θ ← θ + h B(θ)}} */
    String map();

    /** {@return what else is to be said of it, as of which step of a run it is; empty unless a method says otherwise} */
    default String remark() {
        return "";
    }

    /** {@return the fields that it evaluates, sorted; never empty, the field f alone unless a method says otherwise} */
    default SortedSet<Colour> fields() {
        return new TreeSet<>(Collections.singleton(Colour.F));
    }

    /** {@return what takes time h; one step unless a method says otherwise} */
    default Clock clock() {
        return Clock.STEP;
    }

    /** {@return what its modified field is, as the beginning of a sentence; of one map it is the field whose flow it is} */
    default String meaningOfField() {
        return "One " + clock() + " is the exact time-h flow of the field below";
    }

    /** {@return the ring of its coefficients} */
    Ring<E> ring();

    /** {@return its parameters by name with their values, or with their names again where they are symbols} */
    default SortedMap<String, String> parameters() {
        return new TreeMap<>();
    }

    /**
     * The exponents of the method as a product of flows e^X₁ … e^X_K, X₁ acting first, if it is one: the letter A is the
     * field A, and A_j the part of order j of the modified field of one Euler step on A.
     *
     * @param order the highest weight of a letter that will be asked for
     * @return X₁, …, X_K, or empty unless the method says otherwise
     */
    default Optional<List<SortedMap<Letter, E>>> exponents(int order) {
        return Optional.empty();
    }

    /**
     * The recurrence of the coefficients of its iterates.
     *
     * @param order the highest order of tree that will be asked for
     * @return the recurrence, solved for trees up to this order
     */
    StepRecurrence<?, E> recurrence(int order);
}
