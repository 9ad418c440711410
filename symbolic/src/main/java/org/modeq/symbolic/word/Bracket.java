package org.modeq.symbolic.word;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The bracket of two bracketings.
 *
 * @param left f of [f, g]
 * @param right g of [f, g]
 */
public record Bracket(Bracketing left, Bracketing right) implements Bracketing {
    @Override
    public <R> R fold(Function<Letter, R> onLetter, BinaryOperator<R> onBracket) {
        return onBracket.apply(left.fold(onLetter, onBracket), right.fold(onLetter, onBracket));
    }

    /** {@return {@code [left,right]}} */
    @Override
    public String toString() {
        return "[" + left + "," + right + "]";
    }
}
