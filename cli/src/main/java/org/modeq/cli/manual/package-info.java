/**
 * The manual: a page for each command, made of what the reader of the command line knows of it.
 *
 * <p>A page is a list of sections, and a section a list of blocks: paragraphs, terms with their explanation, and lines that
 * stand as they are. It is written as roff, for {@code man}, or as text.
 */
@NullMarked
package org.modeq.cli.manual;

import org.jspecify.annotations.NullMarked;
