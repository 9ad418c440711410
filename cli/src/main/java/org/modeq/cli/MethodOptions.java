package org.modeq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.problem.MissingFile;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;
import org.modeq.symbolic.ring.Rational;
import picocli.CommandLine.Option;

/** What is given of a method besides its name. */
final class MethodOptions {
    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter, as beta=9/10; those not given stay symbols.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--substeps",
            paramLabel = "M,K,...",
            description = "The sub-steps of each player of a game, numbers or symbols.")
    private String substeps = "";

    /** Reads a method: a name of the list, or {@code rk:FILE}. */
    Method<?> read(String text) {
        MethodParameters parameters = new MethodParameters(rationals(), repetitions());
        if (text.startsWith("rk:")) {
            Path file = Path.of(text.substring("rk:".length()));
            if (Files.isRegularFile(file)) {
                requireNothing(text, "a tableau from a file");
                return TableauReader.read(file);
            }
            requireNoPath(file);
        }
        if (AdaptiveMethods.isNamed(text) || text.equals("sgd") || text.startsWith(CircuitForms.PREFIX)) {
            throw new IllegalArgumentException(
                    "given " + text + ", expected a method whose series is one over the trees"
                            + " of its fields, as gd; derive, evaluate and validate take " + text);
        }
        return Methods.parse(text, parameters);
    }

    /** What looks like a file and is none is told where it was looked for. */
    private static void requireNoPath(Path file) {
        if (file.toString().matches(".*(/|\\\\|\\.ya?ml$|\\.json$).*")) {
            throw MissingFile.of(file);
        }
    }

    /** Reads a method whose parameters are all given. */
    Method<Rational> readRational(String text) {
        return Methods.requireRational(read(text));
    }

    /** The values of the parameters of a method that has no players. */
    SortedMap<String, Rational> parametersAlone(String method) {
        if (!substeps.isEmpty()) {
            throw new IllegalArgumentException("given --substeps " + substeps
                    + ", expected none; only game:alternating has sub-steps, not " + method);
        }
        return rationals();
    }

    /** A tableau in a file is all numbers, and sgd has neither parameters nor players. */
    void requireNothing(String method, String what) {
        String given =
                !values.isEmpty() ? "--param " + values.keySet().iterator().next() : "--substeps " + substeps;
        if (!values.isEmpty() || !substeps.isEmpty()) {
            throw new IllegalArgumentException("given " + given + " for " + method + ", expected none; " + what
                    + " has no parameters and no players: leave it out");
        }
    }

    private SortedMap<String, Rational> rationals() {
        SortedMap<String, Rational> rationals = new TreeMap<>();
        values.forEach((name, value) -> {
            try {
                rationals.put(name, Rational.parse(value));
            } catch (IllegalArgumentException notRational) {
                throw new IllegalArgumentException(
                        "given --param " + name + "=" + value + ": " + notRational.getMessage(), notRational);
            }
        });
        return rationals;
    }

    private List<Repetition> repetitions() {
        if (substeps.isEmpty()) {
            return List.of();
        }
        try {
            return Arrays.stream(substeps.split(",", -1))
                    .map(String::strip)
                    .map(Repetition::parse)
                    .toList();
        } catch (IllegalArgumentException notRepetitions) {
            throw new IllegalArgumentException(
                    "given --substeps " + substeps
                            + ", expected numbers of at least 1 or symbols, with commas, as 2,1 or m,k",
                    notRepetitions);
        }
    }
}
