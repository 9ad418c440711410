package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A relation between tensors")
class TensorRelationTest {
    private static TensorForm<Rational> form(String formula, int rank) {
        Map<String, TensorForm<Rational>> losses = new TreeMap<>();
        List.of("A", "B", "C").forEach(name -> losses.put(name, TensorForm.loss(RATIONALS, name)));
        Map<String, TensorForm<Rational>> fields = new TreeMap<>();
        List.of("f", "g").forEach(name -> fields.put(name, TensorForm.field(RATIONALS, name)));
        return new FormulaMeaning<>(RATIONALS, losses, fields, Map.of()).value(FormulaParser.parse(formula), rank);
    }

    @ParameterizedTest(name = "commuting Hessians make {0} vanish")
    @CsvSource(
            delimiter = ';',
            value = {
                "hess(A)*hess(B) - hess(B)*hess(A); 2",
                "hess(A)*hess(B)*grad(C) - hess(B)*hess(A)*grad(C); 1",
                "hess(C)*hess(A)*hess(B)*grad(C) - hess(B)*hess(A)*hess(C)*grad(C); 1",
                "dot(grad(C),hess(A)*hess(B)*grad(A)) - dot(grad(A),hess(A)*hess(B)*grad(C)); 0",
                "trace(hess(A)*hess(B)*hess(A)*hess(B)) - trace(hess(A)^2*hess(B)^2); 0",
                "D(A,3)[hess(A)*hess(B)*grad(C),hess(B)*hess(C)*f] - D(A,3)[hess(C)*hess(B)*f,hess(B)*hess(A)*grad(C)]; 1",
                "curl(bracket(grad(A),grad(B))); 2"
            })
    void commuting(String formula, int rank) {
        TensorForm<Rational> form = form(formula, rank);
        assertFalse(form.isZero());
        assertTrue(TensorRelation.COMMUTING_HESSIANS.reduced(form).isZero());
    }

    @ParameterizedTest(name = "commuting Hessians leave {0} standing")
    @CsvSource(
            delimiter = ';',
            value = {
                "hess(A)*D(A,3)[grad(A)] - D(A,3)[grad(A)]*hess(A); 2",
                "hess(A)*grad(B) - hess(B)*grad(A); 1",
                "hess(A)*hess(B)*grad(C) - hess(A)*hess(C)*grad(B); 1",
                "jac(f)*jac(g) - jac(g)*jac(f); 2",
                "hess(A)*odot(grad(A),hess(B)*grad(B)) - hess(B)*odot(grad(A),hess(A)*grad(B)); 1"
            })
    void notCommuting(String formula, int rank) {
        assertFalse(
                TensorRelation.COMMUTING_HESSIANS.reduced(form(formula, rank)).isZero());
    }

    @Test
    @DisplayName("of linear fields leaves what has no second derivatives of fields and no third ones of losses")
    void linear() {
        TensorForm<Rational> form =
                form("jac(f)*f + D(f,2)[g,g] + 2*hess(A)*grad(B) + D(A,3)[grad(A),f] + h*laplacian(A)*f", 1);
        assertEquals(
                form("jac(f)*f + 2*hess(A)*grad(B) + h*laplacian(A)*f", 1), TensorRelation.LINEAR_FIELDS.reduced(form));
        assertNotEquals(form, TensorRelation.LINEAR_FIELDS.reduced(form));
    }

    @Test
    @DisplayName("holds in the arguments of functions too")
    void functions() {
        FormulaMeaning<Rational> meaning = new FormulaMeaning<>(
                RATIONALS,
                Map.of("A", TensorForm.loss(RATIONALS, "A"), "B", TensorForm.loss(RATIONALS, "B")),
                Map.of(),
                Map.of(),
                Map.of("phi", 1));
        TensorForm<Rational> form =
                meaning.value(FormulaParser.parse("phi(hess(A)*hess(B)*grad(A)) - phi(hess(B)*hess(A)*grad(A))"), 1);
        assertFalse(form.isZero());
        assertTrue(TensorRelation.COMMUTING_HESSIANS.reduced(form).isZero());
        TensorForm<Rational> vanishing = meaning.value(FormulaParser.parse("phi(D(A,3)[grad(B),grad(B)])"), 1);
        assertThrows(IllegalArgumentException.class, () -> TensorRelation.LINEAR_FIELDS.reduced(vanishing));
    }

    /** Losses that are sums over the coordinates have diagonal Hessians, which commute. */
    @RepeatedTest(20)
    @DisplayName("keeps the value on losses that obey it")
    void values(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        TreeMap<Colour, String> losses = new TreeMap<>();
        for (String name : List.of("A", "B", "C")) {
            losses.put(
                    new Colour(name),
                    random.nextInt(1, 5) + "*x^" + random.nextInt(2, 5) + " + " + random.nextInt(1, 5) + "*y^"
                            + random.nextInt(2, 5));
        }
        ConcreteProblem problem =
                new ConcreteProblem(List.of("x", "y"), losses, List.of(Rational.of(1), Rational.of(2)));
        TensorForm<Rational> form = form(
                "hess(B)*hess(A)*hess(C)*grad(A) + D(B,3)[hess(C)*hess(A)*grad(C),grad(A)]"
                        + " + trace(hess(C)*hess(B)*hess(A))*grad(A)",
                1);
        TensorForm<Rational> reduced = TensorRelation.COMMUTING_HESSIANS.reduced(form);
        assertNotEquals(form, reduced);
        assertEquals(problem.value(form), problem.value(reduced));
    }
}
