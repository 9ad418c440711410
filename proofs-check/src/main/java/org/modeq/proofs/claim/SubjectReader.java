package org.modeq.proofs.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.Repetition;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Reads the optimizer of a claim: {@code method} with {@code parameters}, {@code substeps}, {@code step}, {@code epsilon}. */
final class SubjectReader {
    private static final String SGD = "sgd";

    private final JsonNode claim;

    SubjectReader(JsonNode claim) {
        this.claim = claim;
    }

    /**
     * The optimizer by its name; parameters that are not given stay symbols.
     *
     * @throws IllegalArgumentException if it is none, or a parameter is not of its form
     */
    Subject subject(String name) {
        if (name.equals(SGD)) {
            requireNone(name, "parameters", "substeps", "step", "epsilon");
            return new Subject.Draws();
        }
        if (AdaptiveMethods.isNamed(name)) {
            requireNone(name, "substeps", "step");
            EpsilonPlace place = EpsilonPlace.parse(claim.path("epsilon").asText(EpsilonPlace.OUTSIDE.toString()));
            return new Subject.Adaptive(AdaptiveMethod.parse(name, values(), place)
                    .orElseThrow(() -> new IllegalArgumentException("given the method " + name)));
        }
        requireNone(name, "epsilon");
        return claim.has("momentum") ? momentum(name) : steps(name);
    }

    private Subject momentum(String name) {
        requireNone(name + " with momentum", "substeps", "step");
        String of = claim.path("of").asText("position");
        if (!name.matches("sequence:\\w+(,\\w+)*")
                || !List.of("position", "velocity").contains(of)) {
            throw new IllegalArgumentException("given 'momentum' with " + name + " and 'of: " + of
                    + "', expected method: sequence:A,B and 'of: position' or 'of: velocity'");
        }
        List<Colour> tasks = Arrays.stream(name.substring("sequence:".length()).split(",", -1))
                .map(Colour::new)
                .toList();
        Subject.Momentum steps =
                new Subject.Momentum(claim.path("momentum").asText(), tasks, values(), of.equals("velocity"));
        steps.state(1);
        return steps;
    }

    /** A method whose step is a series over trees. */
    Subject.Steps<?> steps(String name) {
        List<Repetition> substeps = new ArrayList<>();
        claim.path("substeps").forEach(number -> substeps.add(Repetition.parse(number.asText())));
        return steps(Methods.parse(name, new MethodParameters(values(), substeps)));
    }

    private <E> Subject.Steps<E> steps(Method<E> method) {
        if (!claim.has("step")) {
            return Subject.of(method);
        }
        String step = claim.path("step").asText();
        if (!step.matches("\\d{1,6}|" + Subject.Steps.ANY_STEP)) {
            throw new IllegalArgumentException("given step: " + step
                    + ", expected the number of a step of a run from rest, from 0, or n for every step");
        }
        if (!(method instanceof LinearMultistep)) {
            throw new IllegalArgumentException("given step: " + step + " of " + method.name()
                    + ", expected a method with memory such as heavy-ball; leave it out");
        }
        return new Subject.Steps<>(method, Optional.of(step));
    }

    private SortedMap<String, Rational> values() {
        SortedMap<String, Rational> values = new TreeMap<>();
        claim.path("parameters").properties().forEach(entry -> {
            if (!entry.getValue().asText().equals(entry.getKey())) {
                values.put(entry.getKey(), Rational.parse(entry.getValue().asText()));
            }
        });
        return values;
    }

    private void requireNone(String method, String... keys) {
        for (String key : keys) {
            if (claim.has(key)) {
                throw new IllegalArgumentException(
                        "given '" + key + "' for " + method + ", which has none; leave it out");
            }
        }
    }
}
