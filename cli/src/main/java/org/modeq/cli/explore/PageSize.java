package org.modeq.cli.explore;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.modeq.symbolic.tree.TreeEnumeration;

/** How much a page can show. */
final class PageSize {
    private static final BigInteger MOST_TREES = BigInteger.valueOf(3000);

    private PageSize() {}

    /**
     * Checks that there are not too many trees.
     *
     * @throws IllegalArgumentException if there are
     */
    static void require(Choice choice) {
        int colours = choice.method().fields().size();
        BigInteger trees = Stream.iterate(1, k -> k <= choice.order(), k -> k + 1)
                .map(k -> TreeEnumeration.count(k, colours))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (trees.compareTo(MOST_TREES) > 0) {
            throw new IllegalArgumentException("given order " + choice.order() + " of " + choice.name() + ", which has "
                    + trees + " trees, expected at most " + MOST_TREES
                    + " in a page; take a lower order, or modeq derive");
        }
    }
}
