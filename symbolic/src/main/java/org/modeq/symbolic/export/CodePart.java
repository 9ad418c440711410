package org.modeq.symbolic.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.NearestWord;

/** Which functions an exported file has. */
public enum CodePart {
    /** {@code modified_field}, {@code terms}, {@code lie_bracket} and, where fields are those of losses, {@code modified_loss}. */
    FIELD,
    /** {@code modified_loss} alone. */
    LOSS,
    /** {@code terms} alone. */
    TERMS;

    /**
     * Reads the name of a part.
     *
     * @param name {@code field}, {@code loss} or {@code terms}
     * @return the part
     * @throws IllegalArgumentException if it is none of these
     */
    public static CodePart parse(String name) {
        return Arrays.stream(values())
                .filter(part -> part.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown part '" + name + "' of a series, expected "
                        + Arrays.stream(values()).map(CodePart::toString).collect(Collectors.joining(", "))
                        + NearestWord.hint(
                                name,
                                Arrays.stream(values()).map(CodePart::toString).toList())));
    }

    /** {@return the name in lower case, as the command line writes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
