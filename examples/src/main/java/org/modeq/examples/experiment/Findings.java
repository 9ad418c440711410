package org.modeq.examples.experiment;

import java.util.List;
import java.util.regex.Pattern;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;

/**
 * What an experiment found.
 *
 * @param outcomes the numbers beside those that are expected
 * @param figures the pictures
 */
public record Findings(List<Outcome> outcomes, List<Figure> figures) {
    /**
     * What an experiment found.
     *
     * @param outcomes the numbers
     * @param figures the pictures
     */
    public Findings {
        outcomes = List.copyOf(outcomes);
        figures = List.copyOf(figures);
    }

    /**
     * A figure with the name of its files: a picture, or several side by side.
     *
     * @param name words in small letters with hyphens between them
     * @param panels the pictures
     */
    public record Figure(String name, Panels panels) {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        /**
         * A figure.
         *
         * @param name words in small letters with hyphens between them
         * @param panels the pictures
         * @throws IllegalArgumentException if the name is not of that form
         */
        public Figure {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("given a figure with the name '" + name
                        + "', expected small letters and digits with hyphens between words: it names files");
            }
        }

        /**
         * A figure of one picture.
         *
         * @param name words in small letters with hyphens between them
         * @param plot the picture
         * @throws IllegalArgumentException if the name is not of that form
         */
        public Figure(String name, Plot plot) {
            this(name, Panels.of(plot));
        }
    }

    /** {@return whether every outcome is as expected} */
    public boolean areMet() {
        return outcomes.stream().allMatch(Outcome::isMet);
    }

    /** {@return how many outcomes are as expected} */
    public long metOutcomes() {
        return outcomes.stream().filter(Outcome::isMet).count();
    }

    /** {@return a line that says how many outcomes are as expected} */
    public String summary() {
        return metOutcomes() + " outcomes met, " + (outcomes.size() - metOutcomes()) + " missed";
    }
}
