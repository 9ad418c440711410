package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;

/**
 * The parameters of a method as elements of a ring: numbers where all are given, fractions in symbols otherwise.
 *
 * @param <E> the elements
 */
public interface ParameterSource<E> {
    /** {@return the ring} */
    Ring<E> ring();

    /**
     * The value of a parameter.
     *
     * @param name its name
     * @return its value, or the symbol
     */
    E value(String name);

    /**
     * The reciprocal of a number, or of a polynomial that the ring makes invertible.
     *
     * @param element a
     * @return 1/a
     * @throws IllegalArgumentException if there is none
     */
    E reciprocal(E element);

    /** {@return the parameters by name with their values, or with their names again where they are symbols} */
    SortedMap<String, String> written();

    /**
     * A method that can be built over any ring.
     *
     * @param <M> what is built
     */
    interface Recipe<M> {
        /**
         * Builds the method.
         *
         * @param parameters its parameters
         * @param <E> their ring
         * @return the method
         */
        <E> M build(ParameterSource<E> parameters);
    }

    /**
     * Builds a method over ℚ if all its parameters are given, and over fractions in the others if not.
     *
     * @param method how the method is called
     * @param names its parameters
     * @param given the values given
     * @param invertible polynomials in the parameters that its recurrence divides by
     * @param recipe the method
     * @param <M> what is built
     * @return the method
     * @throws IllegalArgumentException if a value is given for a parameter that the method does not have
     */
    static <M> M build(
            String method,
            List<String> names,
            SortedMap<String, Rational> given,
            List<ParameterPolynomial> invertible,
            Recipe<M> recipe) {
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("given the parameter " + name + ", expected "
                        + (names.isEmpty() ? "none; " + method + " has no parameters" : String.join(", ", names)));
            }
        }
        if (given.keySet().containsAll(names)) {
            return recipe.build(new Numbers(given));
        }
        List<ParameterPolynomial> symbolic = new ArrayList<>();
        for (ParameterPolynomial polynomial : invertible) {
            ParameterPolynomial rest = polynomial.partiallyEvaluated(given);
            if (rest.constant().isEmpty()) {
                symbolic.add(rest);
            }
        }
        return recipe.build(new Symbols(names, given, ParameterRing.of(symbolic)));
    }

    /**
     * All parameters are numbers.
     *
     * @param values their values
     */
    record Numbers(SortedMap<String, Rational> values) implements ParameterSource<Rational> {
        @Override
        public Ring<Rational> ring() {
            return Rationals.RATIONALS;
        }

        @Override
        public Rational value(String name) {
            Rational value = values.get(name);
            if (value == null) {
                throw new AssertionError(name);
            }
            return value;
        }

        @Override
        public Rational reciprocal(Rational element) {
            if (element.isZero()) {
                throw new IllegalArgumentException("given the parameters " + written()
                        + ", where the method divides by 0; choose other values (momentum needs beta other than 1)");
            }
            return element.reciprocal();
        }

        @Override
        public SortedMap<String, String> written() {
            SortedMap<String, String> written = new TreeMap<>();
            values.forEach((name, value) -> written.put(name, value.toString()));
            return written;
        }
    }

    /**
     * Some parameters are symbols.
     *
     * @param names all parameters
     * @param given the values of some
     * @param ring the fractions in the others
     */
    record Symbols(List<String> names, SortedMap<String, Rational> given, ParameterRing ring)
            implements ParameterSource<ParameterFraction> {
        @Override
        public ParameterFraction value(String name) {
            Rational value = given.get(name);
            return value == null ? ring.parameter(name) : ring.of(value);
        }

        @Override
        public ParameterFraction reciprocal(ParameterFraction element) {
            try {
                return ring.reciprocal(element);
            } catch (ArithmeticException impossible) {
                throw new IllegalArgumentException(
                        "given the parameters " + written() + ", where the method divides by " + element
                                + ", which may be 0; give numbers",
                        impossible);
            }
        }

        @Override
        public SortedMap<String, String> written() {
            SortedMap<String, String> written = new TreeMap<>();
            names.forEach(name -> written.put(name, name));
            given.forEach((name, value) -> written.put(name, value.toString()));
            return written;
        }
    }
}
