package org.modeq.symbolic.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chibrikov's right-normed basis: brackets [x₁,[x₂,[…,xₙ]]], one for each Lyndon word l, with the letters of l reordered.
 *
 * <p>Let a be the least letter of l, and l = a v …, v the letters before the next a.
 * <ul>
 *   <li>If a occurs once, the reordered word r(l) is l reversed.
 *   <li>Else l = x₁y₁ x₂y₂ … with the <em>blocks</em> xᵢ = (av)^n a u, where u is the shortest beginning of the letters
 *       that follow a (up to the next a) with u &gt; v, and yᵢ the rest of these letters. The blocks and the letters above a
 *       are an alphabet, ordered as words, over which l is a shorter Lyndon word; its reordering ends with its least
 *       block (av)^n a u, n ≥ 1, and r(l) is that reordering with its last block replaced by (av)^(n−1) a u v̄ a, where v̄
 *       is v reversed, and the others written out.
 * </ul>
 *
 * <p>To degree 4 in A, B: A, B, [B,A], [A,[B,A]], [B,[B,A]], [A,[A,[B,A]]], [B,[A,[B,A]]], [B,[B,[B,A]]]. Elements are in
 * the order of their Lyndon words.
 *
 * <p>Source: Chibrikov, "A right normed basis for free Lie algebras and Lyndon–Shirshov words", Journal of Algebra 302
 * (2006), 593–612, as H. Hofstätter's program Expocon follows it; the text of the paper was not compared. That it is a
 * basis is tested by exact ranks: two letters to degree 12, three to degree 7, weighted letters to weight 7.
 *
 * @param alphabet the letters
 */
public record RightNormedBasis(Alphabet alphabet) implements LieBasis {
    @Override
    public String name() {
        return "right-normed";
    }

    @Override
    public List<Bracketing> upTo(int maximalWeight) {
        return alphabet.lyndonWords(maximalWeight).stream()
                .map(lyndon -> reordered(lyndon).rightNormed())
                .toList();
    }

    /**
     * The letters of a Lyndon word in the order of the right-normed bracket.
     *
     * @param lyndon l
     * @return r(l), a word with the same content
     */
    public static Word reordered(LyndonWord lyndon) {
        return joined(reordered(
                lyndon.word().letters().stream().map(letter -> Word.of(letter)).toList()));
    }

    /**
     * The step of the recursion. A letter of any level is kept as the word it stands for in the first alphabet: no block is
     * the beginning of another, so words of blocks compare as the words they stand for.
     */
    private static List<Word> reordered(List<Word> lyndon) {
        Word least = lyndon.get(0);
        if (Collections.frequency(lyndon, least) == 1) {
            return reversed(lyndon);
        }
        List<Word> first = lyndon.subList(1, nextLeast(lyndon, 0));
        Map<Word, List<Word>> blocks = new HashMap<>();
        List<Word> inner = reordered(inBlocks(lyndon, first, blocks));
        List<Word> result = new ArrayList<>();
        for (Word block : inner.subList(0, inner.size() - 1)) {
            result.addAll(blocks.getOrDefault(block, List.of(block)));
        }
        Word last = inner.get(inner.size() - 1);
        List<Word> letters = blocks.getOrDefault(last, List.of());
        result.addAll(letters.subList(1 + first.size(), letters.size()));
        result.addAll(reversed(first));
        result.add(least);
        return result;
    }

    /** Writes the word over the alphabet of blocks, and notes what each block consists of. */
    private static List<Word> inBlocks(List<Word> lyndon, List<Word> first, Map<Word, List<Word>> blocks) {
        List<Word> contracted = new ArrayList<>();
        int start = 0;
        while (start < lyndon.size()) {
            int last = start;
            int end = nextLeast(lyndon, last);
            while (lyndon.subList(last + 1, end).equals(first)) {
                last = end;
                end = nextLeast(lyndon, last);
            }
            int blockEnd = last + 2;
            while (joined(lyndon.subList(last + 1, blockEnd)).compareTo(joined(first)) <= 0) {
                blockEnd++;
            }
            List<Word> block = lyndon.subList(start, blockEnd);
            blocks.put(joined(block), block);
            contracted.add(joined(block));
            contracted.addAll(lyndon.subList(blockEnd, end));
            start = end;
        }
        return contracted;
    }

    /** The next position with the least letter, or the end. */
    private static int nextLeast(List<Word> lyndon, int position) {
        int next = position + 1;
        while (next < lyndon.size() && !lyndon.get(next).equals(lyndon.get(0))) {
            next++;
        }
        return next;
    }

    private static Word joined(List<Word> words) {
        return new Word(words.stream().flatMap(word -> word.letters().stream()).toList());
    }

    private static List<Word> reversed(List<Word> words) {
        List<Word> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);
        return reversed;
    }
}
