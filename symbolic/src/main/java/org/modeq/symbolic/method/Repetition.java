package org.modeq.symbolic.method;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.modeq.symbolic.ring.Rational;

/**
 * How often a step is repeated: a number, or a symbol that stands for one.
 *
 * @param symbol the symbol, if it is one
 * @param number the number, if it is not
 */
public record Repetition(Optional<String> symbol, int number) {
    private static final Rational MOST = Rational.of(1_000_000_000);
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]\\w*");

    /** Once. */
    public static final Repetition ONCE = of(1);

    /**
     * A repetition.
     *
     * @param symbol the symbol, if it is one
     * @param number the number, if it is not
     * @throws IllegalArgumentException if the number is below 1, or the symbol is not a name or is that of the step size
     */
    public Repetition {
        if (number < 1) {
            throw new IllegalArgumentException("given " + number + " repetitions, expected at least 1");
        }
        symbol.ifPresent(name -> {
            if (!SYMBOL.matcher(name).matches() || name.equals("h")) {
                throw new IllegalArgumentException(
                        "given '" + name
                                + "' for a number of repetitions, expected a whole number or a symbol such as n (h is the step size)");
            }
        });
    }

    /**
     * A number of repetitions.
     *
     * @param number at least 1
     * @return the repetition
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Repetition of(int number) {
        return new Repetition(Optional.empty(), number);
    }

    /**
     * Reads a repetition.
     *
     * @param text a whole number of at most nine digits, or a symbol
     * @return the repetition
     * @throws IllegalArgumentException if it is neither
     */
    public static Repetition parse(String text) {
        return text.matches("\\d{1,9}") ? of(Integer.parseInt(text)) : new Repetition(Optional.of(text), 1);
    }

    /**
     * This repetition with its symbol replaced by a number where one is given.
     *
     * @param values the numbers by symbol
     * @return the repetition
     * @throws IllegalArgumentException if the value given is not a whole number from 1 on
     */
    Repetition given(Map<String, Rational> values) {
        Optional<Rational> value = symbol.map(values::get);
        if (value.isEmpty()) {
            return this;
        }
        Rational times = value.get();
        if (!times.isInteger() || times.signum() <= 0 || times.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("given " + symbol.get() + " = " + times
                    + " for a number of repetitions, expected a whole number from 1 to " + MOST);
        }
        return of(times.numerator().intValueExact());
    }

    /** The repetition as an element of the ring of the parameters. */
    <E> E in(ParameterSource<E> parameters) {
        return symbol.map(parameters::value).orElseGet(() -> parameters.ring().of(Rational.of(number)));
    }

    /** {@return the symbol or the number} */
    @Override
    public String toString() {
        return symbol.orElse(Integer.toString(number));
    }
}
