package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterPolynomials;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.FreeLieDimension;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;
import org.modeq.symbolic.word.LyndonWord;
import org.modeq.symbolic.word.Word;

@DisplayName("A basis of the free Lie algebra")
class BasisChangeTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");
    private static final Letter A2 = new Letter("A", 2);
    private static final Alphabet TWO = Alphabet.of(A, B);

    private static Alphabet alphabet(String letters) {
        return new Alphabet(List.of(letters.split(" ", -1)).stream()
                .map(letter -> (Letter) Bracketing.parse(letter))
                .toList());
    }

    private static LieSeries<Rational> bch(int weight) {
        return LieSeries.logOfProduct(RATIONALS, List.of(Map.of(A, Rational.ONE), Map.of(B, Rational.ONE)), weight);
    }

    private static Map<String, String> texts(Map<Bracketing, Rational> coordinates) {
        return coordinates.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString()));
    }

    @ParameterizedTest(name = "{0}, in {1} to weight {2}, has elements that are independent sums of words")
    @CsvSource({
        "lyndon, A B, 8", "hall, A B, 8", "right-normed, A B, 8",
        "lyndon, A B C, 5", "hall, A B C, 5", "right-normed, A B C, 5"
    })
    void independentWords(String name, String letters, int weight) {
        List<Bracketing> elements = LieBasis.named(name, alphabet(letters)).upTo(weight);
        LinearSystem<Word, Rational> system = new LinearSystem<>(RATIONALS);
        for (Bracketing element : elements) {
            system.add(FreeAssociative.ofBracketing(RATIONALS, element, weight).terms(), Rational.ZERO);
        }
        assertEquals(elements.size(), system.rank());
        assertEquals(FreeLieDimension.upToWeight(alphabet(letters), weight), BigInteger.valueOf(elements.size()));
    }

    @ParameterizedTest(name = "{0}, in {1} to weight {2}, has elements with independent Lyndon coordinates")
    @CsvSource({
        "hall, A B, 11",
        "right-normed, A B, 12",
        "hall, A B C, 7",
        "right-normed, A B C, 7",
        "hall, A A_2 B B_3, 7",
        "right-normed, A A_2 B B_3, 7",
        "right-normed, A B C D E, 5"
    })
    void independentCoordinates(String name, String letters, int weight) {
        Alphabet alphabet = alphabet(letters);
        BasisChange change = new BasisChange(LieBasis.named(name, alphabet), weight);
        for (LyndonWord lyndon : alphabet.lyndonWords(weight)) {
            SortedMap<Letter, Integer> content = lyndon.word().content();
            assertEquals(
                    FreeLieDimension.ofContent(content),
                    BigInteger.valueOf(change.rank(content)),
                    () -> "at " + content);
        }
    }

    @ParameterizedTest(name = "{0} leads from Lyndon coordinates and back, for a series in A, A_2, B to weight 7")
    @CsvSource({"lyndon", "hall", "right-normed"})
    void roundTrip(String name) {
        LieSeries<Rational> series = LieSeries.logOfProduct(
                RATIONALS,
                List.of(
                        Map.of(A, Rational.ONE, A2, Rational.of(-1, 2)),
                        Map.of(B, Rational.of(3, 5)),
                        Map.of(A, Rational.of(2))),
                7);
        BasisChange change = new BasisChange(LieBasis.named(name, Alphabet.of(A, A2, B)), 7);
        Map<Bracketing, Rational> coordinates = change.coordinates(series);
        assertEquals(series, change.toLyndon(RATIONALS, coordinates));
        assertEquals(coordinates, change.coordinates(change.toLyndon(RATIONALS, coordinates)));
        FreeAssociative<Rational> sum = FreeAssociative.zero(RATIONALS, 7);
        for (var term : coordinates.entrySet()) {
            sum = sum.plus(term.getValue(), FreeAssociative.ofBracketing(RATIONALS, term.getKey(), 7));
        }
        assertEquals(series.toWords(), sum);
    }

    @ParameterizedTest(name = "{0} has every single element, to weight 6, as itself")
    @CsvSource({"lyndon", "hall", "right-normed"})
    void elements(String name) {
        LieBasis basis = LieBasis.named(name, TWO);
        BasisChange change = new BasisChange(basis, 6);
        for (Bracketing element : basis.upTo(6)) {
            Map<Bracketing, Rational> itself = Map.of(element, Rational.ONE);
            assertEquals(itself, change.coordinates(change.toLyndon(RATIONALS, itself)));
        }
    }

    /** Worked by hand from the Lyndon form: [[A,B],B] = −[B,[A,B]], and [A,[[A,B],B]] = −[B,[A,[A,B]]] = [B,[A,[B,A]]]. */
    @Test
    @DisplayName("has BCH to degree 4 as in the books")
    void bchInBases() {
        assertEquals(
                Map.of(
                        "A",
                        "1",
                        "B",
                        "1",
                        "[A,B]",
                        "1/2",
                        "[A,[A,B]]",
                        "1/12",
                        "[B,[A,B]]",
                        "-1/12",
                        "[B,[A,[A,B]]]",
                        "-1/24"),
                texts(new BasisChange(LieBasis.named("hall", TWO), 4).coordinates(bch(4))));
        assertEquals(
                Map.of(
                        "A",
                        "1",
                        "B",
                        "1",
                        "[B,A]",
                        "-1/2",
                        "[A,[B,A]]",
                        "-1/12",
                        "[B,[B,A]]",
                        "1/12",
                        "[B,[A,[B,A]]]",
                        "1/24"),
                texts(new BasisChange(LieBasis.named("right-normed", TWO), 4).coordinates(bch(4))));
    }

    @Test
    @DisplayName("has its coordinates in any ring, in the order of the basis")
    void symbols() {
        var ring = ParameterPolynomials.PARAMETER_POLYNOMIALS;
        ParameterPolynomial t = ParameterPolynomial.parameter("t");
        LieSeries<ParameterPolynomial> series =
                LieSeries.logOfProduct(ring, List.of(Map.of(A, t), Map.of(B, ParameterPolynomial.ONE)), 5);
        LieBasis hall = LieBasis.named("hall", TWO);
        BasisChange change = new BasisChange(hall, 5);
        Map<Bracketing, ParameterPolynomial> coordinates = change.coordinates(series);
        assertEquals(series, change.toLyndon(ring, coordinates));
        assertEquals(
                hall.upTo(5).stream().filter(coordinates::containsKey).toList(), List.copyOf(coordinates.keySet()));
    }

    @Test
    @DisplayName("does not serve for letters and weights that it was not prepared for")
    void refused() {
        BasisChange change = new BasisChange(LieBasis.named("hall", TWO), 3);
        LieSeries<Rational> other = LieSeries.of(RATIONALS, Letter.of("C"), 3);
        assertThrows(IllegalArgumentException.class, () -> change.coordinates(other));
        assertThrows(IllegalArgumentException.class, () -> change.coordinates(bch(4)));
    }

    @Test
    @DisplayName("of Lyndon is rewritten to what the words say, for all brackets of two elements to weight 8")
    void rewriting() {
        LyndonRewriting rewriting = new LyndonRewriting();
        for (LyndonWord u : Alphabet.of(A, A2, B).lyndonWords(7)) {
            for (LyndonWord v : Alphabet.of(A, A2, B).lyndonWords(8 - u.word().weight())) {
                FreeAssociative<Rational> words = FreeAssociative.ofBracketing(RATIONALS, u.bracketing(), 8)
                        .commutator(FreeAssociative.ofBracketing(RATIONALS, v.bracketing(), 8));
                assertEquals(LieSeries.ofLieElement(words).coordinates(), rewriting.bracket(u, v));
            }
        }
    }
}
