/**
 * Pictures of a study: one description, written as SVG or for pgfplots.
 *
 * <p>A {@link org.modeq.numeric.plot.LogLogPlot} has curves of marks (x, y) with both axes logarithmic, on which a
 * power law y = C x^p is a line of slope p,
 * <pre>
 *   log y = p log x + log C,
 * </pre>
 * and thin reference lines of given slopes, each drawn a little below the lowest curve that is expected to have it.
 * Curves differ in colour, in the shape of their marks and in the dashes of their lines, so that the picture can be
 * read without colours. Marks that a fit does not use are hollow.
 *
 * <p>Conventions: the SVG contains no script and nothing from elsewhere, and has a title and a description for screen
 * readers. Text takes the colour of the page ({@code --plot-ink}), curves the colours {@code --plot-1}, {@code
 * --plot-2}, … if the page defines these variables, and otherwise colours that fit a light or a dark page by the
 * reader's preference.
 *
 * <p>Worked example: {@code LogLogPlot.ofLadder("Global error", results).toSvg()} is the picture of a step ladder.
 *
 * <p>Source: the colours are those of Okabe and Ito, <em>Color universal design</em> (2008).
 */
@NullMarked
package org.modeq.numeric.plot;

import org.jspecify.annotations.NullMarked;
