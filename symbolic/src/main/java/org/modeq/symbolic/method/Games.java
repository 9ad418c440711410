package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * Differentiable games: each player moves its own part of the state along its own field, with its own rate v.
 *
 * <p>A player's field is taken as a field on the whole state that is zero on the parts of the others; then simultaneous
 * play is one Euler step on Σ v_c f_c, and alternating play is a sequence of Euler steps, each player in turn with its
 * number m of sub-steps of size v/m. Rosca, Wu, Dherin and Barrett (2021).
 */
public final class Games {
    private Games() {}

    /**
     * Simultaneous play.
     *
     * @param players the players
     * @param parameters the rates, {@code vA} for player A; those not given stay symbols
     * @return the method {@code game:simultaneous}
     * @throws IllegalArgumentException if another parameter or a number of sub-steps is given
     */
    public static EulerSteps<?> simultaneous(List<Colour> players, MethodParameters parameters) {
        if (!parameters.substeps().isEmpty()) {
            throw new IllegalArgumentException("given sub-steps " + parameters.substeps()
                    + " for game:simultaneous, expected none; use game:alternating");
        }
        return play("game:simultaneous", players, parameters, new ParameterSource.Recipe<>() {
            @Override
            public <E> EulerSteps<?> build(ParameterSource<E> source) {
                SortedMap<Colour, E> weights = new TreeMap<>();
                players.forEach(player -> weights.put(player, source.value(rate(player))));
                return new EulerSteps<>(
                        "game:simultaneous",
                        Clock.STEP,
                        source.ring(),
                        List.of(new EulerSteps.Step<>(weights)),
                        source.written());
            }
        });
    }

    /**
     * Alternating play, the first player first.
     *
     * @param players the players in order
     * @param parameters the rates, {@code vA} for player A, and the numbers of sub-steps
     * @return the method {@code game:alternating}
     * @throws IllegalArgumentException if another parameter is given, or not as many sub-steps as players
     */
    public static EulerSteps<?> alternating(List<Colour> players, MethodParameters parameters) {
        List<Integer> substeps =
                parameters.substeps().isEmpty() ? Collections.nCopies(players.size(), 1) : parameters.substeps();
        if (substeps.size() != players.size()) {
            throw new IllegalArgumentException("given the sub-steps " + substeps + " for the players " + players
                    + ", expected one number for each");
        }
        return play("game:alternating", players, parameters, new ParameterSource.Recipe<>() {
            @Override
            public <E> EulerSteps<?> build(ParameterSource<E> source) {
                Ring<E> ring = source.ring();
                List<EulerSteps.Step<E>> steps = new ArrayList<>();
                for (int i = 0; i < players.size(); i++) {
                    E weight = ring.scale(Rational.of(1, substeps.get(i)), source.value(rate(players.get(i))));
                    steps.addAll(Collections.nCopies(substeps.get(i), EulerSteps.Step.on(players.get(i), weight)));
                }
                return new EulerSteps<>("game:alternating", Clock.SWEEP, ring, steps, source.written());
            }
        });
    }

    private static EulerSteps<?> play(
            String name,
            List<Colour> players,
            MethodParameters parameters,
            ParameterSource.Recipe<EulerSteps<?>> recipe) {
        if (players.stream().distinct().count() != players.size()) {
            throw new IllegalArgumentException("given the players " + players + ", expected distinct names");
        }
        List<String> rates = players.stream().map(Games::rate).toList();
        return ParameterSource.build(name, rates, parameters.values(), List.of(), recipe);
    }

    private static String rate(Colour player) {
        return "v" + player.name();
    }
}
