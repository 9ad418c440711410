package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The increment of a scalar")
class TaylorIncrementTest {
    private static TensorForm<Rational> form(String formula, int rank) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        List.of("E", "L").forEach(name -> losses.put(name, TensorForm.loss(RATIONALS, name)));
        return new FormulaMeaning<>(RATIONALS, losses, Map.of(), Map.of()).value(FormulaParser.parse(formula), rank);
    }

    @Test
    @DisplayName("has D^kE[d, ..., d]/k! with the displacement held fast")
    void terms() {
        assertEquals(
                form(
                        "-h*dot(grad(E),grad(L)) + h^2/2*D(E,2)[grad(L),grad(L)] + h^2*dot(grad(E),hess(L)*grad(L))"
                                + " - h^3/6*D(E,3)[grad(L),grad(L),grad(L)] - h^3*D(E,2)[grad(L),hess(L)*grad(L)]",
                        0),
                TaylorIncrement.of(form("E", 0), form("-h*grad(L) + h^2*hess(L)*grad(L)", 1), 3));
    }

    @Test
    @DisplayName("is exact on a polynomial: E at the new point less E at the old one")
    void onAPolynomial() {
        Map<Colour, String> losses = Map.of(new Colour("E"), "x^2*y + y^3", new Colour("L"), "x^2/2 + x*y");
        ConcreteProblem problem = new ConcreteProblem(List.of("x", "y"), losses, List.of(Rational.ONE, Rational.of(2)));
        Polynomial found = problem.value(TaylorIncrement.of(form("E", 0), form("-h*grad(L)", 1), 3))
                .get(0);
        // grad L = (3, 1) at (1, 2): the new point is (1 - 3h, 2 - h).
        Polynomial x = Polynomial.constant(Rational.ONE).add(Polynomial.monomial(Rational.of(-3), 1));
        Polynomial y = Polynomial.constant(Rational.of(2)).add(Polynomial.monomial(Rational.of(-1), 1));
        Polynomial there = x.multiply(x).multiply(y).add(y.multiply(y).multiply(y));
        assertEquals(there.add(Polynomial.constant(Rational.of(-10))), found);
    }
}
