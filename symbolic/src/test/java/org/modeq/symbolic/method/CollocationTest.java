package org.modeq.symbolic.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.series.SeriesQueries;

@DisplayName("A method with a continuum of stages")
class CollocationTest {
    private static Rational product(Polynomial p, Polynomial q) {
        return p.multiply(q).integral().valueAt(Rational.ONE);
    }

    /** Σ ⟨p, e⟩/⟨e, e⟩ e. */
    private static Polynomial projected(Polynomial p, List<Polynomial> orthogonal) {
        Polynomial sum = Polynomial.ZERO;
        for (Polynomial e : orthogonal) {
            Polynomial factor = Polynomial.constant(product(p, e).divide(product(e, e)));
            sum = sum.add(factor.multiply(e));
        }
        return sum;
    }

    /** Hairer (2010): π is orthogonal for ∫₀¹ pq; the basis is Legendre's. */
    private static Collocation energyPreserving(int stages) {
        List<Polynomial> basis = new ArrayList<>();
        for (int k = 0; k < stages; k++) {
            Polynomial power = Polynomial.monomial(Rational.ONE, k);
            Polynomial minus = Polynomial.constant(Rational.of(-1));
            basis.add(power.add(minus.multiply(projected(power, basis))));
        }
        return new Collocation("energy-preserving", "θ ← u(1)", stages, slope -> projected(slope, basis));
    }

    @Test
    @DisplayName("and the mean as projection is the average vector field method")
    void average() {
        assertEquals(StepMap.of(Methods.parseRational("avf"), 7), StepMap.of(energyPreserving(1), 7));
    }

    /** Hairer (2010) for the order 2s; Hairer and Zbinden (2013) for 2s + 2. */
    @ParameterizedTest(
            name = "and an orthogonal projection, s = {0}: energy kept, order {1}, conjugate symplectic to {2}")
    @CsvSource({"1, 2, 4", "2, 4, 6", "3, 6, 8"})
    void energyPreserving(int stages, int order, int conjugateOrder) {
        BSeriesMap<Rational> map = StepMap.of(energyPreserving(stages), 9);
        assertTrue(SeriesQueries.preservesEnergy(map.logarithm()));
        assertTrue(SeriesQueries.isSymmetric(map));
        assertFalse(SeriesQueries.isSymplectic(map));
        assertEquals(order, SeriesQueries.orderOfAccuracy(map));
        assertEquals(conjugateOrder, SeriesQueries.orderOfConjugateSymplecticity(map));
    }

    @Test
    @DisplayName("needs a node")
    void noNode() {
        Polynomial constant = Polynomial.constant(Rational.ONE);
        assertThrows(IllegalArgumentException.class, () -> new Collocation("none", constant));
    }
}
