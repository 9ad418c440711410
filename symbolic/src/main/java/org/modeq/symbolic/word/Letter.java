package org.modeq.symbolic.word;

import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * A letter A_j: the order-j part of the modified field of one step on the field A; A_1 is A itself.
 *
 * @param field the name of the field
 * @param letterWeight j ≥ 1, the weight of the letter
 */
public record Letter(String field, int letterWeight) implements Bracketing, Comparable<Letter> {
    /**
     * Names a letter.
     *
     * @param field the name of the field
     * @param letterWeight j
     * @throws IllegalArgumentException if j &lt; 1
     */
    public Letter {
        if (letterWeight < 1) {
            throw new IllegalArgumentException("given weight " + letterWeight + " for the letter " + field
                    + ", expected at least 1; weight 1 is the field itself");
        }
    }

    /**
     * The letter of a field itself.
     *
     * @param field its name
     * @return A_1
     */
    public static Letter of(String field) {
        return new Letter(field, 1);
    }

    @Override
    public <R> R fold(Function<Letter, R> onLetter, BinaryOperator<R> onBracket) {
        return onLetter.apply(this);
    }

    @Override
    public int compareTo(Letter other) {
        return Comparator.comparing(Letter::field)
                .thenComparingInt(Letter::letterWeight)
                .compare(this, other);
    }

    /** {@return {@code A}, or {@code A_j} for a weight j above 1} */
    @Override
    public String toString() {
        return letterWeight == 1 ? field : field + "_" + letterWeight;
    }
}
