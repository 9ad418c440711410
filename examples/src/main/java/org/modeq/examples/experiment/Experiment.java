package org.modeq.examples.experiment;

import java.util.List;
import java.util.SortedMap;
import org.modeq.numeric.evaluate.Progress;

/**
 * A question to a paper, answered by a program: pictures, formulas, and numbers beside those that are expected.
 *
 * <p>All experiments are made when one is asked for by its name, so making one costs nothing: fields, losses and series are built
 * when it runs.
 */
public interface Experiment {
    /** How much is computed. */
    enum Extent {
        /** What a test has time for: the decisive outcomes on fewer seeds, steps or sizes. */
        QUICK,
        /** Everything. */
        FULL
    }

    /** {@return how the command line calls it: words in small letters with hyphens between them} */
    String name();

    /** {@return the question, in a line} */
    String question();

    /** {@return the papers whose question it is} */
    String paper();

    /** {@return what is computed and what there is to see, in paragraphs of plain text} */
    String text();

    /** {@return the formulas in it as LaTeX, to paste into a document that loads amsmath} */
    String formulas();

    /** {@return what it is run with, by name, for those who run it elsewhere} */
    SortedMap<String, String> parameters();

    /** {@return the seeds of its random numbers} */
    default List<Long> seeds() {
        return List.of();
    }

    /**
     * Answers the question. Deterministic: all random numbers come from fixed seeds.
     *
     * @param extent how much is computed
     * @param progress is told about every part
     * @return the outcomes and pictures
     */
    Findings run(Extent extent, Progress progress);
}
