package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.method.RungeKutta;
import org.modeq.symbolic.method.Tableau;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.tree.Colour;

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

    private static final Map<String, List<String>> SEQUENCES = Map.of(
            "adam", List.of("M", "V", "T"),
            "adamw", List.of("M", "V", "T"),
            "nadam", List.of("M", "V", "T"),
            "rmsprop", List.of("V", "T"));

    private static final String LOOKING_AHEAD = "nadam";

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
     * @return the sequence M, V, T of Euler steps; of nadam with T where m is one more step on M ahead, a Runge–Kutta method
     * @throws IllegalArgumentException if the method is not such a sequence
     */
    public static Method<?> scaled(AdaptiveMethod method) {
        List<String> steps = Optional.ofNullable(SEQUENCES.get(method.name()))
                .orElseThrow(() -> new IllegalArgumentException("given --road scaled for " + method.name()
                        + ", expected adam, adamw, nadam or rmsprop: "
                        + (method.isCentred()
                                ? "the variance v-a*a has no root where the averages begin"
                                : "a sum of updates with (1-beta)/h fixed grows as 1/h, so that one step moves theta by h/(1-beta),"
                                        + " which is not small")
                        + "; take --road slow"));
        for (Memory memory : method.memories()) {
            if (method.given().containsKey(memory.beta())) {
                throw new IllegalArgumentException("given --road scaled with " + memory.beta() + " = "
                        + method.given().get(memory.beta())
                        + ", expected no value: on this road kappa = (1-beta)/h is fixed"
                        + " and stands in the fields");
            }
        }
        return method.name().equals(LOOKING_AHEAD)
                ? lookingAhead()
                : Methods.parse("sequence:" + String.join(",", steps), MethodParameters.NONE);
    }

    /**
     * β₁m + (1−β₁)g is m after one more step on M, so that T is read at Y₄:
     * <pre>
     *   Y₁ = y,   Y₂ = Y₁ + hM(Y₁),   Y₃ = Y₂ + hV(Y₂),   Y₄ = Y₃ + hM(Y₃),   y ← Y₃ + hT(Y₄).
     * </pre>
     */
    private static RungeKutta<Rational> lookingAhead() {
        List<Rational> none = rationals(0, 0, 0, 0);
        List<Rational> first = rationals(1, 0, 0, 0);
        List<Rational> second = rationals(0, 1, 0, 0);
        List<Rational> firstAndThird = rationals(1, 0, 1, 0);
        SortedMap<Colour, Tableau<Rational>> tableaus = new TreeMap<>();
        tableaus.put(new Colour("M"), new Tableau<>(List.of(none, first, first, firstAndThird), first));
        tableaus.put(new Colour("V"), new Tableau<>(List.of(none, none, second, second), second));
        tableaus.put(new Colour("T"), new Tableau<>(List.of(none, none, none, none), rationals(0, 0, 0, 1)));
        return new RungeKutta<>(
                LOOKING_AHEAD, "M, then V, then T one more M ahead", Rationals.RATIONALS, tableaus, new TreeMap<>());
    }

    private static List<Rational> rationals(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Rational::of).toList();
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
                + (method.name().equals(LOOKING_AHEAD) ? " where m is one more step on M ahead" : "")
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
