package org.modeq.symbolic.word;

import java.util.ArrayList;
import java.util.List;

/**
 * Marshall Hall's basis: the letters, and [u, v] with u, v in the basis, u &lt; v, where v is a letter or v = [v′, v″]
 * with v′ ≤ u.
 *
 * <p>The order: weights rising; within a weight letters come first, by their order, then the brackets [u, v] by u, then by
 * v. Every such order with u &lt; [u, v] gives a basis. To degree 4 in A, B: A, B, [A,B], [A,[A,B]], [B,[A,B]],
 * [A,[A,[A,B]]], [B,[A,[A,B]]], [B,[B,[A,B]]].
 *
 * <p>Source: Bourbaki, <em>Lie</em>, chapter II, sections 2.10 and 2.11, and Serre, <em>Lie Algebras and Lie Groups</em>,
 * chapter IV, state this form. Hall (1950) writes every bracket with its sides exchanged: [v, u] with v &gt; u and, for
 * v = [v″, v′], v′ ≤ u; so his element is (−1)^(number of brackets) times ours. Reutenauer (1993), section 4.1, exchanges
 * the sides and reverses the order.
 *
 * @param alphabet the letters
 */
public record HallBasis(Alphabet alphabet) implements LieBasis {
    private static final int NO_LEFT_SIDE = -1;

    /** An element with its weight and the place of its left side in the order of the basis. */
    private record Element(Bracketing bracketing, int weight, int left) {}

    @Override
    public String name() {
        return "hall";
    }

    /**
     * The elements up to a weight. Cost: one comparison for each pair of elements whose weights sum to at most N.
     *
     * @param maximalWeight N
     * @return the bracketings of weight at most N in the order of the basis
     */
    @Override
    public List<Bracketing> upTo(int maximalWeight) {
        List<Element> basis = new ArrayList<>();
        for (int weight = 1; weight <= maximalWeight; weight++) {
            int known = basis.size();
            for (Letter letter : alphabet.letters()) {
                if (letter.letterWeight() == weight) {
                    basis.add(new Element(letter, weight, NO_LEFT_SIDE));
                }
            }
            addBrackets(basis, known, weight);
        }
        return basis.stream().map(Element::bracketing).toList();
    }

    private static void addBrackets(List<Element> basis, int known, int weight) {
        for (int i = 0; i < known; i++) {
            Element left = basis.get(i);
            for (int j = i + 1; j < known; j++) {
                Element right = basis.get(j);
                if (left.weight() + right.weight() == weight && right.left() <= i) {
                    basis.add(new Element(new Bracket(left.bracketing(), right.bracketing()), weight, i));
                }
            }
        }
    }
}
