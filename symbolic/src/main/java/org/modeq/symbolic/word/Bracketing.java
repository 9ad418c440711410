package org.modeq.symbolic.word;

import java.util.SortedMap;
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

    /** {@return the number of letters} */
    default int degree() {
        return fold(letter -> 1, Integer::sum);
    }

    /** {@return the word of the letters from left to right, the brackets left out} */
    default Word foliage() {
        return fold(letter -> Word.of(letter), Word::then);
    }

    /** {@return how often each letter occurs} */
    default SortedMap<Letter, Integer> content() {
        return foliage().content();
    }

    /**
     * Reads a letter {@code A}, {@code A_2}, or a bracket {@code [A,[A,B]]}; blanks around its parts do not matter.
     *
     * @param text the bracketing as {@code toString} writes it
     * @return the bracketing
     * @throws IllegalArgumentException if the text is no such bracketing, or nested deeper than 200
     */
    static Bracketing parse(String text) {
        return new BracketingParser(text).parse();
    }

    /**
     * The text in which [x,[x,y]] is {@code ad_x^2 y}: {@code ad_A^3 B} for {@code [A,[A,[A,B]]]}; a single bracket stays.
     *
     * @return the text
     */
    default String withAdjointPowers() {
        return this instanceof Bracket bracket ? AdjointPower.of(bracket).toString() : toString();
    }
}
