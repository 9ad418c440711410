package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.modeq.symbolic.tree.Colour;

/** The methods by the names that the command line and claim files use. A new method is one line here. */
public final class Methods {
    private static final int LONGEST_SWEEP = 10_000;

    private static final List<Entry> ENTRIES = List.of(
            Entry.of("gd", "gradient descent, one Euler step on f", EulerSteps::gradientDescent),
            Entry.ofFields("sequence:A,B,…", "one step on each task in turn; A*3 repeats", EulerSteps::sequence),
            Entry.ofFields("joint:A,B,…", "one step on the sum of the tasks", EulerSteps::joint),
            Entry.ofFields("joint-mean:A,B,…", "one step on the mean of the tasks", EulerSteps::jointMean));

    private Methods() {}

    /**
     * One line of the list of methods.
     *
     * @param usage how it is written
     * @param summary what it does
     * @param reader makes the method of what stands behind the colon, empty where there is no colon
     */
    public record Entry(String usage, String summary, Function<Optional<String>, Method> reader) {
        private static Entry of(String name, String summary, Supplier<Method> method) {
            return new Entry(name, summary, argument -> {
                if (argument.isPresent()) {
                    throw new IllegalArgumentException("given '" + name + ":" + argument.get() + "', expected '" + name
                            + "' alone; it has one field, f");
                }
                return method.get();
            });
        }

        private static Entry ofFields(String usage, String summary, Function<List<Colour>, EulerSteps> method) {
            return new Entry(usage, summary, argument -> {
                String text = argument.orElse("").replaceAll("\\s", "");
                return method.apply(fields(usage, text)).named(usage.split(":", 2)[0] + ":" + text);
            });
        }

        /** {@return the name before the colon} */
        public String keyword() {
            return usage.split(":", 2)[0];
        }
    }

    /** {@return every method with its usage, in the order of the documentation} */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * Reads a method.
     *
     * @param text for example {@code gd} or {@code sequence:A*3,B*2}
     * @return the method
     * @throws IllegalArgumentException if there is no such method or its argument is not of its form
     */
    public static Method parse(String text) {
        String[] parts = text.strip().split(":", 2);
        Optional<String> argument = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        for (Entry entry : ENTRIES) {
            if (entry.keyword().equals(parts[0])) {
                return entry.reader().apply(argument);
            }
        }
        String nearest = NearestWord.to(
                        parts[0], ENTRIES.stream().map(Entry::keyword).toList())
                .map(word -> "did you mean " + word + "? ")
                .orElse("");
        throw new IllegalArgumentException("unknown method '" + text + "', expected one of "
                + String.join(", ", ENTRIES.stream().map(Entry::usage).toList()) + "; " + nearest
                + "see 'modeq derive --help'");
    }

    /** Reads {@code A,B*2,A}: fields with repetitions. */
    private static List<Colour> fields(String usage, String text) {
        List<Colour> fields = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] factors = part.strip().split("\\*", -1);
            boolean badRepetition = factors.length == 2 && !factors[1].matches("\\d{1,9}");
            if (factors.length > 2 || factors[0].isBlank() || badRepetition) {
                throw new IllegalArgumentException("given '" + part + "' in the list of fields '" + text
                        + "', expected a name, or a name with a repetition as in A*3; write " + usage);
            }
            int times = factors.length == 2 ? Integer.parseInt(factors[1]) : 1;
            if (times < 1 || fields.size() + times > LONGEST_SWEEP) {
                throw new IllegalArgumentException(
                        "given '" + part + "', expected a repetition of at least 1 and at most " + LONGEST_SWEEP
                                + " steps in all; shorten the sequence");
            }
            fields.addAll(Collections.nCopies(times, new Colour(factors[0].strip())));
        }
        return fields;
    }
}
