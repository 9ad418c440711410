package org.modeq.cli.terminal;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the place that a command writes to can show.
 *
 * @param isAscii whether it shows ASCII alone
 * @param columns its width, 100 where it is not known
 * @param isColoured whether colours are wanted
 */
public record Terminal(boolean isAscii, int columns, boolean isColoured) {
    private static final int USUAL_COLUMNS = 100;

    /** Unicode without colours, 100 columns wide: what a file or a pipe gets. */
    public static final Terminal PLAIN = new Terminal(false, USUAL_COLUMNS, false);

    /** What Java says where no locale is set. */
    private static final String UNSAID = "ANSI_X3.4-1968";

    private static final int NARROWEST = 20;
    private static final int WIDEST = 100_000;

    /**
     * The terminal of a process.
     *
     * <p>The locale says by its name whether it has Unicode ({@code LC_ALL}, or else {@code LC_CTYPE}, or else {@code LANG});
     * {@code C} and {@code POSIX} have not. Where the name says nothing of a charset, Java is asked. A process without any locale,
     * as in a container, writes for a program or a terminal of today: Unicode. The width is that of
     * {@code COLUMNS}, or else what the launcher has found ({@code modeq.columns}). Colours are for a terminal
     * ({@code modeq.colours}, set by the launcher), never if {@code NO_COLOR} is set or {@code TERM} is {@code dumb}.
     *
     * @param environment the variables of the environment
     * @param property a property of the virtual machine by its name, empty if it is not set
     * @return the terminal
     */
    public static Terminal of(Map<String, String> environment, UnaryOperator<String> property) {
        int columns = Stream.of(environment.getOrDefault("COLUMNS", ""), property.apply("modeq.columns"))
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .mapToInt(Integer::parseInt)
                .filter(width -> width >= NARROWEST && width <= WIDEST)
                .findFirst()
                .orElse(USUAL_COLUMNS);
        boolean isPlain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean isColoured = property.apply("modeq.colours").equals("true") && !isPlain;
        return new Terminal(!hasUnicode(environment, property), columns, isColoured);
    }

    /**
     * This terminal as a command line asks for it.
     *
     * @param arguments the command line, of which {@code --ascii} and {@code --colour} are read
     * @return the terminal in ASCII, or with or without colours, if that is asked for
     */
    public Terminal asked(List<String> arguments) {
        ColourChoice colour = ColourChoice.of(arguments);
        boolean isPainted = colour == ColourChoice.ALWAYS || (isColoured && colour == ColourChoice.AUTO);
        return new Terminal(isAscii || arguments.contains("--ascii"), columns, isPainted);
    }

    private static boolean hasUnicode(Map<String, String> environment, UnaryOperator<String> property) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        if (locale.equals("C") || locale.equals("POSIX")) {
            return false;
        }
        if (locale.isEmpty() && javas(property).equals(UNSAID)) {
            return true;
        }
        int dot = locale.indexOf('.');
        return isUnicode(dot >= 0 ? locale.substring(dot + 1).replaceFirst("@.*", "") : javas(property));
    }

    /** The charset that Java would write in: JDK 17 says the second alone. */
    private static String javas(UnaryOperator<String> property) {
        return Stream.of("stdout.encoding", "native.encoding")
                .map(property)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Charset.defaultCharset().name());
    }

    private static boolean isUnicode(String charset) {
        return charset.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8");
    }
}
