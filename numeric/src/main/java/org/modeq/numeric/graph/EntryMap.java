package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A linear map of rows that only moves entries: yᵢ = x_(s(i)), or 0 where there is no source; immutable.
 *
 * <p>Its transpose adds back: xⱼ = Σ_{s(i) = j} yᵢ. The patches of an image are such a map ("im2col", its transpose
 * "col2im"): with them a convolution is a product of matrices. Equal maps have equal sources.
 */
public final class EntryMap {
    /** Stands in place of a source where the image has a 0. */
    public static final int NONE = -1;

    /** The mean length of stretches from which on they are moved as such. */
    private static final int LONG = 6;

    private final int sourceCount;
    private final int[] sources;

    /** Whether there are entries without a source. */
    private final boolean isPartial;

    /** Whether entries are moved in stretches of neighbours, or one by one. */
    private final boolean isInStretches;

    /** The stretches that have sources: where they go, where they come from and, if not 1, how long they are. */
    private final int[] targets;

    private final int[] starts;
    private final int[] lengths;

    private EntryMap(int sourceCount, int... sources) {
        this.sourceCount = sourceCount;
        this.sources = sources;
        int[] present = IntStream.range(0, sources.length)
                .filter(i -> sources[i] != NONE)
                .toArray();
        this.isPartial = present.length < sources.length;
        int[] first = Arrays.stream(present)
                .filter(i -> i == 0 || sources[i - 1] == NONE || sources[i - 1] + 1 != sources[i])
                .toArray();
        this.isInStretches = present.length >= LONG * first.length;
        this.targets = isInStretches ? first : present;
        this.starts = Arrays.stream(targets).map(i -> sources[i]).toArray();
        this.lengths = Arrays.stream(first).map(this::length).toArray();
    }

    /** How many entries from this one on have neighbours for sources. */
    private int length(int start) {
        int length = 1;
        while (start + length < sources.length && sources[start + length] == sources[start] + length) {
            length++;
        }
        return length;
    }

    /**
     * The map with given sources.
     *
     * @param sourceCount the number of entries of x
     * @param sources s(0), s(1), …, each a place in x counted from 0, or {@link #NONE}; copied
     * @return x ↦ y
     * @throws IllegalArgumentException if there is no source or one lies outside x
     */
    public static EntryMap of(int sourceCount, int... sources) {
        int lowest = Arrays.stream(sources).min().orElse(NONE - 1);
        int highest = Arrays.stream(sources).max().orElse(NONE);
        if (lowest < NONE || highest >= sourceCount) {
            throw new IllegalArgumentException("given " + sources.length + " sources from " + lowest + " to " + highest
                    + ", expected at least one, each a place from 0 to " + (sourceCount - 1) + ", or " + NONE
                    + " for a 0");
        }
        return new EntryMap(sourceCount, sources.clone());
    }

    /** {@return the number of entries of x} */
    public int sourceCount() {
        return sourceCount;
    }

    /** {@return the number of entries of y} */
    public int size() {
        return sources.length;
    }

    /**
     * The source of an entry.
     *
     * @param target i, from 0 to size − 1
     * @return s(i), or {@link #NONE}
     */
    public int source(int target) {
        return sources[target];
    }

    /** Y = the image of each row of X. */
    void set(int rows, double[] x, int xStart, double[] y, int yStart) {
        for (int row = 0; row < rows; row++) {
            int from = xStart + row * sourceCount;
            int to = yStart + row * sources.length;
            if (isPartial) {
                Arrays.fill(y, to, to + sources.length, 0);
            }
            if (isInStretches) {
                for (int i = 0; i < targets.length; i++) {
                    System.arraycopy(x, from + starts[i], y, to + targets[i], lengths[i]);
                }
            } else {
                for (int i = 0; i < targets.length; i++) {
                    y[to + targets[i]] = x[from + starts[i]];
                }
            }
        }
    }

    /** X = the image of each row of Y under the transpose. */
    void setTransposed(int rows, double[] y, int yStart, double[] x, int xStart) {
        for (int row = 0; row < rows; row++) {
            int from = yStart + row * sources.length;
            int to = xStart + row * sourceCount;
            Arrays.fill(x, to, to + sourceCount, 0);
            if (isInStretches) {
                for (int i = 0; i < targets.length; i++) {
                    Loops.addScaled(lengths[i], 1, y, from + targets[i], x, to + starts[i]);
                }
            } else {
                for (int i = 0; i < targets.length; i++) {
                    x[to + starts[i]] += y[from + targets[i]];
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryMap map && map.sourceCount == sourceCount && Arrays.equals(map.sources, sources);
    }

    @Override
    public int hashCode() {
        return 31 * sourceCount + Arrays.hashCode(sources);
    }

    /** {@return the number of entries before and after} */
    @Override
    public String toString() {
        return sourceCount + "→" + sources.length;
    }
}
