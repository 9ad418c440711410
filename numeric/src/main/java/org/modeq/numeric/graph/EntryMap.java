package org.modeq.numeric.graph;

import java.util.Arrays;

/**
 * A linear map of rows that only moves entries: yᵢ = x_(s(i)), or 0 where there is no source; immutable.
 *
 * <p>Its transpose adds back: xⱼ = Σ_{s(i) = j} yᵢ. The patches of an image are such a map ("im2col", its transpose
 * "col2im"): with them a convolution is a product of matrices. Equal maps have equal sources.
 */
public final class EntryMap {
    /** Stands in place of a source where the image has a 0. */
    public static final int NONE = -1;

    private final int sourceCount;
    private final int[] sources;

    /** The places with a source, and these sources: loops over them have no branches. */
    private final int[] targets;

    private final int[] present;

    private EntryMap(int sourceCount, int... sources) {
        this.sourceCount = sourceCount;
        this.sources = sources;
        int[] places = new int[sources.length];
        int count = 0;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] != NONE) {
                places[count++] = i;
            }
        }
        this.targets = Arrays.copyOf(places, count);
        this.present = Arrays.stream(targets).map(i -> sources[i]).toArray();
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
        if (present.length < sources.length) {
            Loops.fill(rows * sources.length, 0, y, yStart);
        }
        for (int row = 0; row < rows; row++) {
            int from = xStart + row * sourceCount;
            int to = yStart + row * sources.length;
            for (int i = 0; i < targets.length; i++) {
                y[to + targets[i]] = x[from + present[i]];
            }
        }
    }

    /** X += the image of each row of Y under the transpose. */
    void addTransposed(int rows, double[] y, int yStart, double[] x, int xStart) {
        for (int row = 0; row < rows; row++) {
            int from = yStart + row * sources.length;
            int to = xStart + row * sourceCount;
            for (int i = 0; i < targets.length; i++) {
                x[to + present[i]] += y[from + targets[i]];
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
