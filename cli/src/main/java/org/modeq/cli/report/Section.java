package org.modeq.cli.report;

import java.util.List;

/**
 * A part of a report under a heading of its own; a section without blocks is left out of the page.
 *
 * @param heading the heading, as text
 * @param blocks what stands under it, in this order
 */
public record Section(String heading, List<Block> blocks) {
    /**
     * Checks the heading and copies the list.
     *
     * @param heading the heading, as text
     * @param blocks what stands under it, in this order
     * @throws IllegalArgumentException if the heading is blank
     */
    public Section {
        if (heading.isBlank()) {
            throw new IllegalArgumentException("a section with " + blocks.size()
                    + " blocks has a blank heading; expected a few words that say what it holds, such as Series");
        }
        blocks = List.copyOf(blocks);
    }
}
