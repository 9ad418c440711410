/**
 * Pictures of a study: one description, written as SVG, as PNG or for pgfplots.
 *
 * <p>A {@link org.modeq.numeric.plot.Plot} has curves of marks (x, y) on two axes, each linear or logarithmic, thin guides, level
 * lines, and a legend; marks may have error bars, curves may be bars, and a {@linkplain org.modeq.numeric.plot.HeatMap heat map} may
 * lie below. {@link org.modeq.numeric.plot.Panels} are several pictures side by side. There is a picture for each question:
 * <ul>
 *   <li>{@link org.modeq.numeric.plot.LadderPlot}: how does the error fall with h? On logarithmic axes a power law y = C hᵖ is a
 *       line of slope p, log y = p log h + log C; guides of the slopes that theory expects are drawn a little below the curves.
 *   <li>{@link org.modeq.numeric.plot.RegimePlot}: how far can the series be trusted? Sizes h^(k−1)‖f_k‖ of its terms, and h·λ_max.
 *   <li>{@link org.modeq.numeric.plot.TrajectoryPlot}: where do the iterates go, and where the flows? In two dimensions over the
 *       {@linkplain org.modeq.numeric.plot.LevelLines level lines} of the loss.
 * </ul>
 * Curves differ in colour, in the shape of their marks and in the dashes of their lines, so that a picture can be read without
 * colours. Marks that a fit does not use are hollow with a cross, and the legend says so.
 *
 * <p>Conventions: the SVG contains no script and nothing from elsewhere, and has a title and a description for screen
 * readers. Text takes the colour of the page ({@code --plot-ink}), curves the colours {@code --plot-1}, {@code
 * --plot-2}, … if the page defines these variables, and otherwise colours that fit a light or a dark page by the
 * reader's preference; each has a contrast of at least 4.5 : 1. What pgfplots draws has its data inside.
 *
 * <p>SVG and PNG are drawn by the same painter on two canvases, so that they have the same places, ticks and dashes. The canvas of pixels
 * asks the machine for nothing: letters are outlines of a font that comes along, and areas are covered by its own arithmetic.
 *
 * <p>Worked example: {@code LadderPlot.of("Global error", results).toSvg()} is the picture of a step ladder.
 *
 * <p>Source: the blue and orange are those of Okabe and Ito, <em>Color universal design</em> (2008).
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.numeric.plot;

import org.jspecify.annotations.NullMarked;
