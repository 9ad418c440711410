package org.modeq.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import org.modeq.symbolic.latex.Ascii;

/**
 * The writer that every command writes to: it rewrites a text for its terminal when it is flushed.
 *
 * <p>A command prints a page as a whole, so the columns of a page are aligned together.
 */
public final class Door extends Writer {
    /** What is written. */
    public enum Content {
        /** For the eyes: in ASCII if there is nothing else, and with colours. */
        TEXT,
        /** JSON, in which a character has a name in ASCII. */
        JSON,
        /** Sources of LaTeX, of pages and of programs, which are left alone. */
        SOURCE
    }

    private final Writer behind;
    private Terminal terminal;
    private final StringBuilder waiting = new StringBuilder();
    private Content content = Content.TEXT;

    /**
     * A door of text.
     *
     * @param behind the writer behind it
     * @param terminal what that can show
     */
    public Door(Writer behind, Terminal terminal) {
        super(behind);
        this.behind = behind;
        this.terminal = terminal;
    }

    /**
     * Says what comes from here on.
     *
     * @param next what is written
     * @param width how wide the lines of a text are
     */
    public void open(Content next, int width) {
        try {
            flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        content = next;
        terminal = new Terminal(terminal.isAscii(), width, terminal.isColoured());
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (isOpen()) {
            behind.write(characters, offset, length);
        } else {
            waiting.append(characters, offset, length);
        }
    }

    /** Whether nothing is rewritten, so that a long text need not be held. */
    private boolean isOpen() {
        return content == Content.SOURCE
                || (!terminal.isAscii() && (content == Content.JSON || !terminal.isColoured()));
    }

    @Override
    public void flush() throws IOException {
        behind.write(rewritten(waiting.toString()));
        waiting.setLength(0);
        behind.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        behind.close();
    }

    private String rewritten(String text) {
        String ascii = terminal.isAscii() ? ascii(text) : text;
        return terminal.isColoured() && content == Content.TEXT ? Paint.of(ascii) : ascii;
    }

    /**
     * What comes from here on, in ASCII.
     *
     * @param text a text
     * @return the text in ASCII, if that does not change what it means to a program
     */
    public String ascii(String text) {
        return switch (content) {
            case TEXT -> AsciiPage.of(text, terminal.columns());
            case JSON -> escaped(text);
            case SOURCE -> text;
        };
    }

    /** Beyond ASCII there are only strings in JSON. */
    private static String escaped(String json) {
        if (Ascii.of(json).equals(json)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder();
        json.chars()
                .forEach(unit -> escaped.append(
                        unit < 128 ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit)));
        return escaped.toString();
    }
}
