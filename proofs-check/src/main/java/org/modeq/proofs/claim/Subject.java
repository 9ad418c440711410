package org.modeq.proofs.claim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.method.Clock;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The optimizer that a claim is about. */
public sealed interface Subject {
    /** The parameter of momentum. */
    String BETA = "beta";

    /**
     * An optimizer whose step is a series over trees, on its slow manifold if it has memory.
     *
     * @param method the optimizer
     * @param <E> its coefficients
     * @return the optimizer as the subject of a claim
     */
    static <E> Steps<E> of(Method<E> method) {
        return new Steps<>(method, Optional.empty());
    }

    /** {@return how the claim file writes it} */
    String name();

    /** {@return what takes the time h} */
    Clock clock();

    /** {@return the parameters by name with their values, or with their names again where they are symbols} */
    SortedMap<String, String> parameters();

    /** {@return the fields that it follows} */
    SortedSet<Colour> fields();

    /** {@return the polynomials in its parameters that its coefficients are divided by} */
    default List<ParameterPolynomial> divisors() {
        return List.of();
    }

    /**
     * An optimizer whose step is a series over trees.
     *
     * @param method the optimizer
     * @param step of a run from rest the number of the step, the first being 0, or n for every step; empty on the slow manifold
     * @param <E> its coefficients
     */
    record Steps<E>(Method<E> method, Optional<String> step) implements Subject {
        /** The letter for any step. */
        public static final String ANY_STEP = "n";

        @Override
        public String name() {
            return method.name();
        }

        @Override
        public Clock clock() {
            return method.clock();
        }

        @Override
        public SortedMap<String, String> parameters() {
            SortedMap<String, String> parameters = new TreeMap<>(method.parameters());
            step.filter(ANY_STEP::equals).ifPresent(n -> parameters.put(n, n));
            return parameters;
        }

        @Override
        public SortedSet<Colour> fields() {
            return method.fields();
        }

        @Override
        public List<ParameterPolynomial> divisors() {
            return method.ring() instanceof ParameterRing ring ? ring.invertible() : List.of();
        }

        /**
         * The modified equation, of the step if one is given.
         *
         * @param order N ≥ 1
         * @return θ̇ = f̃, or f̃_n
         * @throws IllegalArgumentException if the trees do not fit into memory, or a step is given of a method without memory
         */
        public ModifiedEquation<?> equation(int order) {
            if (step.isEmpty()) {
                return ModifiedEquation.of(method, order);
            }
            return step.get().equals(ANY_STEP)
                    ? TransientStep.equation(method, order)
                    : TransientStep.equation(method, Integer.parseInt(step.get()), order);
        }
    }

    /**
     * Steps with momentum on one task after the other, θ and the velocity v both followed: v ← βv + w f_A(θ), θ ← θ + hv.
     *
     * @param momentum {@code ema} for w = 1 − β, {@code heavy-ball} for w = 1, {@code none}
     * @param tasks the tasks in their order
     * @param given the value of β, or nothing for a symbol
     * @param isVelocity whether the claim is about v, and not about θ
     */
    record Momentum(String momentum, List<Colour> tasks, SortedMap<String, Rational> given, boolean isVelocity)
            implements Subject {
        /**
         * Steps with momentum.
         *
         * @param momentum the momentum
         * @param tasks the tasks
         * @param given the value of β
         * @param isVelocity whether the claim is about v
         */
        public Momentum {
            tasks = List.copyOf(tasks);
            given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        }

        @Override
        public String name() {
            return "sequence:" + tasks.stream().map(Colour::name).collect(Collectors.joining(",")) + " with "
                    + (momentum.equals("none") ? "no" : momentum) + " momentum ("
                    + (isVelocity ? "velocity)" : "position)");
        }

        @Override
        public Clock clock() {
            return Clock.SWEEP;
        }

        @Override
        public SortedMap<String, String> parameters() {
            SortedMap<String, String> parameters = new TreeMap<>();
            if (!momentum.equals("none")) {
                parameters.put(BETA, given.containsKey(BETA) ? String.valueOf(given.get(BETA)) : BETA);
            }
            return parameters;
        }

        @Override
        public SortedSet<Colour> fields() {
            SortedSet<Colour> fields = new TreeSet<>(tasks);
            fields.add(MomentumState.VELOCITY);
            return fields;
        }

        /**
         * The state after the steps.
         *
         * @param order N ≥ 1
         * @return (θ, v)
         * @throws IllegalArgumentException if the momentum or a task is none
         */
        public MomentumState<?> state(int order) {
            MomentumState<?> state = MomentumState.named(momentum, given, order);
            for (Colour task : tasks) {
                state = state.step(task);
            }
            return state;
        }
    }

    /** Gradient descent on losses drawn independently: the field f is their mean, a, b, … are deviations of draws from it. */
    record Draws() implements Subject {
        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public Clock clock() {
            return Clock.STEP;
        }

        @Override
        public SortedMap<String, String> parameters() {
            return Collections.emptySortedMap();
        }

        @Override
        public SortedSet<Colour> fields() {
            return new TreeSet<>(List.of(Colour.F));
        }
    }

    /**
     * An adaptive method after its transient.
     *
     * @param method the optimizer
     */
    record Adaptive(AdaptiveMethod method) implements Subject {
        @Override
        public String name() {
            return method.name();
        }

        @Override
        public Clock clock() {
            return Clock.STEP;
        }

        @Override
        public SortedMap<String, String> parameters() {
            return new TreeMap<>(method.parameters());
        }

        @Override
        public SortedSet<Colour> fields() {
            return new TreeSet<>(List.of(Colour.F));
        }
    }
}
