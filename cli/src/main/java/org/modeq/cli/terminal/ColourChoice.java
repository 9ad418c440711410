package org.modeq.cli.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When there are colours. */
public enum ColourChoice {
    /** On a terminal. */
    AUTO,
    /** In files and pipes too. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    /**
     * The last one that a command line asks for.
     *
     * @param arguments the command line
     * @return {@link #AUTO} if there is none; what is misspelt is told by the reader of the command line
     */
    static ColourChoice of(List<String> arguments) {
        ColourChoice asked = AUTO;
        for (int n = 0; n < arguments.size(); n++) {
            String word = arguments.get(n);
            boolean isAlone = (word.equals("--colour") || word.equals("--color")) && n + 1 < arguments.size();
            String value = isAlone ? arguments.get(n + 1) : word.replaceFirst("^--colou?r=", "");
            if (isAlone || !value.equals(word)) {
                ColourChoice current = asked;
                asked = Arrays.stream(values())
                        .filter(colour -> colour.toString().equals(value))
                        .findFirst()
                        .orElse(current);
            }
        }
        return asked;
    }

    /**
     * Reads the name of a choice.
     *
     * @param name {@code auto}, {@code always} or {@code never}
     * @return the choice
     * @throws IllegalArgumentException if it is none of these
     */
    public static ColourChoice parse(String name) {
        return Arrays.stream(values())
                .filter(colour -> colour.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "given --colour " + name + ", expected auto, always or never; leave it out for auto"));
    }

    /** {@return the name in lower case, as the command line writes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
