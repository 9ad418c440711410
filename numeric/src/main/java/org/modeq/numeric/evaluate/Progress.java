package org.modeq.numeric.evaluate;

/** Hears how far a long computation has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Called after each piece of work.
     *
     * @param done the pieces that are done
     * @param total all pieces
     */
    void report(long done, long total);

    /**
     * Called before the first piece of work where some of it was done before, which says nothing about the speed.
     *
     * @param already the pieces that were there
     * @param total all pieces
     */
    default void begin(long already, long total) {}

    /** {@return a listener that does nothing} */
    static Progress silent() {
        return (done, total) -> {};
    }
}
