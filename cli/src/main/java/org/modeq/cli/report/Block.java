package org.modeq.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a section is made of. The family is closed: a page has no other content. */
public sealed interface Block {
    /**
     * The function that is given by its values on the kinds of blocks.
     *
     * @param cases its values
     * @param <R> the type of the values
     * @return its value here
     */
    <R> R fold(BlockCases<R> cases);

    /**
     * A paragraph of plain text.
     *
     * @param text the text
     */
    record Paragraph(String text) implements Block {
        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.paragraph(this);
        }
    }

    /**
     * A heading within a section.
     *
     * @param anchor the name by which an address leads here, as {@code page.html#anchor}
     * @param text the heading, as text
     */
    record Subheading(String anchor, String text) implements Block {
        private static final Pattern ANCHOR = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

        /**
         * Checks the name.
         *
         * @param anchor the name by which an address leads here
         * @param text the heading
         * @throws IllegalArgumentException if the name is not a letter with letters, digits, dots, hyphens or underscores
         *     behind it, or the heading is blank
         */
        public Subheading {
            if (!ANCHOR.matcher(anchor).matches() || text.isBlank()) {
                throw new IllegalArgumentException("the heading \"" + text + "\" has the anchor \"" + anchor
                        + "\"; expected words, and a letter followed by letters, digits, dots, hyphens or underscores");
            }
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.subheading(this);
        }
    }

    /**
     * A displayed formula with a button that copies its source.
     *
     * @param tex what the page shows: LaTeX without delimiters or environment of display, {@code aligned} allowed
     * @param copyText what the button puts into the clipboard, for example the snippet for a paper
     */
    record Formula(String tex, String copyText) implements Block {
        /**
         * Checks that there is a formula.
         *
         * @param tex what the page shows
         * @param copyText what the button puts into the clipboard
         * @throws IllegalArgumentException if either string is blank
         */
        public Formula {
            if (tex.isBlank() || copyText.isBlank()) {
                throw new IllegalArgumentException("the formula \"" + tex + "\" with the text to copy \"" + copyText
                        + "\" has a blank part; give LaTeX in both, or leave the block out");
            }
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.formula(this);
        }
    }

    /**
     * A table. Its first column names the rows; past sixty rows the page shows sixty and a button for the rest.
     *
     * @param caption what the table holds, as text
     * @param headers the headers of the columns, as text
     * @param rows the rows, each with one cell for each header
     * @param formulaColumns the columns, counted from 0, whose cells are LaTeX for formulas within a line; the cells of
     *     the others are text; an empty cell is empty in both
     * @param drawnColumns the columns whose cells are small pictures, each one SVG element as {@link Picture} takes it
     * @param choosing what the choices of the page do to it
     */
    record Table(
            String caption,
            List<String> headers,
            List<List<String>> rows,
            Set<Integer> formulaColumns,
            Set<Integer> drawnColumns,
            Choosing choosing)
            implements Block {
        /**
         * Checks the shape and copies the lists.
         *
         * @param caption what the table holds
         * @param headers the headers of the columns
         * @param rows the rows
         * @param formulaColumns the columns, counted from 0, whose cells are LaTeX
         * @param drawnColumns the columns whose cells are pictures
         * @param choosing what the choices of the page do to it
         * @throws IllegalArgumentException if the caption is blank, there is no header, a row has not one cell for each
         *     header, a column of formulas or pictures is &lt; 0 or ≥ the number of headers, or a cell of the latter is no
         *     picture
         */
        public Table {
            if (caption.isBlank() || headers.isEmpty()) {
                throw new IllegalArgumentException("a table has the caption \"" + caption + "\" and the headers "
                        + headers + "; expected a caption that says what it holds and a header for each column");
            }
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            formulaColumns = Collections.unmodifiableSet(new TreeSet<>(formulaColumns));
            drawnColumns = Collections.unmodifiableSet(new TreeSet<>(drawnColumns));
            checkShape(headers.size(), rows, formulaColumns);
            checkShape(headers.size(), rows, drawnColumns);
            for (int column : drawnColumns) {
                rows.forEach(row -> SvgRule.checked(row.get(column)));
            }
            choosing.check(headers.size(), rows.size());
        }

        /**
         * A table without pictures.
         *
         * @param caption what the table holds
         * @param headers the headers of the columns
         * @param rows the rows
         * @param formulaColumns the columns, counted from 0, whose cells are LaTeX
         * @throws IllegalArgumentException as above
         */
        public Table(String caption, List<String> headers, List<List<String>> rows, Set<Integer> formulaColumns) {
            this(caption, headers, rows, formulaColumns, Set.of(), Choosing.NOTHING);
        }

        private static void checkShape(int width, List<List<String>> rows, Set<Integer> formulaColumns) {
            for (List<String> row : rows) {
                if (row.size() != width) {
                    throw new IllegalArgumentException(
                            "the row " + row + " has " + row.size() + " cells, but the table has " + width
                                    + " headers; give each row one cell for each header");
                }
            }
            for (int column : formulaColumns) {
                if (column < 0 || column >= width) {
                    throw new IllegalArgumentException(
                            "column " + column + " is to hold formulas or pictures, but the table has " + width
                                    + " columns; count them from 0 to " + (width - 1));
                }
            }
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.table(this);
        }
    }

    /**
     * Pictures of the same thing at several values of a number, one of them shown; a slider chooses.
     *
     * @param label what the number is, as text
     * @param frames the pictures, the number rising
     * @param shown the place of the one that is shown first, from 0
     * @param caption the line below, as text
     */
    record Frames(String label, List<Frame> frames, int shown, String caption) implements Block {
        /**
         * One of them.
         *
         * @param words what it shows, in a line of text with the number
         * @param svg the picture, as {@link Picture} takes it
         */
        public record Frame(String words, String svg) {
            /**
             * Checks that the page can take the picture in.
             *
             * @param words what it shows
             * @param svg the picture
             * @throws IllegalArgumentException as of {@link Picture}
             */
            public Frame {
                svg = SvgRule.checked(svg);
            }
        }

        /**
         * Checks the place and copies the list.
         *
         * @param label what the number is
         * @param frames the pictures
         * @param shown the place of the one that is shown first
         * @param caption the line below
         * @throws IllegalArgumentException if shown is &lt; 0 or ≥ the number of pictures
         */
        public Frames {
            frames = List.copyOf(frames);
            if (shown < 0 || shown >= frames.size()) {
                throw new IllegalArgumentException("of " + frames.size() + " pictures number " + shown
                        + " is to be shown first; give at least one, and count them from 0");
            }
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.frames(this);
        }
    }

    /**
     * Lists from which the reader chooses what {@linkplain Variant variants} and {@linkplain Choosing tables} show.
     *
     * @param lists the lists
     */
    record Choices(List<Choice> lists) implements Block {
        /**
         * A list.
         *
         * @param name the name to which variants refer, in small letters
         * @param label what is chosen, as text
         * @param options the words of each possible value; the values hold no space and no equals sign
         * @param chosen the value that is chosen first
         */
        public record Choice(String name, String label, List<Map.Entry<String, String>> options, String chosen) {
            /**
             * Copies the list.
             *
             * @param name the name
             * @param label what is chosen
             * @param options value and words
             * @param chosen the value that is chosen first
             * @throws IllegalArgumentException if that is none of the values
             */
            public Choice {
                options = List.copyOf(options);
                if (options.stream().noneMatch(option -> option.getKey().equals(chosen))) {
                    throw new IllegalArgumentException("the choice of " + name + " begins with " + chosen
                            + ", which is none of " + options + "; begin with one of them");
                }
            }
        }

        /**
         * Copies the list.
         *
         * @param lists the lists
         */
        public Choices {
            lists = List.copyOf(lists);
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.choices(this);
        }
    }

    /**
     * A block that is shown only if certain values are chosen; without script always, unless it is spare.
     *
     * @param when the values by the names of the choices
     * @param isSpare whether it is left to the script: what it says stands elsewhere on the page too
     * @param block the block
     */
    record Variant(Map<String, String> when, boolean isSpare, Block block) implements Block {
        /**
         * Copies the map.
         *
         * @param when the values by the names of the choices
         * @param isSpare whether it is left to the script
         * @param block the block
         */
        public Variant {
            when = Collections.unmodifiableMap(new TreeMap<>(when));
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.variant(this);
        }
    }

    /**
     * A picture that was drawn elsewhere.
     *
     * @param svg one SVG element of shapes and text, with {@code title} and {@code desc}; identifiers in it must not
     *     occur in another picture of the page
     * @param caption the line below it, as text; may be empty
     */
    record Picture(String svg, String caption) implements Block {
        /**
         * Checks that the page can take the picture in.
         *
         * @param svg one SVG element
         * @param caption the line below it
         * @throws IllegalArgumentException if the string is not one well-formed SVG element with {@code title} and
         *     {@code desc}, or holds anything but shapes and text
         */
        public Picture {
            svg = SvgRule.checked(svg);
        }

        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.picture(this);
        }
    }

    /**
     * A command, or several lines of them, as one types them to make the same result again.
     *
     * @param text the lines
     */
    record Code(String text) implements Block {
        @Override
        public <R> R fold(BlockCases<R> cases) {
            return cases.code(this);
        }
    }
}
