package org.modeq.examples.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.ExperimentRun;
import org.modeq.examples.experiment.Slopes;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The drift in games")
class DriftInGamesTest {
    @Test
    @DisplayName("has all its outcomes")
    void quick() {
        ExperimentRun.quick(new DriftInGames());
    }

    @Test
    @DisplayName("has the printed coefficients for equal rates and no others than the derived ones")
    void equalRates() {
        Rational rate = Rational.of(2, 3);
        assertEquals(ModifiedEquation.of(DriftInGames.play(rate, rate), 2).field(), DriftInGames.printed(rate, rate));
    }

    @Test
    @DisplayName("is not described by the printed coefficients for unequal rates: their error has slope 1")
    void unequalRates() {
        Rational two = Rational.of(2);
        var play = DriftInGames.play(Rational.ONE, two);
        double printed = Slopes.last(DriftInGames.errors(play, DriftInGames.printed(Rational.ONE, two)));
        double derived = Slopes.last(
                DriftInGames.errors(play, ModifiedEquation.of(play, 2).field()));
        assertEquals(1, printed, 0.1);
        assertEquals(2, derived, 0.05);
        assertTrue(printed < derived);
    }
}
