package org.modeq.symbolic.word;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A basis of the free Lie algebra over an alphabet, made of bracketings, each homogeneous in every letter. */
public sealed interface LieBasis permits LyndonBasis, HallBasis, RightNormedBasis {
    /** {@return the letters} */
    Alphabet alphabet();

    /** {@return the name by which {@link #named} knows the basis} */
    String name();

    /**
     * The elements up to a weight; as many as {@link FreeLieDimension#upToWeight}.
     *
     * @param maximalWeight N
     * @return the bracketings of weight at most N, weights rising, in the order of the basis; none if N &lt; 1
     */
    List<Bracketing> upTo(int maximalWeight);

    /**
     * The elements of one weight.
     *
     * @param weight w
     * @return the bracketings of weight w, in the order of the basis
     */
    default List<Bracketing> ofWeight(int weight) {
        return upTo(weight).stream()
                .filter(bracketing -> bracketing.weight() == weight)
                .toList();
    }

    /**
     * The elements of one content.
     *
     * @param content how often each letter occurs, at least once
     * @return the bracketings of that content, in the order of the basis; none if a letter is not in the alphabet
     */
    default List<Bracketing> ofContent(Map<Letter, Integer> content) {
        int weight = content.entrySet().stream()
                .mapToInt(entry -> entry.getKey().letterWeight() * entry.getValue())
                .sum();
        return ofWeight(weight).stream()
                .filter(bracketing -> bracketing.content().equals(content))
                .toList();
    }

    /**
     * A basis by its name.
     *
     * @param name {@code lyndon}, {@code hall} or {@code right-normed}
     * @param alphabet the letters
     * @return the basis
     * @throws IllegalArgumentException if the name is none of these
     */
    static LieBasis named(String name, Alphabet alphabet) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "lyndon" -> new LyndonBasis(alphabet);
            case "hall" -> new HallBasis(alphabet);
            case "right-normed" -> new RightNormedBasis(alphabet);
            default ->
                throw new IllegalArgumentException(
                        "given the basis '" + name + "', expected lyndon, hall or right-normed");
        };
    }
}
