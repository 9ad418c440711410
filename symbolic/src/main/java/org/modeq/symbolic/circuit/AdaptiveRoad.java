package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;

/**
 * The two ways to the modified equation of an adaptive method.
 *
 * <p>{@link #SLOW}: β fixed, the field on θ alone after the transient, a series in h whose terms grow as h(1 + τ). {@link #SCALED}:
 * κ = (1 − β)/h fixed, the averages are states: m ← m + hκ₁(g − m), v ← v + hκ₂(g² − v), θ ← θ − hU(m, v), a sequence of
 * Euler steps on (θ, m, v) whose series does not see how long the memory is and which leaves out no transient.
 */
public enum AdaptiveRoad {
    /** β fixed: the field on θ. */
    SLOW,
    /** κ = (1 − β)/h fixed: the field on θ and the averages. */
    SCALED;

    private static final Map<String, List<String>> SEQUENCES =
            Map.of("adam", List.of("M", "V", "T"), "adamw", List.of("M", "V", "T"), "rmsprop", List.of("V", "T"));

    /**
     * Reads the road.
     *
     * @param text {@code slow} or {@code scaled}
     * @return the road
     * @throws IllegalArgumentException if it is neither
     */
    public static AdaptiveRoad parse(String text) {
        return switch (text) {
            case "slow" -> SLOW;
            case "scaled" -> SCALED;
            default ->
                throw new IllegalArgumentException("given the road '" + text
                        + "', expected slow (beta fixed, the field on theta) or scaled ((1-beta)/h fixed, the field on theta and the"
                        + " averages)");
        };
    }

    /**
     * Whether a method has the scaled road.
     *
     * @param method the optimizer
     * @return whether {@link #scaled} gives its steps
     */
    public static boolean hasScaled(AdaptiveMethod method) {
        return SEQUENCES.containsKey(method.name());
    }

    /**
     * The steps of a method whose κ are fixed.
     *
     * @param method the optimizer
     * @return the sequence M, V, T of Euler steps
     * @throws IllegalArgumentException if the method is not such a sequence
     */
    public static EulerSteps<?> scaled(AdaptiveMethod method) {
        List<String> steps = Optional.ofNullable(SEQUENCES.get(method.name()))
                .orElseThrow(() -> new IllegalArgumentException("given --road scaled for " + method.name()
                        + ", expected adam, adamw or rmsprop: with (1-beta)/h fixed the step of " + method.name()
                        + " is no sequence of Euler steps; take --road slow"));
        for (Memory memory : method.memories()) {
            if (method.given().containsKey(memory.beta())) {
                throw new IllegalArgumentException("given --road scaled with " + memory.beta() + " = "
                        + method.given().get(memory.beta())
                        + ", expected no value: on this road kappa = (1-beta)/h is fixed"
                        + " and stands in the fields");
            }
        }
        if (Methods.parse("sequence:" + String.join(",", steps), MethodParameters.NONE)
                instanceof EulerSteps<?> sequence) {
            return sequence;
        }
        throw new AssertionError(method);
    }

    /**
     * The fields of the scaled road on the state (θ, m, v).
     *
     * @param method the optimizer
     * @return the field by its name, as a formula in plain text
     * @throws IllegalArgumentException if the method is not such a sequence
     */
    public static SortedMap<String, String> fields(AdaptiveMethod method) {
        List<String> names = SEQUENCES.getOrDefault(method.name(), List.of());
        SortedMap<String, String> fields = new TreeMap<>();
        for (String name : names) {
            fields.put(
                    name,
                    switch (name) {
                        case "M" -> "m' = κ₁(∇L(θ)−m), κ₁ = (1−β₁)/h";
                        case "V" -> "v' = κ₂(∇L(θ)⊙∇L(θ)−v), κ₂ = (1−β₂)/h";
                        default ->
                            "θ' = −U(" + (names.contains("M") ? "m" : "∇L(θ)") + ",v)"
                                    + (method.hasDecay() ? " − λθ" : "")
                                    + ", U(m,v) = m/"
                                    + (method.place() == EpsilonPlace.INSIDE ? "√(v+ε)" : "(√v+ε)");
                    });
        }
        return fields;
    }

    /**
     * What the scaled road is.
     *
     * @param method the optimizer
     * @return one line of plain text
     */
    public static String scaledNote(AdaptiveMethod method) {
        List<String> steps = SEQUENCES.getOrDefault(method.name(), List.of());
        return "road scaled, (1−β)/h fixed: one step is an Euler step on " + String.join(", then on ", steps)
                + ", and θ stands for the state (θ" + (steps.contains("M") ? ",m" : "")
                + ",v); no transient is left out, without bias correction; [f,g] = g′f − f′g; time h per step";
    }

    /**
     * What the slow road is, with the size of each τ.
     *
     * @param method the optimizer
     * @return one line of plain text
     */
    public static String slowNote(AdaptiveMethod method) {
        List<String> ages = new ArrayList<>();
        for (Memory memory : method.memories()) {
            String index = memory.beta().substring("beta".length());
            String age = age(method, memory).map(Rational::toString).orElse("beta" + index + "/(1-beta" + index + ")");
            ages.add("τ" + index + " = " + age);
        }
        return "road slow, β fixed: a series in hτ with " + String.join(", ", ages);
    }

    /**
     * Where the slow road serves, and which serves beyond.
     *
     * @param method the optimizer
     * @return one line of plain text
     */
    public static String slowRange(AdaptiveMethod method) {
        List<Rational> ages = method.memories().stream()
                .map(memory -> age(method, memory))
                .flatMap(Optional::stream)
                .toList();
        Rational longest = ages.stream().max(Rational::compareTo).orElse(Rational.ZERO);
        String bound = ages.size() == method.memories().size()
                ? "h ‖∂u/∂θ‖ is well below 1/(1+τ) = " + Rational.ONE.divide(Rational.ONE.add(longest))
                : "h (1+τ) ‖∂u/∂θ‖ is well below 1";
        return "it serves where " + bound
                + (SEQUENCES.containsKey(method.name()) ? "; beyond that take --road scaled" : "");
    }

    private static Optional<Rational> age(AdaptiveMethod method, Memory memory) {
        return Optional.ofNullable(method.given().get(memory.beta()))
                .map(beta -> beta.divide(Rational.ONE.subtract(beta)));
    }
}
