package org.modeq.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a section is made of. The family is closed: a page has no other content. */
public sealed interface Block {
    /**
     * The function that is given by its values on the five kinds of blocks.
     *
     * @param <R> the type of the values
     * @param onParagraph its values on paragraphs
     * @param onFormula its values on formulas
     * @param onTable its values on tables
     * @param onPicture its values on pictures
     * @param onCode its values on commands
     * @return its value here
     */
    <R> R fold(
            Function<Paragraph, R> onParagraph,
            Function<Formula, R> onFormula,
            Function<Table, R> onTable,
            Function<Picture, R> onPicture,
            Function<Code, R> onCode);

    /**
     * A paragraph of plain text.
     *
     * @param text the text
     */
    record Paragraph(String text) implements Block {
        @Override
        public <R> R fold(
                Function<Paragraph, R> onParagraph,
                Function<Formula, R> onFormula,
                Function<Table, R> onTable,
                Function<Picture, R> onPicture,
                Function<Code, R> onCode) {
            return onParagraph.apply(this);
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
        public <R> R fold(
                Function<Paragraph, R> onParagraph,
                Function<Formula, R> onFormula,
                Function<Table, R> onTable,
                Function<Picture, R> onPicture,
                Function<Code, R> onCode) {
            return onFormula.apply(this);
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
     */
    record Table(
            String caption,
            List<String> headers,
            List<List<String>> rows,
            Set<Integer> formulaColumns,
            Set<Integer> drawnColumns)
            implements Block {
        /**
         * Checks the shape and copies the lists.
         *
         * @param caption what the table holds
         * @param headers the headers of the columns
         * @param rows the rows
         * @param formulaColumns the columns, counted from 0, whose cells are LaTeX
         * @param drawnColumns the columns whose cells are pictures
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
            this(caption, headers, rows, formulaColumns, Set.of());
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
        public <R> R fold(
                Function<Paragraph, R> onParagraph,
                Function<Formula, R> onFormula,
                Function<Table, R> onTable,
                Function<Picture, R> onPicture,
                Function<Code, R> onCode) {
            return onTable.apply(this);
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
        public <R> R fold(
                Function<Paragraph, R> onParagraph,
                Function<Formula, R> onFormula,
                Function<Table, R> onTable,
                Function<Picture, R> onPicture,
                Function<Code, R> onCode) {
            return onPicture.apply(this);
        }
    }

    /**
     * A command, or several lines of them, as one types them to make the same result again.
     *
     * @param text the lines
     */
    record Code(String text) implements Block {
        @Override
        public <R> R fold(
                Function<Paragraph, R> onParagraph,
                Function<Formula, R> onFormula,
                Function<Table, R> onTable,
                Function<Picture, R> onPicture,
                Function<Code, R> onCode) {
            return onCode.apply(this);
        }
    }
}
