package org.modeq.symbolic.modified;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.lie.LyndonCoordinates;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.FreeLieDimension;
import org.modeq.symbolic.word.Letter;

/**
 * The bracket form of a modified field: self-corrections of the single fields plus Lie brackets.
 *
 * <p>An Euler step of size w h on A is the flow of its own modified field: the exponential of w h A + w² h² A_2 + …, and so
 * a sequence of steps, of any sizes and repetitions, is a product of exponentials of sums of letters; an exact flow is one
 * of the letter A alone. The logarithm of the product is the modified field in brackets: f̃ = Σ h^(w−1) c_l P(l) over the
 * Lyndon words l of weight w. Here A_2 = −½A′A, and so on.
 *
 * @param method the sequence of steps
 * @param series the Lie series of the letters A, A_2, A_3, …
 * @param <E> the coefficients
 */
public record BracketForm<E>(Method<E> method, LieSeries<E> series) implements Displayable {
    private static final long MOST_WORDS = 2500;

    /**
     * Derives the bracket form.
     *
     * <p>Exact. With numbers by {@link LyndonCoordinates}; with symbols in the free associative algebra, whose words are
     * many: about as many as the number of letters to the power of the order.
     *
     * @param method a product of Euler steps or exact flows of single fields
     * @param order N ≥ 1, the highest weight
     * @param <E> the coefficients
     * @return the bracket form
     * @throws IllegalArgumentException if N &lt; 1 or the method is not such a product
     */
    public static <E> BracketForm<E> of(Method<E> method, int order) {
        return new BracketForm<>(method, logarithm(method.ring(), exponents(method, order), order));
    }

    private static <E> List<SortedMap<Letter, E>> exponents(Method<E> method, int order) {
        if (order < 1) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected at least 1; order 2 is the first bracket");
        }
        return method.exponents(order)
                .orElseThrow(() -> new IllegalArgumentException("given " + method.name()
                        + ", expected steps or flows of one field each for the bracket form; use a sequence, a splitting or"
                        + " an alternating game, or the form over trees"));
    }

    @SuppressWarnings("unchecked") // the ring is the field of rationals
    private static <E> LieSeries<E> logarithm(Ring<E> ring, List<SortedMap<Letter, E>> exponents, int order) {
        if (ring == RATIONALS) {
            return (LieSeries<E>) coordinates(exponents, order).toLieSeries();
        }
        requireFewWords(letters(exponents), order);
        return LieSeries.logOfProduct(ring, exponents, order);
    }

    @SuppressWarnings("unchecked") // called for the field of rationals
    private static LyndonCoordinates coordinates(List<? extends SortedMap<Letter, ?>> exponents, int order) {
        ExponentialProduct product = new ExponentialProduct((List<SortedMap<Letter, Rational>>) exponents);
        return LyndonCoordinates.of(product, letters(exponents), order);
    }

    private static SortedSet<Letter> letters(List<? extends SortedMap<Letter, ?>> exponents) {
        SortedSet<Letter> letters = new TreeSet<>();
        exponents.forEach(exponent -> letters.addAll(exponent.keySet()));
        return letters;
    }

    /**
     * The numbers of the bracket form without its terms: for each order the number of Lyndon words in the letters A_j, how
     * many have c ≠ 0, Σ c and Σ |c|.
     *
     * <p>With numbers the brackets are counted without being made.
     *
     * @param method a product of Euler steps or exact flows of single fields
     * @param order N ≥ 1, the highest weight
     * @param <E> the coefficients
     * @return one line for each order up to N
     * @throws IllegalArgumentException if N &lt; 1 or the method is not such a product
     */
    public static <E> List<FieldEquation.Summary> summary(Method<E> method, int order) {
        List<SortedMap<Letter, E>> exponents = exponents(method, order);
        if (method.ring() == RATIONALS) {
            return coordinates(exponents, order).totals().stream()
                    .map(line -> new FieldEquation.Summary(
                            line.weight(),
                            BigInteger.valueOf(line.words()),
                            line.nonzero(),
                            line.sum().toString(),
                            Optional.of(line.absoluteSum().toString())))
                    .toList();
        }
        List<BigInteger> counts = FreeLieDimension.byWeight(new Alphabet(List.copyOf(letters(exponents))), order);
        BracketForm<E> form = of(method, order);
        return IntStream.rangeClosed(1, order)
                .mapToObj(weight -> FieldEquation.Summary.of(
                        weight, counts.get(weight - 1), form.coefficients(weight - 1), method.ring()))
                .toList();
    }

    private List<E> coefficients(int power) {
        return terms().stream()
                .filter(term -> term.power() == power)
                .map(Term::coefficient)
                .toList();
    }

    /** Refuses an order at which the words, by which coefficients with symbols are found, take more than half a minute. */
    private static void requireFewWords(SortedSet<Letter> letters, int order) {
        long[] words = new long[order + 1];
        words[0] = 1;
        long all = 0;
        for (int weight = 1; weight <= order; weight++) {
            for (Letter letter : letters) {
                words[weight] += letter.letterWeight() <= weight ? words[weight - letter.letterWeight()] : 0;
            }
            all += words[weight];
            if (all > MOST_WORDS) {
                throw new IllegalArgumentException(
                        "given order " + order + " with symbols, expected at most " + (weight - 1)
                                + " for the bracket form of "
                                + letters.stream().map(Letter::field).distinct().count()
                                + " fields: beyond it the words take minutes; give numbers for the symbols, or take the form over"
                                + " trees");
            }
        }
    }

    /** {@return the terms, powers of h rising, then in the order of the basis} */
    public List<Term<E>> terms() {
        return series.coordinates().entrySet().stream()
                .map(entry -> new Term<>(
                        entry.getKey().word().weight() - 1, entry.getKey().bracketing(), entry.getValue()))
                .toList();
    }

    /**
     * The field that a letter stands for: A_j is the part of order j of the modified field of one Euler step on A.
     *
     * @param letter A_j
     * @return the factor b(t)/σ(t) of each tree t of order j
     */
    public static SortedMap<RootedTree, Rational> meaning(Letter letter) {
        Colour colour = new Colour(letter.field());
        BSeriesField<Rational> field = ModifiedEquation.of(EulerSteps.gradientDescent(), letter.letterWeight())
                .field()
                .recoloured(f -> colour);
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        for (RootedTree tree : field.nonzero().keySet()) {
            if (tree.order() == letter.letterWeight()) {
                weights.put(tree, field.weight(tree));
            }
        }
        return weights;
    }

    /** {@return the same field over trees, every bracket expanded by the pre-Lie product} */
    public BSeriesField<E> toTrees() {
        return series.toTrees(letter -> {
            SortedMap<RootedTree, E> weights = new TreeMap<>();
            meaning(letter)
                    .forEach((tree, weight) -> weights.put(tree, series.ring().of(weight)));
            return weights;
        });
    }

    /**
     * One term h^p · coefficient · bracket.
     *
     * @param power p, the power of h in the field
     * @param bracket a letter or a bracket of letters of weight p + 1
     * @param coefficient its factor
     * @param <E> the coefficients
     */
    public record Term<E>(int power, Bracketing bracket, E coefficient) {}

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
