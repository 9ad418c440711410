package org.modeq.symbolic.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.symbolic.modified.FieldEquation.Summary;
import org.modeq.symbolic.modified.FieldEquation.Term;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The modified equation of a circuit after its transient, θ̇ = Σ h^(|t|−1) b(t)/σ(t) F(t), with coefficients in the parameters of
 * its filters: decay rates β in place of the mean ages τ.
 *
 * @param <E> the coefficients: rationals, or fractions in the parameters that were left as symbols
 */
public final class CircuitEquation<E> {
    private final List<Memory> memories;
    private final SortedMap<String, Rational> given;
    private final CircuitSeries series;
    private final Ring<E> ring;
    private final Reading<E> reading;

    /** What a polynomial in τ and β is in the coefficients. */
    @FunctionalInterface
    private interface Reading<E> {
        E of(ParameterPolynomial polynomial);
    }

    private CircuitEquation(
            List<Memory> memories,
            SortedMap<String, Rational> given,
            CircuitSeries series,
            Ring<E> ring,
            Reading<E> reading) {
        this.memories = List.copyOf(memories);
        this.given = given;
        this.series = series;
        this.ring = ring;
        this.reading = reading;
    }

    /**
     * Derives the equation: over ℚ if every parameter of the filters is given, over fractions in the others if not.
     *
     * @param circuit the circuit
     * @param memories its averages with symbols
     * @param given the values of parameters
     * @param order N ≥ 1, the highest |t|
     * @return the equation
     * @throws IllegalArgumentException if N &lt; 1 or the trees up to order N do not fit into memory
     */
    public static CircuitEquation<?> of(
            Circuit circuit, List<Memory> memories, SortedMap<String, Rational> given, int order) {
        CircuitSeries series = CircuitSeries.of(circuit, order);
        Map<String, Rational> values = values(memories, given);
        boolean isRational = values.keySet().containsAll(circuit.symbols());
        return isRational ? rational(memories, given, series) : symbolic(memories, given, series);
    }

    /** With numbers for all parameters of the filters. */
    static CircuitEquation<Rational> rational(
            List<Memory> memories, SortedMap<String, Rational> given, CircuitSeries series) {
        Map<String, Rational> values = values(memories, given);
        return new CircuitEquation<>(
                memories, given, series, Rationals.RATIONALS, polynomial -> polynomial.evaluate(values));
    }

    private static CircuitEquation<ParameterFraction> symbolic(
            List<Memory> memories, SortedMap<String, Rational> given, CircuitSeries series) {
        Map<String, Rational> values = values(memories, given);
        List<Memory> symbols = memories.stream()
                .filter(memory -> !given.containsKey(memory.beta()))
                .toList();
        ParameterRing ring = ParameterRing.of(
                symbols.stream().map(CircuitEquation::complement).toList());
        return new CircuitEquation<>(
                memories,
                given,
                series,
                ring,
                polynomial -> inRates(polynomial.partiallyEvaluated(values), symbols, ring));
    }

    /** The values given, and τ = β/(1 − β) of the memories whose β is among them. */
    private static Map<String, Rational> values(List<Memory> memories, SortedMap<String, Rational> given) {
        Map<String, Rational> values = new TreeMap<>(given);
        for (Memory memory : memories) {
            Rational beta = given.get(memory.beta());
            if (beta != null) {
                values.put(memory.tau(), beta.divide(Rational.ONE.subtract(beta)));
            }
        }
        return values;
    }

    private static ParameterPolynomial complement(Memory memory) {
        return ParameterPolynomial.ONE.subtract(memory.rate());
    }

    /** Σ c_e τᵉ = Σ c_e βᵉ(1 − β)^(D−e) / (1 − β)^D, one τ after the other. */
    private static ParameterFraction inRates(ParameterPolynomial inAges, List<Memory> symbols, ParameterRing ring) {
        ParameterPolynomial numerator = inAges;
        ParameterFraction inverse = ring.one();
        for (Memory memory : symbols) {
            ParameterPolynomial rest = complement(memory);
            List<ParameterPolynomial> coefficients = numerator.coefficientsIn(memory.tau());
            ParameterPolynomial sum = ParameterPolynomial.ZERO;
            ParameterPolynomial power = ParameterPolynomial.ONE;
            for (int e = 0; e < coefficients.size(); e++) {
                sum = sum.multiply(rest).add(coefficients.get(e).multiply(power));
                power = power.multiply(memory.rate());
            }
            numerator = sum;
            int degree = Math.max(0, coefficients.size() - 1);
            inverse = ring.multiply(inverse, ring.pow(ring.reciprocal(ring.of(rest)), degree));
        }
        return ring.multiply(ring.of(numerator), inverse);
    }

    /** {@return the series with its coefficients in the mean ages τ} */
    public CircuitSeries series() {
        return series;
    }

    /** {@return the ring of the coefficients} */
    public Ring<E> ring() {
        return ring;
    }

    /** {@return N, the highest |t|} */
    public int order() {
        return series.order();
    }

    /**
     * The coefficient b(t) in the decay rates.
     *
     * @param tree t
     * @return b(t)
     * @throws IllegalArgumentException if the tree is not of this method
     * @throws java.util.NoSuchElementException if its order is above N
     */
    public E coefficient(RootedTree tree) {
        return reading.of(series.coefficient(tree));
    }

    /**
     * The terms of one power of h, in canonical order of the trees.
     *
     * @param power p with 0 ≤ p &lt; N
     * @return the terms h^p · b/σ · F(t)
     */
    public List<Term<E>> terms(int power) {
        return series.trees(power + 1).stream().map(tree -> term(power, tree)).toList();
    }

    private Term<E> term(int power, RootedTree tree) {
        BigInteger symmetry = tree.symmetry();
        E b = coefficient(tree);
        return new Term<>(power, tree, ring.scale(Rational.of(BigInteger.ONE, symmetry), b), b, symmetry);
    }

    /**
     * Every term, powers of h rising.
     *
     * @return the terms of all powers
     */
    public List<Term<E>> terms() {
        return IntStream.range(0, order())
                .boxed()
                .flatMap(power -> terms(power).stream())
                .toList();
    }

    /** Ages are independent of each other, but a rate is not independent of its age, and numbers may cancel. */
    private boolean isZero(RootedTree tree) {
        boolean isIndependent = series.circuit().symbols().stream().noneMatch(name -> given.containsKey(name))
                && memories.stream()
                        .noneMatch(memory -> given.containsKey(memory.beta())
                                || series.circuit().symbols().contains(memory.beta()));
        return isIndependent ? series.isZero(tree) : coefficient(tree).equals(ring.zero());
    }

    /**
     * The numbers of each order: how many trees, how many with b ≠ 0, Σ b and, for rational coefficients, Σ |b|.
     *
     * @return one line for each order
     */
    public List<Summary> summary() {
        List<Summary> lines = new ArrayList<>();
        for (int k = 1; k <= order(); k++) {
            List<RootedTree> trees = series.trees(k);
            Optional<Rational> absoluteSum =
                    ring == Rationals.RATIONALS ? Optional.of(Rational.ZERO) : Optional.empty();
            long nonzero = 0;
            for (RootedTree tree : trees) {
                nonzero += isZero(tree) ? 0 : 1;
                if (absoluteSum.isPresent() && coefficient(tree) instanceof Rational number) {
                    absoluteSum = absoluteSum.map(sum -> sum.add(number.abs()));
                }
            }
            String sum = reading.of(series.sum(k)).toString();
            lines.add(new Summary(
                    k, BigInteger.valueOf(trees.size()), nonzero, sum, absoluteSum.map(Rational::toString)));
        }
        return lines;
    }
}
