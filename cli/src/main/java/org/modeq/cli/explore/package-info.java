/**
 * The explorer: a page in the browser that derives, draws and checks as one changes what is asked.
 *
 * <p>It listens on the loopback interface alone and answers only to who knows the token in its address: a page of another origin
 * can neither read nor ask anything. Requests are small, four at a time, five seconds each; formulas go through modeq's own
 * parsers, nothing is executed and nothing is written to a disk.
 *
 * <p>Worked example: {@code GET /TOKEN/api/derive?method=gd&order=2} answers with the JSON of the series, its LaTeX and the drawings
 * of its trees; what is wrong with a request is the text of a 400 as
 * <code>{"error": {"what", "expected", "how to mend"}}</code> in one line.
 *
 * <p>Source of the guards: the rules of browsers for {@code Host}, {@code Origin} and {@code Sec-Fetch-Site} (Fetch standard).
 */
@NullMarked
package org.modeq.cli.explore;

import org.jspecify.annotations.NullMarked;
