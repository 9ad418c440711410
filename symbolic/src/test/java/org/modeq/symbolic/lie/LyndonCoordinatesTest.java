package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.HallBasis;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

@DisplayName("The Lyndon coordinates of a product of exponentials")
class LyndonCoordinatesTest {
    /** The reference is slow, and the bases share it. */
    private static final Map<String, FreeAssociative<Rational>> LOGARITHMS = new HashMap<>();

    private static LyndonCoordinates coordinates(String word, int degree) {
        return LyndonCoordinates.of(ExponentialProduct.parse(word), List.of(), degree);
    }

    private static LieSeries<Rational> reference(ExponentialProduct product, int degree) {
        return LieSeries.logOfProduct(RATIONALS, product.factors(), degree);
    }

    @ParameterizedTest(name = "log of {0} to degree {1}")
    @CsvSource({
        "'A,B', 10",
        "'A/2,B,A/2', 8",
        "'A,B,-A,-B', 8",
        "'3/8*A,-2*B,A/3,B', 7",
        "'A+B/2,A-B/2', 7",
        "'A,B,C', 7",
        "'A,B,C,B,A', 6",
        "'A,B,C,D', 6",
        "'A,B+C,D,A', 5",
        "'A', 4",
        "'A,-A', 3"
    })
    @DisplayName("are those of the logarithm in the free associative algebra")
    void againstTheAssociativeAlgebra(String word, int degree) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        List<Letter> letters = List.of(Letter.of("A"));
        assertEquals(
                reference(product, degree),
                LyndonCoordinates.of(product, letters, degree).toLieSeries());
    }

    /** The terms in a basis, bracket by bracket as words, are the logarithm of the words again. */
    @ParameterizedTest(name = "log of {0} to degree {1} in the basis {2}")
    @CsvSource({
        "'A,B', 10, lyndon",
        "'A,B', 10, hall",
        "'A,B', 10, right-normed",
        "'A,B,C', 7, lyndon",
        "'A,B,C', 7, hall",
        "'A,B,C', 7, right-normed",
        "'A,B,C,D', 6, lyndon",
        "'A,B,C,D', 6, hall",
        "'A,B,C,D', 6, right-normed",
        "'A,B,-A,-B', 8, hall",
        "'A/2,B,A/2', 9, right-normed"
    })
    @DisplayName("are right in every basis")
    void everyBasis(String word, int degree, String basis) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        Alphabet alphabet = new Alphabet(List.copyOf(product.letters()));
        LieExpansion expansion = LieExpansion.of(product, LieBasis.named(basis, alphabet), degree);
        SortedMap<Word, Rational> sum = new TreeMap<>();
        for (LieExpansion.Term term : expansion.terms()) {
            FreeAssociative.ofBracketing(RATIONALS, term.bracket(), degree)
                    .terms()
                    .forEach((w, value) -> sum.merge(w, value.multiply(term.coefficient()), Rational::add));
        }
        FreeAssociative<Rational> expected =
                LOGARITHMS.computeIfAbsent(word + " " + degree, key -> logarithm(product, degree));
        assertEquals(expected, new FreeAssociative<>(RATIONALS, degree, sum));
    }

    private static FreeAssociative<Rational> logarithm(ExponentialProduct product, int degree) {
        FreeAssociative<Rational> result = FreeAssociative.one(RATIONALS, degree);
        for (SortedMap<Letter, Rational> factor : product.factors()) {
            result = result.multiply(
                    FreeAssociative.ofLetters(RATIONALS, factor, degree).exp());
        }
        return result.log();
    }

    /** The letters of the modified fields of single steps. */
    @ParameterizedTest(name = "weight {0}")
    @CsvSource({"1", "2", "3", "4", "5", "6", "7"})
    @DisplayName("are right for letters of several weights in one exponent")
    void weighted(int weight) {
        List<SortedMap<Letter, Rational>> factors = new ArrayList<>();
        for (String field : List.of("A", "B", "A")) {
            SortedMap<Letter, Rational> factor = new TreeMap<>();
            for (int j = 1; j <= weight; j++) {
                factor.put(new Letter(field, j), Rational.of(j, j + 1));
            }
            factors.add(factor);
        }
        ExponentialProduct product = new ExponentialProduct(factors);
        assertEquals(
                reference(product, weight),
                LyndonCoordinates.of(product, List.of(), weight).toLieSeries());
    }

    @Test
    @DisplayName("have no even degrees if the product is a palindrome")
    void palindromes() {
        for (LyndonCoordinates.Totals totals : coordinates("A/2,B,A/2", 15).totals()) {
            assertEquals(totals.weight() % 2 == 0, totals.nonzero() == 0, totals::toString);
        }
    }

    @Test
    @DisplayName("of a commutator word begin with [A,B]")
    void commutatorWord() {
        LyndonCoordinates.Totals first = coordinates("A,B,-A,-B", 2).totals().get(0);
        assertEquals(0, first.nonzero());
        assertEquals(
                "{AB=1}",
                coordinates("A,B,-A,-B", 2).toLieSeries().coordinates().toString());
    }

    /** Degree 20 needs two primes; the numbers of Lyndon words are OEIS A001037. */
    @ParameterizedTest(name = "{0} to degree {1}: {2} words")
    @CsvSource({"'A,B', 20, 111013", "'A,B,C', 12, 69706", "'A,B,C,D', 10, 145338"})
    @DisplayName("are one for each Lyndon word")
    void counts(String word, int degree, long words) {
        List<LyndonCoordinates.Totals> totals = coordinates(word, degree).totals();
        assertEquals(
                words,
                totals.stream().mapToLong(LyndonCoordinates.Totals::words).sum());
    }

    /** ad_A^n B has B_n/n!, Bernoulli: log(e^A e^B) = B + ad_A/(1 − e^(−ad_A)) ... to first order in A's partner. */
    @Test
    @DisplayName("are Bernoulli numbers where one letter occurs once, to degree 20")
    void bernoulli() {
        SortedMap<LyndonWord, Rational> found =
                coordinates("A,B", 20).toLieSeries().coordinates();
        Rational[] bernoulli = new Rational[20];
        for (int n = 0; n < 20; n++) {
            Rational sum = n == 0 ? Rational.ONE : Rational.ZERO;
            Rational binomial = Rational.ONE;
            for (int k = 0; k < n; k++) {
                sum = sum.subtract(binomial.multiply(bernoulli[k]).divide(Rational.of(n - k + 1L)));
                binomial = binomial.multiply(Rational.of(n - k, k + 1L));
            }
            bernoulli[n] = sum;
        }
        Rational factorial = Rational.ONE;
        for (int n = 2; n < 20; n++) {
            factorial = factorial.multiply(Rational.of(n));
            LyndonWord word = new LyndonWord(new Word(
                    Stream.concat(Collections.nCopies(n, Letter.of("A")).stream(), Stream.of(Letter.of("B")))
                            .toList()));
            assertEquals(bernoulli[n].divide(factorial), found.getOrDefault(word, Rational.ZERO), word::toString);
        }
    }

    @ParameterizedTest(name = "the exponent in ''{0}'' is refused")
    @CsvSource({"''", "'A,,B'", "'A B'", "'A/0'", "'0*A'", "'2A'", "'A*'", "'A+'", "'A^2'", "'+'", "'A,B)'"})
    void refusedWords(String word) {
        String message = assertThrows(IllegalArgumentException.class, () -> ExponentialProduct.parse(word))
                .getMessage();
        assertTrue(message.contains("expected"), message);
    }

    @Test
    @DisplayName("are refused below degree 1, without letters, and where words do not fit")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> coordinates("A,B", 0));
        assertThrows(IllegalArgumentException.class, () -> coordinates("A,-A", 2));
        assertThrows(IllegalArgumentException.class, () -> coordinates("A,B,C", 40));
        assertThrows(IllegalArgumentException.class, () -> coordinates("A,B", 45));
    }

    @ParameterizedTest(name = "{0} to degree {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A,B; 200; the largest degree that fits is",
                "A,B; 2000000000; the largest degree that fits is",
                "A; 64; the largest degree that fits is 63",
                "A/999999999,B/999999998; 12; more than 111 digits"
            })
    @DisplayName("are refused at once where they do not fit or need too many primes, with the remedy")
    void remedies(String word, int degree, String remedy) {
        String message = assertThrows(IllegalArgumentException.class, () -> coordinates(word, degree))
                .getMessage();
        assertTrue(message.contains("degree " + degree) && message.contains(remedy), message);
    }

    @ParameterizedTest(name = "{0} to degree {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A,B; 30; expected at most 14",
                "A,B; 2000000000; expected at most 14",
                "A,B,C,D,E,F,G,H; 7; expected at most 5",
                "A; 200000; the largest degree that fits is 63"
            })
    @DisplayName("in another basis are refused where the change takes too long")
    void basisTooLarge(String word, int degree, String remedy) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        LieBasis hall = new HallBasis(new Alphabet(List.copyOf(product.letters())));
        String message = assertThrows(IllegalArgumentException.class, () -> LieExpansion.of(product, hall, degree))
                .getMessage();
        assertTrue(message.contains("degree " + degree) && message.contains(remedy), message);
    }

    /** Hofstätter (2020). */
    @Test
    @DisplayName("have the least common denominators 1, 2, 12, 24, 720, 1440, 30240, … by degree")
    void denominators() {
        SortedMap<LyndonWord, Rational> found =
                coordinates("A,B", 13).toLieSeries().coordinates();
        BigInteger[] least = new BigInteger[14];
        Arrays.fill(least, BigInteger.ONE);
        found.forEach((lyndon, value) -> {
            int degree = lyndon.word().length();
            BigInteger gcd = least[degree].gcd(value.denominator());
            least[degree] = least[degree].multiply(value.denominator()).divide(gcd);
        });
        for (int degree = 1; degree <= 13; degree++) {
            assertEquals(least[degree], CommonDenominator.of(degree), "degree " + degree);
        }
        assertEquals(BigInteger.valueOf(30240), CommonDenominator.of(7));
    }
}
