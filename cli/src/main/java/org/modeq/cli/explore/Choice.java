package org.modeq.cli.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;

/**
 * A method as a page asks for it: {@code method=heavy-ball&param=beta=9/10&order=3&notation=field&as=loss}.
 *
 * <p>Whatever reaches the command line from here has been read first: a name that is no method of the list, such as that of a
 * file, does not get so far.
 *
 * @param name the method as it was written
 * @param given its parameters
 * @param method the method
 * @param order the highest order of a tree
 * @param notation how differentials are written, if not as usual
 * @param form what is asked of the method
 */
record Choice(
        String name, MethodParameters given, Method<?> method, int order, Optional<Notation> notation, Form form) {
    static final int HIGHEST_ORDER = 8;

    /** A form of the modified equation. */
    enum Form {
        /** A sum over trees. */
        FIELD,
        /** Self-corrections and Lie brackets. */
        BRACKETS,
        /** The loss of which the field is minus the gradient, and the rest. */
        LOSS;

        static Form parse(String text) {
            return Arrays.stream(values())
                    .filter(form -> form.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown form '" + text + "', expected field, brackets or loss"));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a method and what is asked of it.
     *
     * @throws IllegalArgumentException if the query is not of that form
     */
    static Choice of(Query query) {
        String name = query.required("method").strip();
        MethodParameters given = given(query);
        return new Choice(
                name,
                given,
                method(name, given),
                query.whole("order", 3, 1, HIGHEST_ORDER),
                query.text("notation").map(Notation::parse),
                query.text("as").map(Form::parse).orElse(Form.FIELD));
    }

    /** The parameters and sub-steps of a query. */
    static MethodParameters given(Query query) {
        List<Repetition> substeps = query.text("substeps").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(text -> Repetition.parse(text.strip()))
                .toList();
        return new MethodParameters(query.parameters(), substeps);
    }

    /** A method of the list. */
    static Method<?> method(String name, MethodParameters given) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("no method given, expected one of the list, as gd or sequence:A,B");
        }
        if (AdaptiveMethods.isNamed(name) || name.startsWith("circuit:") || name.equals("sgd")) {
            throw new IllegalArgumentException("given " + name + ", whose series is not over the trees of a field,"
                    + " expected a method of the list; in a terminal modeq derive has it, see modeq derive --help");
        }
        return Methods.parse(name, given);
    }

    /** A command for this choice, with further words. */
    List<String> command(String command, String... further) {
        List<String> words = new ArrayList<>(List.of(command, name, "--order", "" + order));
        given.values().forEach((parameter, value) -> words.addAll(List.of("--param", parameter + "=" + value)));
        if (!given.substeps().isEmpty()) {
            List<String> each =
                    given.substeps().stream().map(Repetition::toString).toList();
            words.addAll(List.of("--substeps", String.join(",", each)));
        }
        words.addAll(List.of(further));
        return words;
    }

    /** The command that derives this choice in its form and notation, and writes it in a format. */
    List<String> derivation(String format) {
        List<String> words = derivation();
        words.addAll(List.of("--format", format));
        return words;
    }

    /** The command that derives this choice in its form and notation. */
    List<String> derivation() {
        List<String> further = new ArrayList<>();
        if (form != Form.FIELD) {
            further.addAll(List.of("--as", form.toString()));
        }
        // Brackets are written in fields, whatever the notation of the rest of the page.
        notation.filter(written -> form != Form.BRACKETS)
                .ifPresent(written -> further.addAll(List.of("--notation", written.toString())));
        return command("derive", further.toArray(String[]::new));
    }
}
