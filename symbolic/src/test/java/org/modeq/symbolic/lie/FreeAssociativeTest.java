package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.ParameterPolynomials;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

@DisplayName("An element of the free associative algebra")
class FreeAssociativeTest {
    private static final Letter A = Letter.of("A");
    private static final Letter B = Letter.of("B");
    private static final Letter A2 = new Letter("A", 2);

    private static FreeAssociative<Rational> word(int maximalWeight, Letter... letters) {
        return FreeAssociative.of(RATIONALS, Word.of(letters), maximalWeight);
    }

    private static FreeAssociative<Rational> bracket(String bracketing, int maximalWeight) {
        return FreeAssociative.ofBracketing(RATIONALS, Bracketing.parse(bracketing), maximalWeight);
    }

    /** e^(A + A_2/3) e^(−2B). */
    private static FreeAssociative<Rational> product(int maximalWeight) {
        return FreeAssociative.ofLetters(RATIONALS, Map.of(A, Rational.ONE, A2, Rational.of(1, 3)), maximalWeight)
                .exp()
                .multiply(FreeAssociative.ofLetters(RATIONALS, Map.of(B, Rational.of(-2)), maximalWeight)
                        .exp());
    }

    @Test
    @DisplayName("is moved by the adjoint action as by e^x · e^(−x)")
    void adjointAction() {
        FreeAssociative<Rational> x = bracket("[A,B]", 6).plus(Rational.of(2, 5), word(6, A));
        FreeAssociative<Rational> y = word(6, B).plus(Rational.of(3), word(6, B, A));
        FreeAssociative<Rational> minus = FreeAssociative.zero(RATIONALS, 6).minus(x);
        assertEquals(x.exp().multiply(y).multiply(minus.exp()), x.adjointAction(y));
        assertThrows(
                ArithmeticException.class,
                () -> FreeAssociative.one(RATIONALS, 3).adjointAction(y));
    }

    @Test
    @DisplayName("is moved by Ad_{e^x} in steps: Ad_{e^A} Ad_{e^B} = Ad of log(e^A e^B)")
    void adjointRepresentation() {
        FreeAssociative<Rational> y = word(5, A2);
        FreeAssociative<Rational> both =
                word(5, A).exp().multiply(word(5, B).exp()).log();
        assertEquals(word(5, A).adjointAction(word(5, B).adjointAction(y)), both.adjointAction(y));
    }

    @Test
    @DisplayName("is group-like exactly if its logarithm is a Lie element")
    void groupLike() {
        FreeAssociative<Rational> product = product(5);
        assertTrue(product.isGroupLike());
        assertTrue(product.log().isLieElement());
        assertFalse(product.isLieElement());
        FreeAssociative<Rational> spoiled = product.plus(Rational.of(1, 1000), word(5, A, B, A));
        assertFalse(spoiled.isGroupLike());
        assertFalse(spoiled.log().isLieElement());
        assertFalse(product.log().isGroupLike());
        assertTrue(FreeAssociative.one(RATIONALS, 3).isGroupLike());
        assertTrue(FreeAssociative.zero(RATIONALS, 3).isLieElement());
    }

    @Test
    @DisplayName("with symbols is group-like too, if it is a product of exponentials")
    void groupLikeWithSymbols() {
        var ring = ParameterPolynomials.PARAMETER_POLYNOMIALS;
        ParameterPolynomial t = ParameterPolynomial.parameter("t");
        assertTrue(FreeAssociative.ofLetters(ring, Map.of(A, t, B, ParameterPolynomial.ONE), 4)
                .exp()
                .multiply(
                        FreeAssociative.ofLetters(ring, Map.of(A, t.pow(2)), 4).exp())
                .isGroupLike());
    }

    @Test
    @DisplayName("that is group-like has its logarithm as image under the first Eulerian idempotent")
    void eulerian() {
        FreeAssociative<Rational> product = product(6);
        assertEquals(product.log(), LieIdempotents.eulerian(product));
    }

    @Test
    @DisplayName("that is a Lie element is fixed by both idempotents")
    void lieElements() {
        FreeAssociative<Rational> element =
                bracket("[[A,B],[A,[A_2,B]]]", 6).plus(Rational.of(-3, 2), bracket("[A,[B,A]]", 6));
        assertTrue(element.isLieElement());
        assertEquals(element, LieIdempotents.dynkin(element));
        assertEquals(element, LieIdempotents.eulerian(element));
    }

    @ParameterizedTest(name = "that is a word of length {0} becomes a Lie element by both idempotents, different ones")
    @ValueSource(ints = {2, 3, 4, 5})
    void projections(int length) {
        boolean isDifferent = false;
        for (Word w : Alphabet.of(A, B).words(length)) {
            FreeAssociative<Rational> element = FreeAssociative.of(RATIONALS, w, length);
            FreeAssociative<Rational> dynkin = LieIdempotents.dynkin(element);
            FreeAssociative<Rational> eulerian = LieIdempotents.eulerian(element);
            assertTrue(dynkin.isLieElement() && eulerian.isLieElement());
            assertEquals(eulerian, LieIdempotents.dynkin(eulerian));
            assertEquals(dynkin, LieIdempotents.eulerian(dynkin));
            isDifferent |= !dynkin.equals(eulerian);
        }
        assertEquals(length > 2, isDifferent);
    }

    /** e₁ = 1/n Σ over permutations of (−1)^d / binomial(n − 1, d), d their descents; source: Reutenauer (1993), chapter 3. */
    @Test
    @DisplayName("of five different letters has the Eulerian image that counts descents")
    void descents() {
        List<Letter> letters = List.of(A, B, Letter.of("C"), Letter.of("D"), Letter.of("E"));
        Rational[] weights = {
            Rational.of(1, 5), Rational.of(-1, 20), Rational.of(1, 30), Rational.of(-1, 20), Rational.of(1, 5)
        };
        TreeMap<Word, Rational> expected = new TreeMap<>();
        for (List<Integer> permutation : permutations(5)) {
            int descents = 0;
            for (int i = 1; i < 5; i++) {
                descents += permutation.get(i) < permutation.get(i - 1) ? 1 : 0;
            }
            expected.put(new Word(permutation.stream().map(letters::get).toList()), weights[descents]);
        }
        assertEquals(
                new FreeAssociative<>(RATIONALS, 5, expected),
                LieIdempotents.eulerian(FreeAssociative.of(RATIONALS, new Word(letters), 5)));
    }

    private static List<List<Integer>> permutations(int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> permutation : permutations(size - 1)) {
            for (int place = 0; place < size; place++) {
                List<Integer> next = new ArrayList<>(permutation);
                next.add(place, size - 1);
                longer.add(next);
            }
        }
        return longer;
    }

    @Test
    @DisplayName("in Dynkin's form is Σ (c_w/|w|) [w₁,[w₂,…]], and BCH has 1/36 before [A,[A,B]]")
    void dynkinForm() {
        FreeAssociative<Rational> bch =
                word(5, A).exp().multiply(word(5, B).exp()).log();
        Map<Bracketing, Rational> form = LieIdempotents.dynkinForm(bch);
        FreeAssociative<Rational> sum = FreeAssociative.zero(RATIONALS, 5);
        for (var term : form.entrySet()) {
            sum = sum.plus(term.getValue(), FreeAssociative.ofBracketing(RATIONALS, term.getKey(), 5));
        }
        assertEquals(bch, sum);
        assertEquals(Rational.of(1, 36), form.get(Bracketing.parse("[A,[A,B]]")));
        assertEquals(
                "[A, [A,[A,[A,[A,B]]]]]",
                form.keySet().stream().limit(2).toList().toString());
        assertThrows(ArithmeticException.class, () -> LieIdempotents.dynkinForm(word(5, A, B)));
    }
}
