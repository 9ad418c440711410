package org.modeq.symbolic.method;

import java.util.SortedSet;
import org.modeq.symbolic.tree.Colour;

/** An optimizer (or any one-step map) that is built from vector fields. */
public interface Method {
    /** {@return the method as the command line writes it, for example {@code sequence:A*3,B}} */
    String name();

    /** {@return what one unit of its clock does, as a formula in plain text: {@code θ ← θ + h A(θ), θ ← θ + h B(θ)}} */
    String map();

    /** {@return the fields that it evaluates, sorted; never empty} */
    SortedSet<Colour> fields();

    /** {@return what takes time h} */
    Clock clock();

    /**
     * The recurrence of the coefficients of its iterates.
     *
     * @param order the highest order of tree that will be asked for
     * @return the recurrence, solved for trees up to this order
     */
    StepRecurrence<?> recurrence(int order);
}
