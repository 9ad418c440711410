package org.modeq.cli.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The renderer of formulas, taken from its jar and made to fit into a page. */
final class Katex {
    private static final String PROPERTIES = "/META-INF/maven/org.webjars.npm/katex/pom.properties";
    private static final Pattern FONT_FACE =
            Pattern.compile("@font-face\\{([^}]*?)src:url\\(fonts/([\\w-]+)\\.woff2\\)[^}]*\\}");

    private static final Pattern BOLD = command("mathbf|textbf|bf|bfseries|bold|boldsymbol|bm|pmb|mathboldfrak");
    private static final Pattern ITALIC = command("mathit|textit|it|emph");
    private static final Pattern CALLIGRAPHIC = command("mathcal|cal");
    private static final Pattern FRAKTUR = command("mathfrak|textfrak|frak|mathboldfrak|textboldfrak|Re|Im");
    private static final Pattern SANS_SERIF = command("mathsf|textsf|mathsfit|sf");

    private static final List<Font> FONTS = List.of(
            new Font("KaTeX_Main-Regular"),
            new Font("KaTeX_Math-Italic"),
            new Font("KaTeX_AMS-Regular"),
            new Font("KaTeX_Size1-Regular"),
            new Font("KaTeX_Size2-Regular"),
            new Font("KaTeX_Size3-Regular"),
            new Font("KaTeX_Size4-Regular"),
            new Font("KaTeX_Main-Bold", BOLD),
            new Font("KaTeX_Main-Italic", ITALIC),
            new Font("KaTeX_Main-BoldItalic", BOLD, ITALIC),
            new Font("KaTeX_Math-BoldItalic", BOLD),
            new Font("KaTeX_Caligraphic-Regular", CALLIGRAPHIC),
            new Font("KaTeX_Caligraphic-Bold", CALLIGRAPHIC, BOLD),
            new Font("KaTeX_Fraktur-Regular", FRAKTUR),
            new Font("KaTeX_Fraktur-Bold", FRAKTUR, BOLD),
            new Font("KaTeX_SansSerif-Regular", SANS_SERIF),
            new Font("KaTeX_SansSerif-Bold", SANS_SERIF, BOLD),
            new Font("KaTeX_SansSerif-Italic", SANS_SERIF, command("mathsfit|mathit|textit|it|emph")),
            new Font("KaTeX_Script-Regular", command("mathscr")),
            new Font("KaTeX_Typewriter-Regular", command("mathtt|texttt|tt|verb")));

    private Katex() {}

    /** A font file, and the commands that all have to stand in one formula before the font is needed. */
    private record Font(String name, List<Pattern> commands) {
        Font(String name, Pattern... commands) {
            this(name, List.of(commands));
        }

        boolean isNeededBy(Collection<String> formulas) {
            return commands.isEmpty()
                    || formulas.stream()
                            .anyMatch(tex -> commands.stream()
                                    .allMatch(command -> command.matcher(tex).find()));
        }
    }

    private static Pattern command(String names) {
        return Pattern.compile("\\\\(?:" + names + ")(?![A-Za-z])");
    }

    /** The program, which defines {@code katex}. */
    static String script() {
        return Resources.text(home() + "dist/katex.min.js");
    }

    /** The style sheet with the fonts that these formulas use inside it, and without the others. */
    static String style(Collection<String> formulas) {
        String home = home();
        List<String> needed = FONTS.stream()
                .filter(font -> font.isNeededBy(formulas))
                .map(Font::name)
                .toList();
        return FONT_FACE
                .matcher(Resources.text(home + "dist/katex.min.css"))
                .replaceAll(face -> needed.contains(face.group(2))
                        ? Matcher.quoteReplacement(inlined(face.group(1), home + "dist/fonts/" + face.group(2)))
                        : "");
    }

    private static String inlined(String description, String font) {
        String data = Base64.getEncoder().encodeToString(Resources.bytes(font + ".woff2"));
        return "@font-face{" + description + "src:url(data:font/woff2;base64," + data + ") format(\"woff2\")}";
    }

    /** The licences of the program and of its fonts. */
    static String licences() {
        return "KaTeX\n\n" + Resources.text(home() + "LICENSE") + "\n\n" + Resources.text("fonts-license.txt");
    }

    /** The folder in the jar; the jar itself knows its version. */
    static String home() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text(PROPERTIES)));
        } catch (IOException e) {
            throw new UncheckedIOException(PROPERTIES + " cannot be read", e);
        }
        return "/META-INF/resources/webjars/katex/" + properties.getProperty("version") + "/";
    }
}
