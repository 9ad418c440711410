package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.evaluate.SeriesProgram;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/**
 * A truncated B-series with a field for each colour, in numbers of any precision: f₁, …, f_N from trees.
 *
 * <p>The rational coefficients never pass through doubles, and each elementary differential is evaluated once, by the same
 * {@linkplain SeriesProgram program} as in doubles.
 *
 * @param <T> the numbers
 */
public final class PreciseSeries<T> {
    private final SeriesProgram program;
    private final SortedMap<Colour, PreciseField<T>> fields;
    private final PreciseField<T> first;

    private PreciseSeries(SeriesProgram program, SortedMap<Colour, PreciseField<T>> fields, PreciseField<T> first) {
        this.program = program;
        this.fields = fields;
        this.first = first;
    }

    /**
     * The evaluator of a series.
     *
     * @param series the field, known to order N
     * @param fields f_c by colour
     * @param <T> the numbers
     * @return the evaluator
     * @throws IllegalArgumentException if a colour of the series has no field, or the fields have several dimensions
     */
    public static <T> PreciseSeries<T> of(BSeriesField<Rational> series, Map<Colour, PreciseField<T>> fields) {
        return of(SeriesProgram.compile(series), fields);
    }

    /**
     * The evaluator of a program.
     *
     * @param program the compiled series
     * @param fields f_c by colour
     * @param <T> the numbers
     * @return the evaluator
     * @throws IllegalArgumentException if a colour of the program has no field, or the fields have several dimensions
     */
    public static <T> PreciseSeries<T> of(SeriesProgram program, Map<Colour, PreciseField<T>> fields) {
        SortedMap<Colour, PreciseField<T>> sorted = new TreeMap<>(fields);
        program.colours().forEach(colour -> field(colour, sorted));
        List<Integer> dimensions =
                sorted.values().stream().map(PreciseField::dimension).distinct().toList();
        if (dimensions.size() != 1) {
            throw new IllegalArgumentException(
                    "given fields of the dimensions " + dimensions + ", expected one dimension");
        }
        return new PreciseSeries<>(program, sorted, sorted.values().iterator().next());
    }

    static <T> PreciseField<T> field(Colour colour, Map<Colour, PreciseField<T>> fields) {
        PreciseField<T> field = fields.get(colour);
        if (field == null) {
            throw new IllegalArgumentException("the method has the field " + colour + " but fields are given for "
                    + new TreeMap<>(fields).keySet() + " only; give " + colour + " a field");
        }
        return field;
    }

    /** {@return N} */
    public int truncationOrder() {
        return program.orders().size();
    }

    /** {@return the dimension of θ} */
    public int dimension() {
        return first.dimension();
    }

    /**
     * The orders of the field at a point.
     *
     * @param theta θ
     * @return f₁(θ), …, f_N(θ), to the precision of the numbers
     * @throws IllegalArgumentException if θ has another dimension
     * @throws ArithmeticException if a function does not exist there or a result is beyond the range of the numbers
     */
    public List<List<T>> orders(List<T> theta) {
        return orders(PreciseJet.column(first.numbers(), JetAlgebra.of(), theta)).stream()
                .map(PreciseJet::constantEntries)
                .toList();
    }

    /**
     * The orders of the field at a jet.
     *
     * @param theta θ, a column over any algebra
     * @return f₁(θ), …, f_N(θ) over the same algebra
     * @throws IllegalArgumentException if θ has another dimension
     */
    public List<PreciseJet<T>> orders(PreciseJet<T> theta) {
        if (theta.rows() != dimension() || theta.columns() != 1) {
            throw new IllegalArgumentException("given a point of dimension " + theta.rows() * theta.columns()
                    + ", expected the dimension " + dimension() + " of the fields");
        }
        SortedMap<Integer, PreciseJet<T>> registers = new TreeMap<>();
        for (SeriesProgram.Instruction instruction : program.instructions()) {
            if (instruction instanceof SeriesProgram.Sweep sweep) {
                run(sweep, theta, registers);
            } else if (instruction instanceof SeriesProgram.Combination combination) {
                registers.put(combination.target(), combined(combination.weights(), theta, registers));
            } else {
                throw new AssertionError(instruction);
            }
        }
        return program.orders().stream()
                .map(weights -> combined(weights, theta, registers))
                .toList();
    }

    /** Dᵏf_c[v₁, …, v_k] over 𝔸 from f_c(θ + Σ εᵢvᵢ) over 𝔸 with more variables. */
    private void run(SeriesProgram.Sweep sweep, PreciseJet<T> theta, SortedMap<Integer, PreciseJet<T>> registers) {
        Numbers<T> numbers = first.numbers();
        List<Integer> degrees = new ArrayList<>(theta.algebra().degrees());
        degrees.addAll(sweep.multiplicities());
        List<PreciseJet<T>> directions = sweep.directions().stream()
                .map(register -> get(register, registers))
                .toList();
        PreciseJet<T> value =
                field(sweep.colour(), fields).at(PreciseJet.moved(theta, directions, JetAlgebra.of(degrees)));
        sweep.readings().forEach((register, exponents) -> {
            PreciseJet<T> part = value.part(theta.algebra(), exponents);
            Rational factorial = factorial(exponents);
            registers.put(register, factorial.equals(Rational.ONE) ? part : part.scaled(numbers.of(factorial)));
        });
    }

    private static Rational factorial(List<Integer> exponents) {
        Rational product = Rational.ONE;
        for (int exponent : exponents) {
            for (int i = 2; i <= exponent; i++) {
                product = product.multiply(Rational.of(i));
            }
        }
        return product;
    }

    private static <T> PreciseJet<T> get(int register, SortedMap<Integer, PreciseJet<T>> registers) {
        PreciseJet<T> value = registers.get(register);
        if (value == null) {
            throw new AssertionError("register " + register);
        }
        return value;
    }

    private PreciseJet<T> combined(
            SortedMap<Integer, Rational> weights, PreciseJet<T> theta, SortedMap<Integer, PreciseJet<T>> registers) {
        if (weights.isEmpty()) {
            return new PreciseJet<>(first.numbers(), theta.algebra(), dimension(), 1, e -> null);
        }
        return PreciseJet.combination(
                weights.values().stream().map(first.numbers()::of).toList(),
                weights.keySet().stream()
                        .map(register -> get(register, registers))
                        .toList());
    }

    /**
     * The truncated field for one step size.
     *
     * @param stepSize h
     * @return f₁ + h f₂ + … + h^(N−1) f_N, a field on jets again
     */
    public PreciseField<T> truncated(T stepSize) {
        Numbers<T> numbers = first.numbers();
        List<T> powers = new ArrayList<>(List.of(numbers.one()));
        while (powers.size() < truncationOrder()) {
            powers.add(numbers.multiply(stepSize, powers.get(powers.size() - 1)));
        }
        return new PreciseField<>() {
            @Override
            public int dimension() {
                return PreciseSeries.this.dimension();
            }

            @Override
            public Numbers<T> numbers() {
                return numbers;
            }

            @Override
            public PreciseJet<T> at(PreciseJet<T> theta) {
                return PreciseJet.combination(powers, orders(theta));
            }
        };
    }
}
