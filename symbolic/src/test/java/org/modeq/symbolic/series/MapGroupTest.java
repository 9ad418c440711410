package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("Maps as B-series form a group")
class MapGroupTest {
    @Nested
    @DisplayName("over the rational numbers")
    class OverRationals implements MapGroupLaws<Rational> {
        @Override
        public SeriesSamples<Rational> samples() {
            return SeriesSamples.rational();
        }
    }

    @Nested
    @DisplayName("over fractions in a parameter")
    class OverFractions implements MapGroupLaws<ParameterFraction> {
        @Override
        public SeriesSamples<ParameterFraction> samples() {
            return SeriesSamples.symbolic();
        }
    }

    @Test
    @DisplayName("in which both ways of composition agree to order 8 on one field")
    void reference() {
        BSeriesMap<Rational> first = SeriesSamples.rational().map(4, List.of(Colour.F), 8);
        BSeriesMap<Rational> second = SeriesSamples.rational().map(5, List.of(Colour.F), 8);
        assertEquals(first.thenByCuts(second), first.then(second));
    }

    @Test
    @DisplayName("in which the flow of f after the time 3 is the third power of that after the time 1")
    void flow() {
        BSeriesMap<Rational> flow = BSeriesMap.exactFlow(Colour.F, 7);
        assertEquals(flow.withStepSize(Rational.of(3)), flow.power(3));
        assertEquals(flow, flow.adjoint());
    }

    @Test
    @DisplayName("in which the adjoint of explicit Euler is implicit Euler, with a = 1 on every tree")
    void implicitEuler() {
        BSeriesMap<Rational> adjoint = BSeriesMap.eulerStep(Colour.F, 6).adjoint();
        for (String tree : List.of("f", "f[f]", "f[f,f]", "f[f[f],f]", "f[f,f,f[f,f]]")) {
            assertEquals(Rational.ONE, adjoint.coefficient(RootedTree.parse(tree)));
        }
    }
}
