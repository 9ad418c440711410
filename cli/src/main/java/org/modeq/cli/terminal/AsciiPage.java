package org.modeq.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.latex.Ascii;

/**
 * A page of Unicode text in ASCII, with its columns kept.
 *
 * <p>In ASCII a text is longer, so that columns would no longer stand below each other. Two spaces or more end a cell: the
 * cells of one paragraph that begin in one column of the page begin in one column of the page in ASCII too, as far to the
 * right as the longest cell before them needs. A line of one cell that no longer fits is filled again with those that go on
 * with its sum, and broken before a sign, never within brackets, or else at a space.
 */
final class AsciiPage {
    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final Pattern NEXT_TERM = Pattern.compile("[+−-] (?!h|O\\()");
    private static final String INDENT = " ".repeat(6);
    private static final int GAP = 2;

    /** A text with the column that it begins in. */
    private record Cell(int column, String text) {
        int end() {
            return column + Ascii.columns(text);
        }
    }

    private AsciiPage() {}

    /** The text in ASCII, with lines of at most this width where those of the text are. */
    static String of(String text, int width) {
        if (text.codePoints().allMatch(code -> code < 128)) {
            return text;
        }
        StringBuilder page = new StringBuilder();
        List<String> paragraph = new ArrayList<>();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.isBlank()) {
                append(page, paragraph, width);
                page.append(line);
                paragraph.clear();
            } else {
                paragraph.add(line);
            }
        }
        append(page, paragraph, width);
        return page.toString();
    }

    private static void append(StringBuilder page, List<String> paragraph, int width) {
        List<List<Cell>> lines = paragraph.stream().map(AsciiPage::cells).toList();
        SortedMap<Integer, Integer> columns = columns(lines);
        int end;
        for (int start = 0; start < lines.size(); start = end) {
            end = start + 1;
            while (end < lines.size() && goesOn(lines.get(end))) {
                end++;
            }
            List<String> rewritten = lines.subList(start, end).stream()
                    .map(line -> placed(line, columns))
                    .toList();
            boolean mayBreak = lines.subList(start, end).stream()
                    .allMatch(line -> line.size() == 1 && line.get(0).end() <= width);
            page.append(mayBreak ? broken(rewritten, width) : String.join("\n", rewritten));
            String last = paragraph.get(end - 1);
            page.append(last.substring(last.stripTrailing().length()));
        }
    }

    /** Whether a line goes on with a sum, and not with the next power of h. */
    private static boolean goesOn(List<Cell> line) {
        return line.size() == 1
                && line.get(0).column() == INDENT.length()
                && NEXT_TERM.matcher(line.get(0).text()).lookingAt();
    }

    private static List<Cell> cells(String line) {
        List<Cell> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        while (matcher.find()) {
            cells.add(new Cell(Ascii.columns(line.substring(0, matcher.start())), matcher.group()));
        }
        return cells;
    }

    /** For each column in which a cell begins the one in which it begins in ASCII. */
    private static SortedMap<Integer, Integer> columns(List<List<Cell>> lines) {
        SortedMap<Integer, List<List<Cell>>> beginning = new TreeMap<>();
        for (List<Cell> line : lines) {
            for (int n = 0; n < line.size(); n++) {
                beginning
                        .computeIfAbsent(line.get(n).column(), column -> new ArrayList<>())
                        .add(line.subList(Math.max(0, n - 1), n));
            }
        }
        SortedMap<Integer, Integer> columns = new TreeMap<>();
        beginning.forEach((column, before) -> columns.put(
                column,
                before.stream()
                        .flatMap(List::stream)
                        .mapToInt(cell -> columns.getOrDefault(cell.column(), cell.column())
                                + Ascii.of(cell.text()).length()
                                + GAP)
                        .reduce(column, Math::max)));
        return columns;
    }

    private static String placed(List<Cell> line, SortedMap<Integer, Integer> columns) {
        StringBuilder placed = new StringBuilder();
        for (Cell cell : line) {
            int column = columns.getOrDefault(cell.column(), cell.column());
            placed.append(" ".repeat(Math.max(0, column - placed.length()))).append(Ascii.of(cell.text()));
        }
        return placed.toString();
    }

    /** The lines of a sum, filled again if one of them is too long. */
    private static String broken(List<String> sum, int width) {
        if (sum.stream().allMatch(line -> line.length() <= width)) {
            return String.join("\n", sum);
        }
        String line = sum.get(0)
                + sum.stream().skip(1).map(next -> " " + next.stripLeading()).collect(Collectors.joining());
        String own = line.substring(0, line.length() - line.stripLeading().length());
        String indent = own.length() > INDENT.length() ? own : INDENT;
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int place = place(rest, width);
            if (place <= indent.length()) {
                break;
            }
            lines.add(rest.substring(0, place));
            rest = indent + rest.substring(place).stripLeading();
        }
        lines.add(rest);
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /** Where a line is broken: before the last sign outside of brackets, unless that leaves it half empty, or else at a space. */
    private static int place(String line, int width) {
        int depth = 0;
        int sign = -1;
        int space = -1;
        for (int n = 0; n <= width && n < line.length(); n++) {
            char character = line.charAt(n);
            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            boolean isSpace =
                    character == ' ' && depth == 0 && !line.substring(0, n).isBlank();
            space = isSpace ? n : space;
            sign = isSpace && (line.startsWith(" + ", n) || line.startsWith(" - ", n)) ? n : sign;
        }
        return sign > width / 2 ? sign : space;
    }
}
