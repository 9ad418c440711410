/**
 * Reports to mail: one value, rendered as one HTML file that needs nothing but a browser.
 *
 * <p>An {@linkplain org.modeq.cli.report.HtmlReport report} is a title, one line of conventions and a list of
 * {@linkplain org.modeq.cli.report.Section sections}; a section is a heading and a list of
 * {@linkplain org.modeq.cli.report.Block blocks}:
 * <pre>
 *   report  = title, conventions, section*        section = heading, block*
 *   block   = paragraph | subheading | formula | table | picture | code | choices | variant | frames
 *   variant = block that is shown only if certain values of the choices are chosen
 *   frames  = pictures of which a slider shows one
 * </pre>
 * Rendering is a pure function of that value: equal reports give equal bytes. The file carries the renderer of formulas
 * (KaTeX), its style and those of its fonts that the formulas use, so that nothing is loaded from anywhere. Without
 * script every formula stands there as its LaTeX source, and all rows of all tables are visible.
 *
 * <p>Conventions: text is text. No string given to a report is read as HTML, and a dollar sign is a dollar sign;
 * formulas are LaTeX without delimiters, in the commands that KaTeX and amsmath both know. Only a picture is markup:
 * one SVG element, refused unless it is well formed and made of shapes and text.
 *
 * <p>Worked example:
 * <pre>
 *   new HtmlReport("Modified equation of gd", "θ ← θ + h f(θ); f = −∇L", List.of(
 *       new Section("Series", List.of(new Block.Formula("\\dot\\theta=-\\nabla L+O(h)", "\\dot\\theta=…"))))).render()
 * </pre>
 *
 * <p>Sources: HTML Living Standard, section 13.2 (what a character means where); WCAG 2.2 (level AA); Content Security
 * Policy Level 3.
 */
@NullMarked
package org.modeq.cli.report;

import org.jspecify.annotations.NullMarked;
