package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.FieldEquation.Summary;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The numbers of a bracket form")
class BracketSummaryTest {
    private static final int ORDER = 6;

    private static Summary ofTerms(BracketForm<Rational> form, Summary line) {
        List<Rational> coefficients = form.terms().stream()
                .filter(term -> term.power() == line.order() - 1)
                .map(BracketForm.Term::coefficient)
                .toList();
        Rational sum = coefficients.stream().reduce(Rational.ZERO, Rational::add);
        Rational absoluteSum = coefficients.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::add);
        return new Summary(
                line.order(), line.count(), coefficients.size(), sum.toString(), Optional.of(absoluteSum.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:A,B", "sequence:A/2,B,A/2", "sequence:A*3,B,C", "splitting:A/2,B,A/2", "gd"})
    @DisplayName("are those of its terms")
    void terms(String name) {
        Method<Rational> method = Methods.parseRational(name);
        BracketForm<Rational> form = BracketForm.of(method, ORDER);
        List<Summary> summary = BracketForm.summary(method, ORDER);
        assertEquals(ORDER, summary.size());
        summary.forEach(line -> assertEquals(ofTerms(form, line), line));
    }

    /** By hand: for A and B in each weight, 2, 1 + 2, 2 + 4 + 2; exact flows have A and B alone, 2, 1, 2. */
    @Test
    @DisplayName("count the Lyndon words in the letters that occur")
    void counts() {
        assertEquals(
                List.of(2, 3, 8),
                BracketForm.summary(Methods.parse("sequence:A,B"), 3).stream()
                        .map(line -> line.count().intValueExact())
                        .toList());
        assertEquals(
                List.of(2, 1, 2),
                BracketForm.summary(Methods.parse("splitting:A,B"), 3).stream()
                        .map(line -> line.count().intValueExact())
                        .toList());
    }

    /** By hand: n A + m B + h (n A_2 + m B_2 + nm/2 [A,B]). */
    @Test
    @DisplayName("have no Σ|c| where there are symbols")
    void symbols() {
        assertEquals(
                List.of(
                        new Summary(1, BigInteger.TWO, 2, "m+n", Optional.empty()),
                        new Summary(2, BigInteger.valueOf(3), 3, "(2*m+2*n+m*n)/2", Optional.empty())),
                BracketForm.summary(Methods.parse("sequence:A*n,B*m"), 2));
    }

    @Test
    @DisplayName("are refused below order 1, and for sums of fields")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> BracketForm.summary(Methods.parse("sequence:A,B"), 0));
        assertThrows(IllegalArgumentException.class, () -> BracketForm.summary(Methods.parse("joint:A,B"), 2));
    }
}
