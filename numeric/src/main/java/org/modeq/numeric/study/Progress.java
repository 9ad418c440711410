package org.modeq.numeric.study;

/** Hears how far a long study has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Called after each piece of work.
     *
     * @param done the pieces that are done
     * @param total all pieces
     */
    void report(long done, long total);

    /** {@return a listener that does nothing} */
    static Progress silent() {
        return (done, total) -> {};
    }
}
