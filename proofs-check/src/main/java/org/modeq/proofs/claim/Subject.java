package org.modeq.proofs.claim;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.method.Clock;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.TransientStep;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.tree.Colour;

/** The optimizer that a claim is about. */
public sealed interface Subject {
    /**
     * An optimizer whose step is a series over trees, on its slow manifold if it has memory.
     *
     * @param method the optimizer
     * @param <E> its coefficients
     * @return the optimizer as the subject of a claim
     */
    static <E> Steps<E> of(Method<E> method) {
        return new Steps<>(method, OptionalInt.empty());
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
     * @param step of a run from rest the number n of the step, the first being 0; empty on the slow manifold
     * @param <E> its coefficients
     */
    record Steps<E>(Method<E> method, OptionalInt step) implements Subject {
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
            return method.parameters();
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
        public ModifiedEquation<E> equation(int order) {
            return step.isPresent()
                    ? TransientStep.equation(method, step.getAsInt(), order)
                    : ModifiedEquation.of(method, order);
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
