package org.modeq.symbolic.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.pattern.SamplingGenerator;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The generator of independent draws on a quantity")
class DrawGeneratorTest {
    private static final int ORDER = 4;

    @Test
    @DisplayName("of a coin, f = ±1, is ln cosh(h d/dx)/h")
    void coin() {
        CoordinateLosses coin = CoordinateLosses.of(List.of("x"), Map.of("A", "x", "B", "-x"), Map.of());
        List<Expression> rates = DrawGenerator.rates(coin, coin.read("x^6"), ORDER);
        // h D²/2 − h³ D⁴/12 on x⁶
        assertEquals(
                List.of("0", "15*x^4", "0", "-30*x^2"),
                rates.stream().map(Expression::toString).toList());
    }

    @Test
    @DisplayName("of linear fields c_ξ x multiplies x² by ln 𝔼(1 + h c_ξ)²/h")
    void linear() {
        CoordinateLosses losses =
                CoordinateLosses.of(List.of("x"), Map.of("A", "-x^2/2", "B", "-2*x^2/2", "C", "x^2/2"), Map.of());
        List<Expression> rates = DrawGenerator.rates(losses, losses.read("x^2"), 3);
        // 𝔼(1 + h c)² = 1 + 4/3 h + 2 h², its logarithm 4/3 h + (2 − 8/9) h² + (64/81 − 8/3) h³
        assertEquals(
                List.of("4/3*x^2", "10/9*x^2", "-152/81*x^2"),
                rates.stream().map(Expression::toString).toList());
    }

    @Test
    @DisplayName("equals the sum over pattern forests, all draws written out, to order 4")
    void forests() {
        CoordinateLosses losses = CoordinateLosses.of(
                List.of("x", "y"), Map.of("A", "x^3/3 - x*y^2", "B", "x^2*y + y^3/3 - x"), Map.of());
        Expression quantity = losses.read("x^2*y + x*y^3");
        List<Expression> rates = DrawGenerator.rates(losses, quantity, ORDER);
        PartialDerivatives derivatives = new PartialDerivatives(losses, quantity);
        CoordinateDifferentials differentials = new CoordinateDifferentials(losses);
        List<Expression> sums = new ArrayList<>(Collections.nCopies(ORDER, Expression.ZERO));
        for (PatternSeries.Term term : SamplingGenerator.of(ORDER).terms()) {
            for (List<RootedTree> forest : drawn(term.pattern().trees())) {
                Rational weight = Rational.of(1, 1 << term.pattern().blocks());
                Expression derivative =
                        derivatives.along(forest.stream().map(differentials::of).toList());
                Rational coefficient = term.coefficient().coefficient(0);
                sums.set(term.power(), sums.get(term.power()).add(derivative.scaled(coefficient.multiply(weight))));
            }
        }
        assertEquals(sums, rates);
    }

    /** The forest with A or B for each letter. */
    private static List<List<RootedTree>> drawn(List<RootedTree> forest) {
        List<Colour> letters = forest.stream()
                .flatMap(tree -> tree.colours().stream())
                .distinct()
                .toList();
        List<List<RootedTree>> all = new ArrayList<>();
        for (int choice = 0; choice < 1 << letters.size(); choice++) {
            int bits = choice;
            all.add(forest.stream()
                    .map(tree -> tree.recoloured(
                            colour -> new Colour((bits >> letters.indexOf(colour)) % 2 == 0 ? "A" : "B")))
                    .toList());
        }
        return all;
    }

    @Test
    @DisplayName("needs an order")
    void refused() {
        CoordinateLosses coin = CoordinateLosses.of(List.of("x"), Map.of("A", "x"), Map.of());
        assertThrows(IllegalArgumentException.class, () -> DrawGenerator.rates(coin, coin.read("x"), 0));
    }
}
