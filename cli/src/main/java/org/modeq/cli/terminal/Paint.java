package org.modeq.cli.terminal;

import java.util.regex.Pattern;

/**
 * The few colours of a page: headings bold, verdicts green or red, the powers of h blue. Nothing is said by colour alone.
 *
 * <p>A heading is a first line like {@code gd, order 4}, or a line of several columns that begins a paragraph.
 */
final class Paint {
    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String BLUE = "34";

    private static final Pattern GOOD = Pattern.compile("\\b(?:proved|pass)\\b");
    private static final Pattern BAD = Pattern.compile("\\b(?:refuted|fail|MISSED)\\b");
    private static final Pattern POWER =
            Pattern.compile("(?<![\\p{L}\\p{N}_^-])h(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\\^\\d+)?(?![\\p{L}\\p{N}\\p{M}_(^⁰¹²³⁴⁵⁶⁷⁸⁹])");
    private static final Pattern TITLE = Pattern.compile("[^:]*, order \\d+");
    private static final Pattern COLUMNS = Pattern.compile(" *\\S+(?: \\S+)*(?: {2,}\\S+(?: \\S+)*)+");

    private Paint() {}

    /** The text with its colours, by the numbers of ISO 6429. */
    static String of(String text) {
        StringBuilder page = new StringBuilder();
        boolean isFirst = true;
        boolean isAfterBlank = false;
        for (String line : text.split("(?<=\n)", -1)) {
            String words = line.stripTrailing();
            boolean isHeading = (isFirst && TITLE.matcher(words).matches())
                    || (isAfterBlank && COLUMNS.matcher(words).matches());
            page.append(isHeading ? painted(words, BOLD) : words.isEmpty() ? "" : coloured(words));
            page.append(line.substring(words.length()));
            isFirst = false;
            isAfterBlank = words.isEmpty();
        }
        return page.toString();
    }

    private static String coloured(String line) {
        String powers = POWER.matcher(line).replaceAll(painted("$0", BLUE));
        String good = GOOD.matcher(powers).replaceAll(painted("$0", GREEN));
        return BAD.matcher(good).replaceAll(painted("$0", RED));
    }

    private static String painted(String text, String colour) {
        return "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
