package org.modeq.symbolic.word;

import java.util.List;

/**
 * The Lyndon basis: the standard bracketings P(l) of the Lyndon words l, weights rising, then in the order of the words.
 *
 * <p>Source: Chen, Fox and Lyndon (1958); Reutenauer (1993), section 5.1. To degree 3 in A, B: A, B, [A,B], [A,[A,B]],
 * [[A,B],B].
 *
 * @param alphabet the letters
 */
public record LyndonBasis(Alphabet alphabet) implements LieBasis {
    @Override
    public String name() {
        return "lyndon";
    }

    @Override
    public List<Bracketing> upTo(int maximalWeight) {
        return alphabet.lyndonWords(maximalWeight).stream()
                .map(LyndonWord::bracketing)
                .toList();
    }
}
