package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.FreeLieDimension;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;
import org.modeq.symbolic.word.LyndonBasis;
import org.modeq.symbolic.word.Word;

/**
 * log(e^X₁ … e^X_K) written in a basis of the free Lie algebra, up to a degree.
 *
 * @param product e^X₁ … e^X_K
 * @param basis b₁, b₂, …
 * @param degree N
 * @param terms the non-zero terms xᵢ bᵢ, degrees rising, in the order of the basis
 */
public record LieExpansion(ExponentialProduct product, LieBasis basis, int degree, List<Term> terms)
        implements Displayable {
    /** A content with more elements takes minutes of elimination. */
    private static final BigInteger LARGEST_SYSTEM = BigInteger.valueOf(400);

    /** More elements than these take minutes to be compared with each other. */
    private static final BigInteger LARGEST_BASIS = BigInteger.valueOf(20_000);

    /**
     * One term.
     *
     * @param word the letters of the bracket in their order; in the Lyndon basis the Lyndon word
     * @param bracket b
     * @param coefficient x
     */
    public record Term(Word word, Bracketing bracket, Rational coefficient) {
        /** {@return the letters of the word, with spaces between them where a name is longer than a character} */
        public String letters() {
            boolean isLong =
                    word.letters().stream().anyMatch(letter -> letter.toString().length() > 1);
            return word.letters().stream().map(Letter::toString).collect(Collectors.joining(isLong ? " " : ""));
        }
    }

    /**
     * An expansion by its terms.
     *
     * @param product e^X₁ … e^X_K
     * @param basis b₁, b₂, …
     * @param degree N
     * @param terms the non-zero terms
     */
    public LieExpansion {
        terms = List.copyOf(terms);
    }

    /**
     * Expands a logarithm.
     *
     * <p>Exact. In the Lyndon basis the coordinates come from {@link LyndonCoordinates}; in another one a linear system is
     * solved for each content.
     *
     * @param product e^X₁ … e^X_K
     * @param basis the basis
     * @param degree N ≥ 1
     * @return the expansion
     * @throws IllegalArgumentException if N &lt; 1, the terms do not fit into memory, or the basis is not that of Lyndon and
     *     its systems are too large
     */
    public static LieExpansion of(ExponentialProduct product, LieBasis basis, int degree) {
        boolean isLyndon = basis instanceof LyndonBasis;
        if (!isLyndon) {
            requireThatItIsSolved(basis, degree);
        }
        LyndonCoordinates coordinates =
                LyndonCoordinates.of(product, basis.alphabet().letters(), degree);
        List<Term> terms = new ArrayList<>();
        if (isLyndon) {
            coordinates.forEachNonzero(
                    (lyndon, value) -> terms.add(new Term(lyndon.word(), lyndon.bracketing(), value)));
        } else {
            new BasisChange(basis, degree)
                    .coordinates(coordinates.toLieSeries())
                    .forEach((bracket, value) -> terms.add(new Term(bracket.foliage(), bracket, value)));
        }
        return new LieExpansion(product, basis, degree, terms);
    }

    /** Refuses degrees at which there are too many elements, or too many with the letters equally often each. */
    private static void requireThatItIsSolved(LieBasis basis, int degree) {
        List<Letter> letters = basis.alphabet().letters();
        int highest = Math.min(degree, LyndonAlphabet.highestWeight(letters));
        List<BigInteger> dimensions = FreeLieDimension.byWeight(basis.alphabet(), Math.max(0, highest));
        BigInteger elements = BigInteger.ZERO;
        SortedMap<Letter, Integer> content = new TreeMap<>();
        for (int weight = 1; weight <= highest; weight++) {
            elements = elements.add(dimensions.get(weight - 1));
            content.merge(letters.get((weight - 1) % letters.size()), 1, Integer::sum);
            if (elements.compareTo(LARGEST_BASIS) > 0
                    || FreeLieDimension.ofContent(content).compareTo(LARGEST_SYSTEM) > 0) {
                throw new IllegalArgumentException("given degree " + degree + " in the basis " + basis.name()
                        + ", expected at most " + (weight - 1)
                        + ": beyond it the change from the Lyndon basis takes too long; use --basis lyndon");
            }
        }
    }

    /**
     * The terms of one degree.
     *
     * @param wanted the degree
     * @return its non-zero terms, in the order of the basis
     */
    public List<Term> terms(int wanted) {
        return terms.stream().filter(term -> term.bracket().weight() == wanted).toList();
    }

    /** {@return the same as a Lie series} */
    public LieSeries<Rational> toLieSeries() {
        Map<Bracketing, Rational> coefficients = new LinkedHashMap<>();
        terms.forEach(term -> coefficients.put(term.bracket(), term.coefficient()));
        return new BasisChange(basis, degree).toLyndon(RATIONALS, coefficients);
    }

    /** {@return the numbers of the degrees 1, 2, …, N, of coefficients in this basis} */
    public List<LyndonCoordinates.Totals> totals() {
        List<BigInteger> dimensions = FreeLieDimension.byWeight(basis.alphabet(), degree);
        List<LyndonCoordinates.Totals> totals = new ArrayList<>();
        for (int weight = 1; weight <= degree; weight++) {
            Rational sum = Rational.ZERO;
            Rational absoluteSum = Rational.ZERO;
            List<Term> ofWeight = terms(weight);
            for (Term term : ofWeight) {
                Rational value = term.coefficient();
                sum = sum.add(value);
                absoluteSum = absoluteSum.add(value.signum() < 0 ? value.negate() : value);
            }
            long words = dimensions.get(weight - 1).longValueExact();
            totals.add(new LyndonCoordinates.Totals(weight, words, ofWeight.size(), sum, absoluteSum));
        }
        return totals;
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
