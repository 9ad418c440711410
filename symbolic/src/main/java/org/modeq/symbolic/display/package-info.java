/**
 * Results that show themselves: one value as a line, as a page of plain text, in LaTeX, and as a piece of HTML.
 *
 * <p>A <em>display</em> is a pure function of a value. What a modified equation is does not depend on how it is written, so
 * the values know only that they are {@linkplain org.modeq.symbolic.display.Displayable displayable}; the
 * {@linkplain org.modeq.symbolic.display.DisplayProvider providers}, which the class path names under
 * {@code META-INF/services}, know how. So nothing points back: {@code symbolic.modified} imports this package, and
 * {@code symbolic.latex} provides for it.
 * <pre>
 *   value  --Display.of--&gt;  line        what toString says: the formula, without conventions
 *                           text        conventions, formula, table: what ./modeq prints
 *                           latex       math mode without delimiters, in commands that amsmath, KaTeX and MathJax know
 *                           html        a fragment with the LaTeX between \[ and \], and trees drawn as SVG
 *                           mimeBundle  text/plain, text/latex and text/html at once, for a notebook
 * </pre>
 *
 * <p>Conventions: optimizers are written in derivatives of the loss, other methods in derivatives of the fields; lines are
 * 100 columns or 38 em wide; other widths and notations are in {@code symbolic.latex}. Equal values give equal strings.
 *
 * <p>In a notebook with a Java kernel (IJava, JJava), whose {@code display} takes a string and its type,
 * <pre>
 *   %maven org.modeq:modeq-symbolic:0.1.0
 *   import static org.modeq.symbolic.Modeq.*;
 *   display(derive("heavy-ball", 3).toHtml(), "text/html");
 * </pre>
 * shows the series typeset, with its trees. Elsewhere {@code mimeBundle()} has what a front end chooses from.
 *
 * <p>Worked example: {@code Rational.of(-1, 2)} has the line {@code -1/2} and the LaTeX {@code -\frac{1}{2}}; the tree
 * {@code f[f,f]} has the LaTeX {@code f''(f,f)}, and its HTML is its picture.
 *
 * <p>Source: the types are those of the Jupyter messaging protocol, section {@code display_data}.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.symbolic.display;

import org.jspecify.annotations.NullMarked;
