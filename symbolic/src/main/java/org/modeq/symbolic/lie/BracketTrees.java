package org.modeq.symbolic.lie;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracket;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;

/** Brackets as sums of elementary differentials, each worked out once. */
final class BracketTrees<E> {
    private final Ring<E> ring;
    private final Function<Letter, SortedMap<RootedTree, E>> meaning;
    private final Map<Bracketing, SortedMap<RootedTree, E>> known = new HashMap<>();

    BracketTrees(Ring<E> ring, Function<Letter, SortedMap<RootedTree, E>> meaning) {
        this.ring = ring;
        this.meaning = meaning;
    }

    /** The weight of each tree; without zeros. */
    SortedMap<RootedTree, E> of(Bracketing bracketing) {
        SortedMap<RootedTree, E> trees = known.get(bracketing);
        if (trees == null) {
            trees = expanded(bracketing);
            known.put(bracketing, trees);
        }
        return trees;
    }

    private SortedMap<RootedTree, E> expanded(Bracketing bracketing) {
        if (bracketing instanceof Bracket bracket) {
            return LieSeries.lieBracket(ring, of(bracket.left()), of(bracket.right()));
        }
        if (bracketing instanceof Letter letter) {
            return meaning.apply(letter);
        }
        throw new AssertionError(bracketing);
    }
}
