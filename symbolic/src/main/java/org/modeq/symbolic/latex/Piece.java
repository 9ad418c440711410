package org.modeq.symbolic.latex;

/**
 * A piece of a formula that is never broken.
 *
 * @param source what is written
 * @param width an estimate of its width on the page: em in LaTeX, columns in text
 */
record Piece(String source, double width) {
    static final Piece EMPTY = new Piece("", 0);

    Piece then(Piece next) {
        return new Piece(source + next.source, width + next.width);
    }

    Piece then(String moreSource, double moreWidth) {
        return new Piece(source + moreSource, width + moreWidth);
    }
}
