package org.modeq.symbolic.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;

/** The adaptive methods by name. A new one is one entry of {@link #ENTRIES}. */
public final class AdaptiveMethods {
    private static final Memory FIRST = new Memory("beta1");
    private static final Memory SECOND = new Memory("beta2");
    private static final Memory THIRD = new Memory("beta3");
    private static final String SQUARES = "v = average of q = g⊙g (β₂)";

    private static final String SMOOTH_SIGN =
            "g/√(g²+ε), which is adam --epsilon inside --param beta1=0 --param beta2=0";

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "adam",
                    "Adam; --param beta1=9/10 --param beta2=999/1000 --param eps=1/1000, --epsilon inside|outside",
                    circuit(Filter.average(FIRST), Filter.IDENTITY, false),
                    List.of(FIRST, SECOND),
                    "m = average of g = ∇L(θ) (β₁), " + SQUARES),
            new Entry(
                    "adamw",
                    "Adam with decoupled weight decay, --param lambda=1/100",
                    circuit(Filter.average(FIRST), Filter.IDENTITY, true),
                    List.of(FIRST, SECOND),
                    "m = average of g = ∇L(θ) (β₁), " + SQUARES),
            new Entry(
                    "nadam",
                    "Adam with Nesterov's look-ahead of the average",
                    circuit(Filter.lookAheadAverage(FIRST), Filter.IDENTITY, false),
                    List.of(FIRST, SECOND),
                    "m = β₁ a+(1−β₁) g, a = average of g = ∇L(θ) (β₁), " + SQUARES),
            new Entry(
                    "rmsprop",
                    "RMSProp, --param beta2=99/100",
                    circuit(Filter.IDENTITY, Filter.IDENTITY, false),
                    List.of(SECOND),
                    "m = g = ∇L(θ), " + SQUARES),
            new Entry(
                    "rmsprop-momentum",
                    "RMSProp with heavy-ball momentum, --param beta3=9/10",
                    circuit(Filter.IDENTITY, Filter.heavyBall(THIRD), false),
                    List.of(SECOND, THIRD),
                    "m = g = ∇L(θ), " + SQUARES + ", U added up with momentum β₃"),
            new Entry(
                    "rmsprop-centred",
                    "RMSProp with the variance in the denominator; --epsilon inside",
                    centred(),
                    List.of(SECOND),
                    "m = g = ∇L(θ), " + SQUARES + ", a = average of g (β₂)"));

    /** Adaptive methods without a series, with the reason and what to take instead. */
    private static final SortedMap<String, String> REFUSED = new TreeMap<>(Map.of(
            "sign",
            sign("sign descent", SMOOTH_SIGN),
            "signsgd",
            sign("sign descent", SMOOTH_SIGN),
            "lion",
            sign("Lion", "U(c) = c/√(c²+ε²) of its average c, a circuit:FILE of one's own"),
            "clip",
            "clipping has a kink where the norm of the gradient is the bound; below it the step is gd, derive that;"
                    + " a smooth bound is g/√(1+|g|²/c²), a circuit:FILE of one's own",
            "amsgrad",
            "the maximum over all steps has no steady state and no derivative; where v falls it is Adam with a frozen v,"
                    + " and a smooth relative is adam",
            "adagrad",
            "a sum of all squares has no steady state; with h = α² it is sequence:V,T of two Euler steps on (θ,w), w' = g², θ'"
                    + " = −g/√w: derive that, or take rmsprop"));

    private AdaptiveMethods() {}

    /**
     * One line of the list of adaptive methods.
     *
     * @param name how it is written
     * @param summary what it does
     * @param circuit its circuit
     * @param memories its decay rates
     * @param signals what enters U, as text
     */
    public record Entry(String name, String summary, Circuit circuit, List<Memory> memories, String signals) {}

    /** {@return every method, in the order of the documentation} */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static String sign(String name, String surrogate) {
        return name
                + " has U = sign, whose derivatives are 0 and which jumps where a coordinate changes sign: between jumps the"
                + " field is that of the first order, and at them there is no series; a smooth surrogate is "
                + surrogate;
    }

    static Optional<AdaptiveMethod> parse(String text, SortedMap<String, Rational> given, EpsilonPlace place) {
        String reason = REFUSED.get(text);
        if (reason != null) {
            throw new IllegalArgumentException(
                    "given '" + text + "', expected a method that is smooth and has a steady state: " + reason);
        }
        Optional<Entry> entry =
                ENTRIES.stream().filter(known -> known.name().equals(text)).findFirst();
        if (entry.isPresent() && text.equals("rmsprop-centred") && place == EpsilonPlace.OUTSIDE) {
            throw new IllegalArgumentException(
                    "given '" + text + "' with epsilon outside the root, expected --epsilon inside:"
                            + " after the transient the variance v−a⊙a is 0 to lowest order, and a root has no series there");
        }
        return entry.map(known -> new AdaptiveMethod(text, known.circuit(), known.memories(), place, given));
    }

    /**
     * Whether a name is that of an adaptive method, also of one without a series.
     *
     * @param text the name
     * @return whether {@link AdaptiveMethod#parse} knows it
     */
    public static boolean isNamed(String text) {
        return REFUSED.containsKey(text)
                || ENTRIES.stream().anyMatch(entry -> entry.name().equals(text));
    }

    private static Circuit circuit(Filter first, Filter output, boolean decay) {
        String[] updates = decay ? new String[] {"u", "w"} : new String[] {"u"};
        List<CircuitNode> nodes = new ArrayList<>();
        nodes.add(CircuitNode.update("u")
                .reading("m", first, "g")
                .reading("v", Filter.average(SECOND), "q")
                .through(output));
        if (decay) {
            nodes.add(CircuitNode.update("w").ofDegree(1).reading("", Filter.IDENTITY, updates));
        }
        nodes.add(CircuitNode.function("g").reading("", Filter.IDENTITY, updates));
        nodes.add(CircuitNode.function("q").ofDegree(2).reading("", Filter.IDENTITY, "g"));
        return Circuit.of(nodes);
    }

    private static Circuit centred() {
        return Circuit.of(List.of(
                CircuitNode.update("u")
                        .reading("a", Filter.average(SECOND), "g")
                        .reading("m", Filter.IDENTITY, "g")
                        .reading("v", Filter.average(SECOND), "q"),
                CircuitNode.function("g").reading("", Filter.IDENTITY, "u"),
                CircuitNode.function("q").ofDegree(2).reading("", Filter.IDENTITY, "g")));
    }

    static String map(AdaptiveMethod method) {
        String denominator = method.place().denominator(method.isCentred() ? "v−a⊙a" : "v");
        return "θ ← θ − h U(m,v" + (method.isCentred() ? ",a" : "") + ")" + (method.hasDecay() ? " − hλθ" : "")
                + ", U = m/" + (method.place() == EpsilonPlace.OUTSIDE ? "(" + denominator + ")" : denominator);
    }

    static String signals(AdaptiveMethod method) {
        return ENTRIES.stream()
                .filter(entry -> entry.name().equals(method.name()))
                .map(Entry::signals)
                .findFirst()
                .orElse("m and v as the circuit says");
    }

    static String base(AdaptiveMethod method) {
        if (method.isCentred()) {
            return "U(g,g⊙g,g) = g/√ε";
        }
        return "U(g,g⊙g) = g/" + (method.place() == EpsilonPlace.INSIDE ? "√(g²+ε)" : "(|g|+ε)");
    }
}
