/**
 * The explorer: a page in the browser that derives, draws and checks as one changes what is asked.
 *
 * <p>It listens on the loopback interface alone and answers only to who knows the token in its address: a page of another origin
 * can neither read nor ask anything. Requests are small, four at a time, five seconds each; formulas go through modeq's own
 * parsers, nothing is executed and nothing is written to a disk.
 *
 * <p>What the page asks, all below the token: {@code api/methods} (the list), {@code api/method} (fields and parameters of one),
 * {@code api/derive} (series, table of trees), {@code api/download} (what {@code derive} and {@code export} write, word for word),
 * {@code api/trajectory} (iterates θ_n in the plane beside the flows of f₁, f₁ + h f₂, …, with h·λ_max) and, posted,
 * {@code api/check} (claimed − derived). What is asked stands behind the {@code #} of the address, so that a view can be sent.
 *
 * <p>Worked example: {@code GET /TOKEN/api/derive?method=gd&order=2} answers with the JSON of the series, its LaTeX and the drawings
 * of its trees; what is wrong with a request is the text of a 400, <code>{"error": "given …, expected …; how to mend it"}</code>.
 *
 * <p>Source of the guards: the rules of browsers for {@code Host}, {@code Origin} and {@code Sec-Fetch-Site} (Fetch standard).
 */
@NullMarked
package org.modeq.cli.explore;

import org.jspecify.annotations.NullMarked;
