package org.modeq.symbolic.contraction;

import java.util.List;
import org.modeq.symbolic.ring.Rational;

/** A formula as it is written: numbers, names, operations, and functions applied to formulas. */
public sealed interface Formula {
    /** {@return where the formula stands in its text, from 1} */
    int position();

    /**
     * A number.
     *
     * @param position where it stands, from 1
     * @param value its value
     */
    record Constant(int position, Rational value) implements Formula {}

    /**
     * A name: a loss, a field, a variable or the step size h.
     *
     * @param position where it stands, from 1
     * @param name the name
     */
    record Name(int position, String name) implements Formula {}

    /**
     * An operation between two formulas.
     *
     * @param position where its sign stands, from 1
     * @param sign one of + − * / ^, with an ASCII minus
     * @param left the left operand
     * @param right the right operand
     */
    record Operation(int position, char sign, Formula left, Formula right) implements Formula {}

    /**
     * A function applied to formulas, {@code dot(u,v)} or {@code D(L,3)[u,v]}.
     *
     * @param position where its name stands, from 1
     * @param function its name
     * @param arguments what stands in parentheses
     * @param directions what stands in square brackets behind them, empty without brackets
     */
    record Application(int position, String function, List<Formula> arguments, List<Formula> directions)
            implements Formula {}
}
