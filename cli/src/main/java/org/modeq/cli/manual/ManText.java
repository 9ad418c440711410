package org.modeq.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A page as text. */
public final class ManText {
    private static final String INDENT = " ".repeat(7);
    private static final String TERM_INDENT = " ".repeat(14);

    private ManText() {}

    /**
     * A page as a terminal shows it.
     *
     * @param page the page
     * @param width the width of its lines in columns
     * @return the text
     */
    public static String of(ManPage page, int width) {
        return page.sections().stream()
                .map(section -> section.title() + "\n"
                        + section.blocks().stream()
                                .map(block -> block.fold(
                                        paragraph -> filled(paragraph.text(), INDENT, width),
                                        term -> term(term, width),
                                        lines -> lines.lines().stream()
                                                .map(line -> (INDENT + line).stripTrailing() + "\n")
                                                .collect(Collectors.joining())))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** A short term stands in front of its explanation, a long one above it. */
    private static String term(ManBlock.Term term, int width) {
        String text = filled(term.text(), TERM_INDENT, width);
        String heading = INDENT + term.term();
        return heading.length() < TERM_INDENT.length()
                ? heading + text.substring(heading.length())
                : heading + "\n" + text;
    }

    private static String filled(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream().map(each -> indent + each + "\n").collect(Collectors.joining());
    }
}
