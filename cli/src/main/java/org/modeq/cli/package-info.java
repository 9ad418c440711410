/**
 * The command line: one class per command.
 *
 * <p>Results go to standard output clean, so that JSON and LaTeX can be piped; progress and warnings go to standard error.
 * Exit codes: 0 done, 1 a check failed or a claim is refuted, 2 bad input, told in one line (what was given, what was
 * expected, how to mend it), 3 a fault of modeq itself.
 *
 * <p>Worked example: {@code modeq derive gd --order 4} prints the modified equation of gradient descent through h³.
 *
 * <p>Source: the commands and their JSON are documented in the README.
 */
@NullMarked
package org.modeq.cli;

import org.jspecify.annotations.NullMarked;
