package org.modeq.symbolic.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The modified stochastic differential equation of SGD")
class ModifiedSdeTest {
    /** Li, Tai and E (2017): drift f − h/2 f′f, diffusion √h σ. */
    @Test
    @DisplayName("of weak order 2 is that of Li, Tai and E, and lacks nothing")
    void weakOrderTwo() {
        ModifiedSde sde = ModifiedSde.of(2);
        assertEquals("{f=1, f[f]=-1/2}", sde.drift().toString());
        assertEquals("{a=1}", sde.columns().toString());
        assertEquals("{}", sde.rest().toString());
    }

    @Test
    @DisplayName("at h² corrects drift and columns, and lacks the third cumulant alone")
    void weakOrderThree() {
        ModifiedSde sde = ModifiedSde.of(3);
        assertEquals(
                "{f=1, f[f]=-1/2, f[a,a]=-1/4, f[f,f]=1/12, f[f[f]]=1/3}",
                sde.drift().toString());
        assertEquals("{a=1, a[f]=-1/2, f[a]=-1/2}", sde.columns().toString());
        assertEquals("{a a a=1/6}", sde.rest().toString());
    }

    @ParameterizedTest(name = "to order {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("has with its rest the generator of SGD")
    void generator(int order) {
        ModifiedSde sde = ModifiedSde.of(order);
        SortedMap<Pattern, Rational> all = new TreeMap<>(sde.generator());
        all.putAll(sde.rest());
        for (PatternSeries.Term term : SamplingGenerator.centred(order).terms()) {
            assertEquals(
                    term.coefficient().coefficient(0),
                    all.getOrDefault(term.pattern(), Rational.ZERO),
                    term.pattern().toString());
        }
    }

    @Test
    @DisplayName("is refused beyond, where there is none in general")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> ModifiedSde.of(0));
        assertThrows(IllegalArgumentException.class, () -> ModifiedSde.of(4));
    }
}
