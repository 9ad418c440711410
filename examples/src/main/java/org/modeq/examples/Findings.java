package org.modeq.examples;

import java.util.List;
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
     * A picture with the name of its files.
     *
     * @param name words in small letters with hyphens between them
     * @param plot the picture
     */
    public record Figure(String name, Plot plot) {}

    /** {@return whether every outcome is as expected} */
    public boolean areMet() {
        return outcomes.stream().allMatch(Outcome::isMet);
    }
}
