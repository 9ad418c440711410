package org.modeq.symbolic.lie;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

/**
 * A Lie series: an element \(\sum_l c_l P(l)\) of the free Lie algebra over a ring, known up to a weight, in the Lyndon basis;
 * immutable.
 *
 * @param ring the ring of the coordinates
 * @param maximalWeight the weight up to which the series is known
 * @param coordinates the non-zero c_l by Lyndon word, weights rising
 * @param <E> the coordinates
 */
public record LieSeries<E>(Ring<E> ring, int maximalWeight, SortedMap<LyndonWord, E> coordinates)
        implements Displayable {
    /**
     * A series by its Lyndon coordinates.
     *
     * @param ring the ring of the coordinates
     * @param maximalWeight the weight up to which it is known
     * @param coordinates c_l by Lyndon word; zeros and words beyond the maximal weight are dropped
     */
    public LieSeries {
        SortedMap<LyndonWord, E> kept = new TreeMap<>();
        for (Map.Entry<LyndonWord, E> entry : coordinates.entrySet()) {
            if (!entry.getValue().equals(ring.zero()) && entry.getKey().word().weight() <= maximalWeight) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        coordinates = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * A bracketing as a series.
     *
     * @param ring the ring of the coordinates
     * @param bracketing b
     * @param maximalWeight the weight up to which it is known
     * @param <E> the coordinates
     * @return b in the Lyndon basis
     */
    public static <E> LieSeries<E> of(Ring<E> ring, Bracketing bracketing, int maximalWeight) {
        SortedMap<LyndonWord, E> coordinates = new TreeMap<>();
        new LyndonRewriting()
                .coordinates(bracketing)
                .forEach((lyndon, coordinate) -> coordinates.put(lyndon, ring.of(coordinate)));
        return new LieSeries<>(ring, maximalWeight, coordinates);
    }

    /**
     * The logarithm of a product of exponentials, log(e^X₁ … e^X_K), where X₁ acts first.
     *
     * <p>The formula of the book: multiply and take the logarithm among the words. The number of words grows as the
     * number of letters to the power of the weight.
     *
     * @param ring the ring of the coordinates
     * @param factors X₁, …, X_K, each a linear combination of letters
     * @param maximalWeight the weight up to which the series is wanted
     * @param <E> the coordinates
     * @return the series
     */
    public static <E> LieSeries<E> logOfProduct(
            Ring<E> ring, List<? extends Map<Letter, E>> factors, int maximalWeight) {
        FreeAssociative<E> product = FreeAssociative.one(ring, maximalWeight);
        for (Map<Letter, E> letters : factors) {
            product = product.multiply(
                    FreeAssociative.ofLetters(ring, letters, maximalWeight).exp());
        }
        return ofLieElement(product.log());
    }

    /**
     * The Lyndon coordinates of a Lie element among the words: its smallest word l is Lyndon with coefficient c_l; take
     * c_l P(l) away and go on.
     *
     * @param element an element of the free Lie algebra
     * @param <E> the coordinates
     * @return its coordinates
     * @throws ArithmeticException if the element is not a Lie element
     */
    public static <E> LieSeries<E> ofLieElement(FreeAssociative<E> element) {
        Ring<E> ring = element.ring();
        FreeAssociative<E> rest = element;
        SortedMap<LyndonWord, E> coordinates = new TreeMap<>();
        while (!rest.isZero()) {
            Word smallest = rest.terms().firstKey();
            if (!smallest.isLyndon()) {
                throw new ArithmeticException(
                        "not a Lie element: what is left begins with the word '" + smallest + "', which is not Lyndon");
            }
            LyndonWord lyndon = new LyndonWord(smallest);
            E coordinate = rest.coefficient(smallest);
            coordinates.put(lyndon, coordinate);
            rest = rest.plus(
                    ring.negate(coordinate),
                    FreeAssociative.ofBracketing(ring, lyndon.bracketing(), element.maximalWeight()));
        }
        return new LieSeries<>(ring, element.maximalWeight(), coordinates);
    }

    /** {@return the series as a sum of words} */
    public FreeAssociative<E> toWords() {
        FreeAssociative<E> sum = FreeAssociative.zero(ring, maximalWeight);
        for (Map.Entry<LyndonWord, E> entry : coordinates.entrySet()) {
            sum = sum.plus(
                    entry.getValue(),
                    FreeAssociative.ofBracketing(ring, entry.getKey().bracketing(), maximalWeight));
        }
        return sum;
    }

    /**
     * The sum with a multiple of another series.
     *
     * @param factor r
     * @param other y
     * @return x + r·y, known to the smaller weight
     */
    public LieSeries<E> plus(E factor, LieSeries<E> other) {
        SortedMap<LyndonWord, E> sum = new TreeMap<>(coordinates);
        other.coordinates.forEach((lyndon, value) -> sum.merge(lyndon, ring.multiply(factor, value), ring::add));
        return new LieSeries<>(ring, Math.min(maximalWeight, other.maximalWeight), sum);
    }

    /**
     * The bracket of two series, by {@link LyndonRewriting} of the brackets of their terms.
     *
     * @param other y
     * @return [x, y], known to the smaller weight
     */
    public LieSeries<E> bracket(LieSeries<E> other) {
        return new LyndonRewriting().bracket(this, other);
    }

    /**
     * The series as a vector field over trees; a term of weight w becomes trees of order w.
     *
     * @param meaning the sum of trees that a letter of weight j stands for, Σ w(t) F(t) over trees of order j, as weights
     * @return the field, known to the maximal weight
     */
    public BSeriesField<E> toTrees(Function<Letter, SortedMap<RootedTree, E>> meaning) {
        BracketTrees<E> trees = new BracketTrees<>(ring, meaning);
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        coordinates.forEach((lyndon, coordinate) -> trees.of(lyndon.bracketing())
                .forEach((tree, weight) -> weights.merge(tree, ring.multiply(weight, coordinate), ring::add)));
        return BSeriesField.ofWeights(ring, maximalWeight, weights);
    }

    /**
     * The Lie bracket [f, g] = g′f − f′g of two sums of elementary differentials, by the pre-Lie product.
     *
     * @param ring the ring of the weights
     * @param f the weight of each tree in f
     * @param g the weight of each tree in g
     * @param <E> the weights
     * @return the weight of each tree in [f, g]; without zeros
     */
    public static <E> SortedMap<RootedTree, E> lieBracket(
            Ring<E> ring, SortedMap<RootedTree, E> f, SortedMap<RootedTree, E> g) {
        SortedMap<RootedTree, E> bracket = new TreeMap<>();
        addDerivative(ring, bracket, g, f, ring.one());
        addDerivative(ring, bracket, f, g, ring.negate(ring.one()));
        bracket.values().removeIf(weight -> weight.equals(ring.zero()));
        return bracket;
    }

    /** Adds sign · g′f to the sum. */
    private static <E> void addDerivative(
            Ring<E> ring,
            SortedMap<RootedTree, E> sum,
            SortedMap<RootedTree, E> g,
            SortedMap<RootedTree, E> f,
            E sign) {
        g.forEach((trunk, a) -> f.forEach((branch, b) -> {
            E product = ring.multiply(sign, ring.multiply(a, b));
            for (RootedTree grafted : trunk.preLieProduct(branch)) {
                sum.merge(grafted, product, ring::add);
            }
        }));
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
