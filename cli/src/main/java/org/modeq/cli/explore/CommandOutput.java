package org.modeq.cli.explore;

import java.util.List;
import java.util.stream.Collectors;

/** The command line of modeq: what a page offers to keep is what a command writes. */
@FunctionalInterface
public interface CommandOutput {
    /**
     * What a command writes to standard output.
     *
     * @param words the command and its arguments
     * @return the output
     * @throws IllegalArgumentException if the command refuses its arguments; the message is its line
     */
    String output(List<String> words);

    /**
     * A command as a line for a shell.
     *
     * @param words the command and its arguments
     * @return the line, each word quoted where it must be
     */
    static String line(List<String> words) {
        return "modeq "
                + words.stream()
                        .map(word -> word.matches("[\\p{L}\\p{Nd}_.,:=/+^@%-]+")
                                ? word
                                : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}
