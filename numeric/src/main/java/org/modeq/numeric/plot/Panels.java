package org.modeq.numeric.plot;

import java.util.List;

/**
 * Pictures side by side, in rows, as one figure.
 *
 * @param title the title of the figure; that of the picture if there is only one
 * @param description what the figure shows, in a sentence or two, for those who do not see it
 * @param columns how many pictures stand in a row
 * @param plots the pictures, row by row
 */
public record Panels(String title, String description, int columns, List<Plot> plots) {
    /** More would not be readable on a page. */
    private static final int MOST_COLUMNS = 3;

    /**
     * Pictures side by side. If all have the same legend, it stands once, below them.
     *
     * @param title the title of the figure
     * @param description what the figure shows
     * @param columns how many pictures stand in a row, from 1 to 3
     * @param plots the pictures, row by row
     * @throws IllegalArgumentException if there is no picture, or columns is not from 1 to 3 or greater than the number of pictures
     */
    public Panels {
        plots = List.copyOf(plots);
        if (columns < 1 || columns > MOST_COLUMNS || columns > plots.size()) {
            throw new IllegalArgumentException("given " + plots.size() + " pictures in " + columns
                    + " columns for '" + title + "', expected from 1 to " + MOST_COLUMNS
                    + " columns and at least as many pictures; take more rows");
        }
    }

    /**
     * One picture by itself.
     *
     * @param plot the picture
     * @return the figure
     */
    public static Panels of(Plot plot) {
        return new Panels(plot.title(), plot.description(), 1, List.of(plot));
    }

    boolean isSingle() {
        return plots.size() == 1;
    }

    /** {@return the figure as one self-contained SVG element} */
    public String toSvg() {
        return SvgWriter.write(this);
    }

    /**
     * The figure as a PNG file with a white ground, twice as wide and high as the SVG. Needs no font and no screen: letters are drawn
     * from outlines that come with this library.
     *
     * @return the bytes of the file
     */
    public byte[] toPng() {
        return PngWriter.write(this);
    }

    /** {@return the figure with its data as a {@code tikzpicture} for each picture, for LaTeX with the package pgfplots} */
    public String toPgfplots() {
        return PgfplotsWriter.write(this);
    }

    /**
     * {@return the data as comma-separated values: as those of a picture, the title of the picture before each line if there are several}
     */
    public String toCsv() {
        return CurveTable.of(this);
    }
}
