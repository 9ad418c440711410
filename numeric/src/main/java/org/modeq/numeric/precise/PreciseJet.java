package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * A matrix of truncated polynomials X = Σ_e X_e ε^e whose coefficients are computed when they are first asked for, from the
 * definition of the jet, and then kept.
 *
 * <p>So nothing is computed that nobody reads, coefficients that are identically 0 cost nothing, and a power series may be
 * defined by itself as long as each coefficient depends on lower ones only. Not for several threads at a time.
 *
 * @param <T> the numbers
 */
public final class PreciseJet<T> {
    private final Numbers<T> numbers;
    private final JetAlgebra algebra;
    private final int rows;
    private final int columns;
    private final Rule<T> rule;
    private final Map<Integer, Optional<T[]>> known = new HashMap<>();

    /** The definition of a jet, coefficient by coefficient. */
    interface Rule<T> {
        /** X_e, row by row, by the index of e; absent if it is identically 0. */
        T @Nullable [] coefficient(int e);
    }

    PreciseJet(Numbers<T> numbers, JetAlgebra algebra, int rows, int columns, Rule<T> rule) {
        this.numbers = numbers;
        this.algebra = algebra;
        this.rows = rows;
        this.columns = columns;
        this.rule = rule;
    }

    /**
     * A column of real numbers.
     *
     * @param numbers the numbers
     * @param algebra an algebra
     * @param entries the entries; copied
     * @param <T> the numbers
     * @return the column, with its constant part alone
     */
    public static <T> PreciseJet<T> column(Numbers<T> numbers, JetAlgebra algebra, List<T> entries) {
        T[] constant = numbers.zeros(0);
        T[] copy = entries.toArray(constant);
        return new PreciseJet<>(numbers, algebra, copy.length, 1, e -> e == 0 ? copy : null);
    }

    /**
     * The jet x + Σᵢ εᵢvᵢ.
     *
     * @param numbers the numbers
     * @param algebra an algebra with as many variables as there are directions, each of degree at least 1
     * @param point x
     * @param directions v₁, v₂, …, of the dimension of x
     * @param <T> the numbers
     * @return the column
     * @throws IllegalArgumentException if there is another number of directions or one has another dimension
     */
    public static <T> PreciseJet<T> affine(
            Numbers<T> numbers, JetAlgebra algebra, List<T> point, List<List<T>> directions) {
        if (directions.size() != algebra.degrees().size()
                || directions.stream().anyMatch(direction -> direction.size() != point.size())) {
            throw new IllegalArgumentException("given directions of the dimensions "
                    + directions.stream().map(List::size).toList() + ", expected "
                    + algebra.degrees().size() + " of the dimension " + point.size()
                    + "; give one for each variable of the algebra");
        }
        return moved(
                column(numbers, JetAlgebra.of(), point),
                directions.stream()
                        .map(direction -> column(numbers, JetAlgebra.of(), direction))
                        .toList(),
                algebra);
    }

    /** x + Σ εᵢvᵢ of jets over 𝔸, the algebra being 𝔸 with one more variable for each direction. */
    static <T> PreciseJet<T> moved(PreciseJet<T> point, List<PreciseJet<T>> directions, JetAlgebra extended) {
        int own = point.algebra.degrees().size();
        return new PreciseJet<>(point.numbers, extended, point.rows, point.columns, e -> {
            List<Integer> exponents = extended.monomials().get(e);
            int base = point.algebra.index(exponents.subList(0, own));
            List<Integer> added = exponents.subList(own, exponents.size());
            int total = added.stream().mapToInt(Integer::intValue).sum();
            return total == 0
                    ? point.coefficient(base)
                    : total == 1 ? directions.get(added.indexOf(1)).coefficient(base) : null;
        });
    }

    /** The jet over 𝔸 that stands at a monomial of the variables added to 𝔸. */
    PreciseJet<T> part(JetAlgebra base, List<Integer> added) {
        return new PreciseJet<>(numbers, base, rows, columns, e -> {
            List<Integer> exponents = new ArrayList<>(base.monomials().get(e));
            exponents.addAll(added);
            return coefficient(algebra.index(exponents));
        });
    }

    /** {@return the numbers} */
    public Numbers<T> numbers() {
        return numbers;
    }

    /** {@return the algebra of its entries} */
    public JetAlgebra algebra() {
        return algebra;
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    int entries() {
        return rows * columns;
    }

    /** X_e by the index of e; absent if it is identically 0. It must not be changed. */
    T @Nullable [] coefficient(int e) {
        Optional<T[]> present = known.get(e);
        if (present == null) {
            present = Optional.ofNullable(rule.coefficient(e));
            known.put(e, present);
        }
        return present.orElse(null);
    }

    /**
     * A coefficient.
     *
     * @param exponents e, one exponent for each variable
     * @return X_e, row by row
     * @throws IllegalArgumentException if ε^e is not a monomial of the algebra
     * @throws ArithmeticException if a function does not exist at the point
     */
    public List<T> coefficient(List<Integer> exponents) {
        T[] entries = coefficient(algebra.index(exponents));
        return List.copyOf(Arrays.asList(entries == null ? numbers.zeros(entries()) : entries));
    }

    /** {@return X₀, row by row} */
    public List<T> constantEntries() {
        return coefficient(algebra.monomials().get(0));
    }

    /**
     * The sum.
     *
     * @param other Y, of the same size over the same algebra
     * @return X + Y
     * @throws IllegalArgumentException if the sizes or algebras differ
     */
    public PreciseJet<T> plus(PreciseJet<T> other) {
        return combination(List.of(numbers.one(), numbers.one()), List.of(this, other));
    }

    /**
     * The product with a number.
     *
     * @param factor w
     * @return w·X
     */
    public PreciseJet<T> scaled(T factor) {
        return combination(List.of(factor), List.of(this));
    }

    /**
     * The product with a 1×1 jet.
     *
     * @param factor s over the same algebra
     * @return s·X
     * @throws IllegalArgumentException if s is not 1×1 or of another algebra
     */
    public PreciseJet<T> timesScalar(PreciseJet<T> factor) {
        if (factor.entries() != 1 || !factor.algebra.equals(algebra)) {
            throw new IllegalArgumentException("given a factor of " + factor.rows + "×" + factor.columns + " over "
                    + factor.algebra + ", expected 1×1 over " + algebra);
        }
        return bilinear(factor, this, rows, columns, (sum, a, b, place) -> sum.add(a[0], b[place]));
    }

    /** Adds the products that make up one entry of a bilinear matrix of A and B. */
    interface Entry<T> {
        void add(Numbers.Sum<T> sum, T[] a, T[] b, int place);
    }

    /** Σ_{a+b=e} A_a · B_b for a bilinear product, each entry summed up as a whole. */
    static <T> PreciseJet<T> bilinear(PreciseJet<T> left, PreciseJet<T> right, int rows, int columns, Entry<T> entry) {
        Truncation truncation = Truncation.of(left.algebra);
        return new PreciseJet<>(left.numbers, left.algebra, rows, columns, e -> {
            List<T[]> factors = new ArrayList<>();
            for (Truncation.Pair pair : truncation.products(e)) {
                T[] a = left.coefficient(pair.left());
                T[] b = a == null ? null : right.coefficient(pair.right());
                if (a != null && b != null) {
                    factors.add(a);
                    factors.add(b);
                }
            }
            if (factors.isEmpty()) {
                return null;
            }
            T[] result = left.numbers.zeros(rows * columns);
            Numbers.Sum<T> sum = left.numbers.sum();
            for (int place = 0; place < result.length; place++) {
                for (int i = 0; i < factors.size(); i += 2) {
                    entry.add(sum, factors.get(i), factors.get(i + 1), place);
                }
                result[place] = sum.take();
            }
            return result;
        });
    }

    /** Σ wᵢXᵢ. */
    static <T> PreciseJet<T> combination(List<T> weights, List<PreciseJet<T>> terms) {
        PreciseJet<T> first = terms.get(0);
        for (PreciseJet<T> term : terms) {
            if (term.rows != first.rows || term.columns != first.columns || !term.algebra.equals(first.algebra)) {
                throw new IllegalArgumentException("given a sum of a matrix of " + first.rows + "×" + first.columns
                        + " over " + first.algebra + " and one of " + term.rows + "×" + term.columns + " over "
                        + term.algebra + ", expected one size and algebra");
            }
        }
        return new PreciseJet<>(first.numbers, first.algebra, first.rows, first.columns, e -> {
            List<T> factors = new ArrayList<>();
            List<T[]> present = new ArrayList<>();
            for (int i = 0; i < terms.size(); i++) {
                T[] term = terms.get(i).coefficient(e);
                if (term != null) {
                    factors.add(weights.get(i));
                    present.add(term);
                }
            }
            return present.isEmpty() ? null : first.combined(factors, present);
        });
    }

    private T[] combined(List<T> factors, List<T[]> terms) {
        T[] result = numbers.zeros(entries());
        Numbers.Sum<T> sum = numbers.sum();
        for (int place = 0; place < result.length; place++) {
            for (int i = 0; i < terms.size(); i++) {
                sum.add(factors.get(i), terms.get(i)[place]);
            }
            result[place] = sum.take();
        }
        return result;
    }

    /** Where an entry of a linear image comes from: adds up entries of A. */
    interface LinearEntry<T> {
        T at(T[] a, int place);
    }

    /** The image of every coefficient under a linear map. */
    PreciseJet<T> image(int newRows, int newColumns, LinearEntry<T> map) {
        return new PreciseJet<>(numbers, algebra, newRows, newColumns, e -> {
            T[] entries = coefficient(e);
            if (entries == null) {
                return null;
            }
            T[] result = numbers.zeros(newRows * newColumns);
            for (int place = 0; place < result.length; place++) {
                result[place] = map.at(entries, place);
            }
            return result;
        });
    }

    /** {@return the size and the algebra} */
    @Override
    public String toString() {
        return rows + "×" + columns + " over " + algebra + " in numbers of " + numbers;
    }
}
