package org.modeq.numeric.kernel;

/** The arrays that one thread copies parts of matrices to; they grow and are used again. Their contents are undefined. */
final class Scratch {
    private static final double[] NONE = {};

    private double[] panels = NONE;
    private double[] block = NONE;
    private double[] tile = NONE;

    /** Room for panels of B. */
    double[] panels(int size) {
        if (panels.length < size) {
            panels = new double[size];
        }
        return panels;
    }

    /** Room for a block of A. */
    double[] block(int size) {
        if (block.length < size) {
            block = new double[size];
        }
        return block;
    }

    /** Room for a few rows of C. */
    double[] tile(int size) {
        if (tile.length < size) {
            tile = new double[size];
        }
        return tile;
    }
}
