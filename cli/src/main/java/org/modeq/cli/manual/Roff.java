package org.modeq.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.symbolic.latex.Ascii;

/** A page in the language of {@code man(7)}, in ASCII. */
public final class Roff {
    private Roff() {}

    /**
     * The source of a page.
     *
     * @param page the page
     * @param version what the foot of the page says, as {@code modeq 1.0}
     * @return the source, which {@code man -l} shows
     */
    public static String of(ManPage page, String version) {
        String heading = ".TH \"" + page.name().toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"" + version
                + "\" \"modeq manual\"\n.nh\n.ad l\n";
        return page.sections().stream()
                .map(section -> ".SH " + section.title() + "\n" + blocks(section.blocks()))
                .collect(Collectors.joining("", heading, ""));
    }

    private static String blocks(List<ManBlock> blocks) {
        return blocks.stream()
                .map(block -> block.fold(
                        paragraph -> ".PP\n" + line(paragraph.text()),
                        term -> ".TP\n\\fB" + escaped(term.term()) + "\\fR\n" + line(term.text()),
                        lines -> ".PP\n.nf\n"
                                + lines.lines().stream().map(Roff::line).collect(Collectors.joining())
                                + ".fi\n"))
                .collect(Collectors.joining());
    }

    private static String line(String text) {
        String line = escaped(text);
        return (line.startsWith(".") || line.startsWith("'") ? "\\&" : "") + line + "\n";
    }

    /** A hyphen of roff is not that of an option, and ^ and ~ are accents. */
    private static String escaped(String text) {
        return Ascii.of(text)
                .replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga");
    }
}
