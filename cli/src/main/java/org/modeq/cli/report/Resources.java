package org.modeq.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/** Files of the class path: the page's own style and script, and the jar of KaTeX. */
final class Resources {
    private Resources() {}

    /** The text of a resource, with line feeds as ends of lines whatever the checkout made of them. */
    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    static byte[] bytes(String path) {
        try (InputStream stream = Resources.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new NoSuchElementException("the class path has no " + path
                        + ", which every report carries inside it; put the jars of modeq and of"
                        + " org.webjars.npm:katex on the class path, as a build does in the folder lib/");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " on the class path cannot be read; build modeq again", e);
        }
    }
}
