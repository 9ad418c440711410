package org.modeq.symbolic.lie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.Word;

/**
 * Goldberg's coefficients: log(e^A e^B) word by word.
 *
 * <p>Let w = A^s₁ B^s₂ A^s₃ … have m runs, n = Σ sᵢ. With G₁ = 1 and s G_s = d/dt [t(t − 1) G_{s−1}],
 * <pre>
 *   coefficient of w = ∫₀¹ t^⌊m/2⌋ (t − 1)^⌊(m−1)/2⌋ G_s₁(t) ⋯ G_s_m(t) dt,
 * </pre>
 * and with A and B exchanged it is (−1)^(n−1) times that. Source: Goldberg, "The formal power series for log eˣeʸ", Duke
 * Mathematical Journal 23 (1956), 13–21. Worked example: A, AB, AAB, ABA have 1, 1/2, 1/12, −1/6.
 *
 * @param first A, the letter of the field that acts first
 * @param second B
 */
public record Goldberg(Letter first, Letter second) {
    /**
     * Names the two letters.
     *
     * @param first A
     * @param second B
     * @throws IllegalArgumentException if they are equal
     */
    public Goldberg {
        if (first.equals(second)) {
            throw new IllegalArgumentException("given the letter " + first + " twice, expected two different letters");
        }
    }

    /**
     * The coefficient of a word in log(e^A e^B).
     *
     * <p>Exact; a product of m polynomials of total degree below n, so about n² rational operations.
     *
     * @param word w
     * @return its coefficient; 0 for the empty word and for words with other letters
     */
    public Rational coefficient(Word word) {
        Optional<List<Integer>> runs = runs(word);
        if (runs.isEmpty() || word.length() == 0) {
            return Rational.ZERO;
        }
        int m = runs.get().size();
        Polynomial integrand = Polynomial.monomial(Rational.ONE, m / 2);
        Polynomial timeBefore = new Polynomial(List.of(Rational.of(-1), Rational.ONE));
        for (int i = 0; i < (m - 1) / 2; i++) {
            integrand = integrand.multiply(timeBefore);
        }
        for (int run : runs.get()) {
            integrand = integrand.multiply(runPolynomial(run));
        }
        Rational integral = integrand.integral().valueAt(Rational.ONE);
        boolean isOpposite = word.letters().get(0).equals(second) && word.length() % 2 == 0;
        return isOpposite ? integral.negate() : integral;
    }

    /** s₁, …, s_m, or empty if there is a third letter. */
    private Optional<List<Integer>> runs(Word word) {
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            Letter letter = word.letters().get(i);
            if (!letter.equals(first) && !letter.equals(second)) {
                return Optional.empty();
            }
            if (i > 0 && letter.equals(word.letters().get(i - 1))) {
                runs.set(runs.size() - 1, runs.get(runs.size() - 1) + 1);
            } else {
                runs.add(1);
            }
        }
        return Optional.of(runs);
    }

    /** G_s. */
    private static Polynomial runPolynomial(int length) {
        Polynomial polynomial = Polynomial.constant(Rational.ONE);
        Polynomial factor = new Polynomial(List.of(Rational.ZERO, Rational.of(-1), Rational.ONE));
        for (int s = 2; s <= length; s++) {
            polynomial = derivative(factor.multiply(polynomial), s);
        }
        return polynomial;
    }

    /** The derivative of p, divided by s. */
    private static Polynomial derivative(Polynomial p, int s) {
        List<Rational> coefficients = new ArrayList<>();
        for (int power = 1; power <= p.degree(); power++) {
            coefficients.add(p.coefficient(power).multiply(Rational.of(power, s)));
        }
        return new Polynomial(coefficients);
    }
}
