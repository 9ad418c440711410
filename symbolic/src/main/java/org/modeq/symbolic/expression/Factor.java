package org.modeq.symbolic.expression;

import java.util.function.Function;

/** What a power is taken of; in order: sums that are numbers, variables, other sums, exp, other functions. */
public sealed interface Factor extends Comparable<Factor> {
    /**
     * The value of the case that this factor is.
     *
     * @param onVariable the value for a variable
     * @param onSum the value for a sum in parentheses
     * @param onApplication the value for a function of an expression
     * @param <R> the values
     * @return the value of one of the three
     */
    <R> R fold(
            Function<Variable, R> onVariable, Function<Parenthesis, R> onSum, Function<Application, R> onApplication);

    /**
     * A variable.
     *
     * @param index its place among the variables, which are equal if their places are; those of a point count from 0,
     *     symbols in front of them have negative places
     * @param name its name
     */
    record Variable(int index, String name) implements Factor {
        @Override
        public <R> R fold(
                Function<Variable, R> onVariable,
                Function<Parenthesis, R> onSum,
                Function<Application, R> onApplication) {
            return onVariable.apply(this);
        }
    }

    /**
     * An expression in parentheses, of which only negative and broken powers are taken.
     *
     * @param inner the expression; a positive number other than 1, or an expression that is no power of one factor
     */
    record Parenthesis(Expression inner) implements Factor {
        @Override
        public <R> R fold(
                Function<Variable, R> onVariable,
                Function<Parenthesis, R> onSum,
                Function<Application, R> onApplication) {
            return onSum.apply(this);
        }
    }

    /**
     * A function of an expression.
     *
     * @param function its name in the formula language
     * @param argument the expression
     */
    record Application(String function, Expression argument) implements Factor {
        /** The exponential function, of which only first powers occur. */
        static final String EXP = "exp";

        boolean isExponential() {
            return function.equals(EXP);
        }

        /** The exponential stands in front of the other functions. */
        private String rank() {
            return isExponential() ? "" : function;
        }

        @Override
        public <R> R fold(
                Function<Variable, R> onVariable,
                Function<Parenthesis, R> onSum,
                Function<Application, R> onApplication) {
            return onApplication.apply(this);
        }
    }

    @Override
    default int compareTo(Factor other) {
        int byKind = Integer.compare(kind(), other.kind());
        if (byKind != 0) {
            return byKind;
        }
        if (this instanceof Variable variable && other instanceof Variable second) {
            return Integer.compare(variable.index, second.index);
        }
        if (this instanceof Parenthesis sum && other instanceof Parenthesis second) {
            return sum.inner.compareTo(second.inner);
        }
        if (this instanceof Application application && other instanceof Application second) {
            int byName = application.rank().compareTo(second.rank());
            return byName != 0 ? byName : application.argument.compareTo(second.argument);
        }
        throw new AssertionError(other);
    }

    private int kind() {
        return fold(variable -> 1, sum -> sum.inner.constant().isPresent() ? 0 : 2, application -> 3);
    }
}
