package org.modeq.cli.manual;

import java.util.List;
import java.util.function.Function;

/** A part of a section. */
public sealed interface ManBlock {
    /**
     * The value of the function for this kind of block.
     *
     * @param onParagraph for a paragraph
     * @param onTerm for a term
     * @param onLines for lines
     * @param <R> what the functions give
     * @return that value
     */
    <R> R fold(Function<Paragraph, R> onParagraph, Function<Term, R> onTerm, Function<Lines, R> onLines);

    /**
     * A paragraph, broken to the width of the page.
     *
     * @param text the text
     */
    record Paragraph(String text) implements ManBlock {
        @Override
        public <R> R fold(Function<Paragraph, R> onParagraph, Function<Term, R> onTerm, Function<Lines, R> onLines) {
            return onParagraph.apply(this);
        }
    }

    /**
     * A term and what it means.
     *
     * @param term for example an option
     * @param text its explanation
     */
    record Term(String term, String text) implements ManBlock {
        @Override
        public <R> R fold(Function<Paragraph, R> onParagraph, Function<Term, R> onTerm, Function<Lines, R> onLines) {
            return onTerm.apply(this);
        }
    }

    /**
     * Lines that stand as they are.
     *
     * @param lines the lines
     */
    record Lines(List<String> lines) implements ManBlock {
        /**
         * Lines; what is given is copied.
         *
         * @param lines the lines
         */
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R fold(Function<Paragraph, R> onParagraph, Function<Term, R> onTerm, Function<Lines, R> onLines) {
            return onLines.apply(this);
        }
    }
}
