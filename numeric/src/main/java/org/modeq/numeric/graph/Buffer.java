package org.modeq.numeric.graph;

/** A stretch of memory of a program: given from outside, or placed in an arena when all instructions are known. */
final class Buffer {
    private final int size;
    private int array;
    private int offset;
    private int firstUse = Integer.MAX_VALUE;
    private int lastUse = -1;

    private Buffer(int size, int array, int offset) {
        this.size = size;
        this.array = array;
        this.offset = offset;
    }

    /** A whole array that is given. */
    static Buffer given(int size, int array) {
        return new Buffer(size, array, 0);
    }

    /** Memory that is still to be placed. */
    static Buffer unplaced(int size) {
        return new Buffer(size, -1, -1);
    }

    int size() {
        return size;
    }

    boolean isPlaced() {
        return array >= 0;
    }

    void place(int arena, int start) {
        this.array = arena;
        this.offset = start;
    }

    /** An instruction with this number reads or writes it. */
    void usedBy(int instruction) {
        firstUse = Math.min(firstUse, instruction);
        lastUse = Math.max(lastUse, instruction);
    }

    int firstUse() {
        return firstUse;
    }

    int lastUse() {
        return lastUse;
    }

    int array() {
        return array;
    }

    int offset() {
        return offset;
    }

    /** A place in it. */
    View at(int start) {
        return new View(this, start);
    }

    /** A matrix, row by row, that begins somewhere in a buffer. */
    record View(Buffer buffer, int start) {
        double[] data(double[][] arrays) {
            return arrays[buffer.array];
        }

        int offset() {
            return buffer.offset + start;
        }

        View at(int further) {
            return new View(buffer, start + further);
        }
    }
}
