package org.modeq.symbolic.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.modeq.symbolic.method.NearestWord;

/** What a series is exported to. All are Python; they differ in who differentiates. */
public enum CodeLanguage {
    /** PyTorch 1.13 and later: losses of a tensor or a list of tensors, nested reverse mode. */
    PYTORCH,
    /** JAX: losses of a pytree, forward over reverse mode; may be traced. */
    JAX,
    /** NumPy, which does not differentiate: the caller gives derivatives of fields along directions. */
    NUMPY;

    /**
     * Reads the name of a language.
     *
     * @param name {@code pytorch}, {@code jax} or {@code numpy}
     * @return the language
     * @throws IllegalArgumentException if it is none of these
     */
    public static CodeLanguage parse(String name) {
        return Arrays.stream(values())
                .filter(language -> language.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown language '" + name + "', expected "
                        + Arrays.stream(values()).map(CodeLanguage::toString).collect(Collectors.joining(", "))
                        + NearestWord.hint(
                                name,
                                Arrays.stream(values())
                                        .map(CodeLanguage::toString)
                                        .toList())));
    }

    /** Whether it wants losses, and not derivatives of fields. */
    boolean takesLosses() {
        return this != NUMPY;
    }

    /** {@return the name in lower case, as the command line writes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
