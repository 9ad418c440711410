package org.modeq.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.modeq.numeric.problem.CircuitReader;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.AdaptiveMethods;
import org.modeq.symbolic.circuit.AdaptiveRoad;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import picocli.CommandLine.Option;

/** What is given of an adaptive method besides its name and parameters. */
final class AdaptiveOptions {
    @Option(
            names = "--epsilon",
            paramLabel = "PLACE",
            description = "Of adam and its relatives: outside for m/(√v+ε), the default, or inside for m/√(v+ε).")
    private Optional<String> place;

    @Option(
            names = "--road",
            paramLabel = "ROAD",
            description =
                    "Of adam and its relatives: slow (the field on θ with β fixed, the default) or scaled (the field on"
                            + " θ and the averages with (1−β)/h fixed).")
    private Optional<String> road;

    @SuppressWarnings("NullAway.Init")
    AdaptiveOptions() {}

    /** Reads an adaptive method; empty if this is a method of another kind, which has none of these options. */
    Optional<AdaptiveMethod> read(String text, MethodOptions options) {
        EpsilonPlace epsilon = place.map(EpsilonPlace::parse).orElse(EpsilonPlace.OUTSIDE);
        road();
        Optional<AdaptiveMethod> method = AdaptiveMethods.isNamed(text)
                ? AdaptiveMethod.parse(text, options.parametersAlone(text), epsilon)
                : Optional.empty();
        if (method.isEmpty() && (place.isPresent() || road.isPresent())) {
            throw new IllegalArgumentException("given " + (place.isPresent() ? "--epsilon" : "--road") + " for " + text
                    + ", expected it for an adaptive method only ("
                    + String.join(
                            ", ",
                            AdaptiveMethods.entries().stream()
                                    .map(AdaptiveMethods.Entry::name)
                                    .toList())
                    + "); leave it out");
        }
        return method;
    }

    /** Reads a circuit from a file; empty if this is a method of another kind. */
    static Optional<CircuitMethod> readCircuit(String text, MethodOptions options) {
        if (!text.startsWith(CircuitForms.PREFIX)) {
            return Optional.empty();
        }
        if (text.equals(CircuitForms.PREFIX)) {
            throw new IllegalArgumentException(
                    "given " + text + " without a file, expected circuit:FILE, as circuit:lion.yaml");
        }
        Path file = Path.of(text.substring(CircuitForms.PREFIX.length()));
        return Optional.of(CircuitReader.read(file, options.parametersAlone(text)));
    }

    AdaptiveRoad road() {
        return road.map(AdaptiveRoad::parse).orElse(AdaptiveRoad.SLOW);
    }
}
