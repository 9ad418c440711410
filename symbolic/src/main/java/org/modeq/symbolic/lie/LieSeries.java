package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

/**
 * A Lie series: an element Σ c_l P(l) of the free Lie algebra, known up to a weight, in the Lyndon basis; immutable.
 *
 * @param maximalWeight the weight up to which the series is known
 * @param coordinates the non-zero c_l by Lyndon word, weights rising
 */
public record LieSeries(int maximalWeight, SortedMap<LyndonWord, Rational> coordinates) {
    /**
     * A series by its Lyndon coordinates.
     *
     * @param maximalWeight the weight up to which it is known
     * @param coordinates c_l by Lyndon word
     */
    public LieSeries {
        coordinates = Collections.unmodifiableSortedMap(new TreeMap<>(coordinates));
    }

    /**
     * The logarithm of a product of exponentials, log(e^X₁ … e^X_K), where X₁ acts first.
     *
     * <p>The formula of the book: multiply and take the logarithm among the words. The number of words grows as the
     * number of letters to the power of the weight.
     *
     * @param factors X₁, …, X_K, each a sum of letters
     * @param maximalWeight the weight up to which the series is wanted
     * @return the series
     */
    public static LieSeries logOfProduct(List<List<Letter>> factors, int maximalWeight) {
        FreeAssociative product = FreeAssociative.one(maximalWeight);
        for (List<Letter> letters : factors) {
            SortedMap<Word, Rational> sum = new TreeMap<>();
            letters.forEach(letter -> sum.put(Word.of(letter), Rational.ONE));
            product = product.multiply(new FreeAssociative(maximalWeight, sum).exp());
        }
        return ofLieElement(product.log());
    }

    /**
     * The Lyndon coordinates of a Lie element among the words: its smallest word l is Lyndon with coefficient c_l; take
     * c_l P(l) away and go on.
     *
     * @param element an element of the free Lie algebra
     * @return its coordinates
     * @throws ArithmeticException if the element is not a Lie element
     */
    public static LieSeries ofLieElement(FreeAssociative element) {
        FreeAssociative rest = element;
        SortedMap<LyndonWord, Rational> coordinates = new TreeMap<>();
        while (!rest.terms().isEmpty()) {
            Word smallest = rest.terms().firstKey();
            if (!smallest.isLyndon()) {
                throw new ArithmeticException(
                        "not a Lie element: what is left begins with the word '" + smallest + "', which is not Lyndon");
            }
            LyndonWord lyndon = new LyndonWord(smallest);
            Rational coordinate = rest.coefficient(smallest);
            coordinates.put(lyndon, coordinate);
            rest = rest.plus(coordinate.negate(), bracketingAsWords(lyndon, element.maximalWeight()));
        }
        return new LieSeries(element.maximalWeight(), coordinates);
    }

    private static FreeAssociative bracketingAsWords(LyndonWord lyndon, int maximalWeight) {
        return lyndon.bracketing()
                .fold(letter -> FreeAssociative.of(Word.of(letter), maximalWeight), FreeAssociative::commutator);
    }

    /** {@return the series as a sum of words} */
    public FreeAssociative toWords() {
        FreeAssociative sum = new FreeAssociative(maximalWeight, new TreeMap<>());
        for (Map.Entry<LyndonWord, Rational> entry : coordinates.entrySet()) {
            sum = sum.plus(entry.getValue(), bracketingAsWords(entry.getKey(), maximalWeight));
        }
        return sum;
    }

    /**
     * The series as a vector field over trees; a term of weight w becomes trees of order w.
     *
     * @param meaning the sum of trees that a letter of weight j stands for, Σ w(t) F(t) over trees of order j, as weights
     * @return the field, known to the maximal weight
     */
    public BSeriesField<Rational> toTrees(Function<Letter, SortedMap<RootedTree, Rational>> meaning) {
        SortedMap<RootedTree, Rational> weights = new TreeMap<>();
        coordinates.forEach((lyndon, coordinate) -> lyndon.bracketing()
                .fold(meaning, LieSeries::lieBracket)
                .forEach((tree, weight) -> weights.merge(tree, weight.multiply(coordinate), Rational::add)));
        return BSeriesField.ofWeights(RATIONALS, maximalWeight, weights);
    }

    /**
     * The Lie bracket [f, g] = g′f − f′g of two sums of elementary differentials, by the pre-Lie product.
     *
     * @param f the weight of each tree in f
     * @param g the weight of each tree in g
     * @return the weight of each tree in [f, g]; without zeros
     */
    public static SortedMap<RootedTree, Rational> lieBracket(
            SortedMap<RootedTree, Rational> f, SortedMap<RootedTree, Rational> g) {
        SortedMap<RootedTree, Rational> bracket = new TreeMap<>();
        addDerivative(bracket, g, f, Rational.ONE);
        addDerivative(bracket, f, g, Rational.of(-1));
        bracket.values().removeIf(Rational::isZero);
        return bracket;
    }

    /** Adds sign · g′f to the sum. */
    private static void addDerivative(
            SortedMap<RootedTree, Rational> sum,
            SortedMap<RootedTree, Rational> g,
            SortedMap<RootedTree, Rational> f,
            Rational sign) {
        g.forEach((trunk, a) -> f.forEach((branch, b) -> {
            for (RootedTree grafted : trunk.preLieProduct(branch)) {
                sum.merge(grafted, a.multiply(b).multiply(sign), Rational::add);
            }
        }));
    }
}
