/**
 * What stands between the text of a command and the terminal: its characters, its width and its colours.
 *
 * <p>A command writes Unicode, laid out for a page of some columns, and knows nothing of terminals. At the
 * {@linkplain org.modeq.cli.terminal.Door door} the text is rewritten once: in ASCII where the terminal has nothing else, with
 * its columns aligned again, and with colours where they are seen. Files and pipes get neither colours nor a width of their
 * own.
 */
@NullMarked
package org.modeq.cli.terminal;

import org.jspecify.annotations.NullMarked;
