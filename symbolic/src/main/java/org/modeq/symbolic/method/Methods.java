package org.modeq.symbolic.method;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The methods by the names that the command line and claim files use. A new method is one line here. */
public final class Methods {
    private static final List<Entry> ENTRIES = List.of(
            Entry.of("gd", "gradient descent, one Euler step on f", EulerSteps::gradientDescent),
            new Entry(
                    "sequence:A,B,…",
                    "one step on each task in turn; A*3 or A*n repeats, A/2 is a step of size h/2",
                    (argument, parameters) -> sequence("sequence:A,B,…", argument, parameters)),
            Entry.ofFields("joint:A,B,…", "one step on the sum of the tasks", EulerSteps::joint),
            Entry.ofFields("joint-mean:A,B,…", "one step on the mean of the tasks", EulerSteps::jointMean),
            Entry.ofSchedule(
                    "shuffle:A,B,…",
                    "one step on each task in an order drawn anew every epoch; the mean over the orders; (A,B),(C,D): the"
                            + " tasks, and the batches of each",
                    parts -> RandomSweep.shuffled(Schedule.shuffled(parts))),
            Entry.ofSchedule(
                    "shuffle-within:(A,B),C",
                    "the tasks in this order, the batches of each in an order drawn anew every epoch; the mean",
                    parts -> RandomSweep.shuffled(Schedule.inTurn(parts))),
            Entry.ofSchedule(
                    "shuffle-once:A,B,…",
                    "in an order drawn at the start and kept; the mean of the fields (of a given order: sequence:A,B,…)",
                    parts -> ShuffledOnce.of(Schedule.shuffled(parts))),
            Entry.ofTasks(
                    "resample:A,B,…",
                    "as many steps on tasks drawn independently; the mean over the draws",
                    RandomSweep::resampled),
            Entry.ofParameters("heavy-ball", "momentum, --param beta=9/10", Momentum::heavyBall),
            Entry.ofParameters("nesterov", "Nesterov's momentum, --param beta=9/10", Momentum::nesterov),
            Entry.ofParameters(
                    "ema", "momentum by an exponential average, --param beta=9/10", Momentum::exponentialAverage),
            Entry.ofParameters(
                    "qhm",
                    "quasi-hyperbolic momentum, --param beta=999/1000 --param nu=7/10",
                    LinearMemory::quasiHyperbolic),
            Entry.ofMemory(
                    "aggmo:K",
                    "the mean of K velocities, --param beta1=9/10 --param beta2=99/100",
                    LinearMemory::aggregated),
            Entry.ofMemory(
                    "memory:FILTER",
                    "gradients behind a filter in the delay z, as 'memory:1/(1-beta*z)'; FILTER@ARGUMENT reads them at a"
                            + " filtered point, as Nesterov at @1+beta*(1-z)",
                    LinearMemory::of),
            Entry.ofParameters(
                    "sam", "sharpness-aware, --param rho=2 for a radius of 2h", NamedTableaus::sharpnessAware),
            Entry.ofParameters("weight-decay", "fields f and w(θ) = −θ, --param lambda=1/100", WeightDecay::of),
            Entry.of("extragradient", "a step along the field one step ahead", NamedTableaus::extragradient),
            new Entry("rk:NAME", "Runge-Kutta: " + String.join(", ", NamedTableaus.names()), Methods::rungeKutta),
            Entry.of("symplectic-euler", "fields p (implicit) and q", NamedTableaus::symplecticEuler),
            Entry.of("stormer-verlet", "fields p and q", NamedTableaus::stormerVerlet),
            new Entry(
                    "splitting:A/2,B,A/2",
                    "the exact flow of each field in turn",
                    (argument, parameters) -> splitting("splitting:A/2,B,A/2", argument, parameters)),
            Entry.of("avf", "the average vector field method", Collocation::averageVectorField),
            new Entry(
                    "game:alternating",
                    "also game:simultaneous; players A, B or named behind a colon; --param vA=1, --substeps 2,1",
                    Methods::game));

    private Methods() {}

    /** Makes a method from what stands behind its colon (empty without one) and from what is given besides. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Makes the method.
         *
         * @param argument what stands behind the colon
         * @param parameters what is given besides
         * @return the method
         * @throws IllegalArgumentException if one of them is not of the method's form
         */
        Method<?> read(Optional<String> argument, MethodParameters parameters);
    }

    /**
     * One line of the list of methods.
     *
     * @param usage how it is written
     * @param summary what it does
     * @param reader makes the method
     */
    public record Entry(String usage, String summary, Reader reader) {
        private static Entry of(String name, String summary, Supplier<Method<?>> method) {
            return new Entry(name, summary, (argument, parameters) -> {
                requireNoArgument(name, argument);
                requireNone(name, parameters);
                return method.get();
            });
        }

        private static Entry ofParameters(
                String name, String summary, Function<SortedMap<String, Rational>, Method<?>> method) {
            return new Entry(name, summary, (argument, parameters) -> {
                requireNoArgument(name, argument);
                requireNoSubsteps(name, parameters);
                return method.apply(parameters.values());
            });
        }

        private static Entry ofMemory(
                String usage, String summary, BiFunction<String, SortedMap<String, Rational>, Method<?>> method) {
            return new Entry(usage, summary, (argument, parameters) -> {
                requireNoSubsteps(usage.split(":", 2)[0], parameters);
                return method.apply(argument.orElse(""), parameters.values());
            });
        }

        private static Entry ofFields(
                String usage, String summary, Function<List<Colour>, EulerSteps<Rational>> method) {
            return new Entry(usage, summary, (argument, parameters) -> {
                String keyword = usage.split(":", 2)[0];
                requireNone(keyword, parameters);
                String text = argument.orElse("").replaceAll("\\s", "");
                return method.apply(FieldList.fields(usage, text)).named(keyword + ":" + text);
            });
        }

        private static Entry ofTasks(String usage, String summary, Function<List<Colour>, Method<?>> method) {
            return new Entry(usage, summary, (argument, parameters) -> {
                requireNone(usage.split(":", 2)[0], parameters);
                return method.apply(FieldList.fields(usage, argument.orElse("").replaceAll("\\s", "")));
            });
        }

        private static Entry ofSchedule(String usage, String summary, Function<List<Schedule>, Method<?>> method) {
            return new Entry(usage, summary, (argument, parameters) -> {
                requireNone(usage.split(":", 2)[0], parameters);
                return method.apply(Schedule.parse(usage, argument.orElse("").replaceAll("\\s", "")));
            });
        }

        /** {@return the name before the colon} */
        public String keyword() {
            return usage.split(":", 2)[0];
        }
    }

    private static void requireNoArgument(String name, Optional<String> argument) {
        if (argument.isPresent()) {
            throw new IllegalArgumentException("given '" + name + ":" + argument.get() + "', expected '" + name
                    + "' alone; its fields have fixed names");
        }
    }

    private static void requireNone(String name, MethodParameters parameters) {
        if (!parameters.values().isEmpty()) {
            throw new IllegalArgumentException("given the parameters "
                    + parameters.values().keySet() + ", expected none; " + name + " has no parameters");
        }
        requireNoSubsteps(name, parameters);
    }

    private static void requireNoSubsteps(String name, MethodParameters parameters) {
        if (!parameters.substeps().isEmpty()) {
            throw new IllegalArgumentException("given the sub-steps " + parameters.substeps()
                    + ", expected none; only game:alternating has sub-steps, not " + name);
        }
    }

    private static Method<?> rungeKutta(Optional<String> argument, MethodParameters parameters) {
        requireNone("rk", parameters);
        return NamedTableaus.of(argument.orElse(""));
    }

    private static Method<?> game(Optional<String> argument, MethodParameters parameters) {
        String[] parts = argument.orElse("").split(":", 2);
        List<Colour> players = FieldList.fields("game:alternating:A,B", parts.length == 2 ? parts[1] : "A,B");
        return switch (parts[0]) {
            case "simultaneous" -> Games.simultaneous(players, parameters);
            case "alternating" -> Games.alternating(players, parameters);
            default ->
                throw new IllegalArgumentException("given 'game:" + argument.orElse("")
                        + "', expected game:simultaneous or game:alternating, with the players behind another colon if they are"
                        + " not A and B");
        };
    }

    /** {@return every method with its usage, in the order of the documentation} */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * Reads a method that is given by its name alone; its parameters stay symbols.
     *
     * @param text for example {@code gd} or {@code sequence:A*3,B*2}
     * @return the method
     * @throws IllegalArgumentException if there is no such method or its argument is not of its form
     */
    public static Method<?> parse(String text) {
        return parse(text, MethodParameters.NONE);
    }

    /**
     * Reads a method.
     *
     * @param text for example {@code gd} or {@code heavy-ball}
     * @param parameters what is given besides
     * @return the method
     * @throws IllegalArgumentException if there is no such method or what is given is not of its form
     */
    public static Method<?> parse(String text, MethodParameters parameters) {
        String[] parts = text.strip().split(":", 2);
        Optional<String> argument = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        for (Entry entry : ENTRIES) {
            if (entry.keyword().equals(parts[0])) {
                return entry.reader().read(argument, parameters);
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

    /**
     * Reads a method whose coefficients are numbers.
     *
     * @param text for example {@code gd} or {@code heavy-ball}
     * @param parameters what is given besides; all parameters of the method
     * @return the method
     * @throws IllegalArgumentException if there is no such method, what is given is not of its form, or a parameter is left
     */
    public static Method<Rational> parseRational(String text, MethodParameters parameters) {
        return requireRational(parse(text, parameters));
    }

    /**
     * A method known to have numbers for coefficients.
     *
     * @param method the method
     * @return the same method
     * @throws IllegalArgumentException if some of its parameters are symbols
     */
    @SuppressWarnings("unchecked") // the ring is the field of rationals
    public static Method<Rational> requireRational(Method<?> method) {
        if (method.ring() != RATIONALS) {
            throw new IllegalArgumentException("given " + method.name() + " with the parameters "
                    + method.parameters().keySet() + " as symbols, expected numbers for them; add --param NAME=VALUE");
        }
        return (Method<Rational>) method;
    }

    /**
     * Reads a method without parameters.
     *
     * @param text for example {@code gd} or {@code sequence:A,B}
     * @return the method
     * @throws IllegalArgumentException if there is no such method or it has parameters
     */
    public static Method<Rational> parseRational(String text) {
        return parseRational(text, MethodParameters.NONE);
    }

    private static Method<?> sequence(String usage, Optional<String> argument, MethodParameters parameters) {
        requireNoSubsteps("sequence", parameters);
        String text = argument.orElse("").replaceAll("\\s", "");
        List<FieldList.Item> items = FieldList.items(usage, text);
        List<Repetition> times = items.stream().map(FieldList.Item::times).toList();
        return EulerRuns.sweep("sequence:" + text, List.of(), times, parameters, new EulerRuns.Recipe() {
            @Override
            public <E> List<EulerRuns.Run<E>> of(ParameterSource<E> source) {
                return items.stream()
                        .map(item -> new EulerRuns.Run<>(
                                EulerSteps.Step.on(item.field(), source.ring().of(item.factor())),
                                item.times().in(source)))
                        .toList();
            }
        });
    }

    private static Method<?> splitting(String usage, Optional<String> argument, MethodParameters parameters) {
        requireNone("splitting", parameters);
        String text = argument.orElse("").replaceAll("\\s", "");
        List<Splitting.Part> parts = new ArrayList<>();
        for (FieldList.Item item : FieldList.items(usage, text)) {
            parts.addAll(FieldList.repeated(item, new Splitting.Part(item.field(), item.factor())));
        }
        return new Splitting("splitting:" + text, parts);
    }
}
