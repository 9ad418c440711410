package org.modeq.symbolic.word;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A bracketing: a letter, or the bracket of two bracketings (an element of the free magma). */
public sealed interface Bracketing permits Letter, Bracket {
    /**
     * The only map out of the free magma with given values on letters and on brackets.
     *
     * @param onLetter the value of a letter
     * @param onBracket the value of a bracket from those of its two sides
     * @param <R> the values
     * @return the value of this bracketing
     */
    <R> R fold(Function<Letter, R> onLetter, BinaryOperator<R> onBracket);

    /** {@return the sum of the weights of the letters} */
    default int weight() {
        return fold(Letter::letterWeight, Integer::sum);
    }
}
