package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
        requireDistinct(players);
        List<String> rates = players.stream().map(Games::rate).toList();
        return ParameterSource.build(
                "game:simultaneous", rates, parameters.values(), List.of(), new ParameterSource.Recipe<>() {
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
     * Alternating play, the first player first; each plays its number m of sub-steps of size v/m.
     *
     * @param players the players in order
     * @param parameters the rates, {@code vA} for player A, and the numbers of sub-steps, which may be symbols
     * @return the method {@code game:alternating}
     * @throws IllegalArgumentException if another parameter is given, or not as many sub-steps as players
     */
    public static Method<?> alternating(List<Colour> players, MethodParameters parameters) {
        requireDistinct(players);
        List<Repetition> substeps = parameters.substeps().isEmpty()
                ? Collections.nCopies(players.size(), Repetition.ONCE)
                : parameters.substeps();
        if (substeps.size() != players.size()) {
            throw new IllegalArgumentException("given the sub-steps " + substeps + " for the players " + players
                    + ", expected one number for each");
        }
        List<String> rates = players.stream().map(Games::rate).toList();
        return EulerRuns.sweep("game:alternating", rates, substeps, parameters, new EulerRuns.Recipe() {
            @Override
            public <E> List<EulerRuns.Run<E>> of(ParameterSource<E> source) {
                List<EulerRuns.Run<E>> runs = new ArrayList<>();
                for (int i = 0; i < players.size(); i++) {
                    E times = substeps.get(i).in(source);
                    E size = source.ring().multiply(source.value(rate(players.get(i))), source.reciprocal(times));
                    runs.add(new EulerRuns.Run<>(EulerSteps.Step.on(players.get(i), size), times));
                }
                return runs;
            }
        });
    }

    private static void requireDistinct(List<Colour> players) {
        if (players.stream().distinct().count() != players.size()) {
            throw new IllegalArgumentException("given the players " + players + ", expected distinct names");
        }
    }

    private static String rate(Colour player) {
        return "v" + player.name();
    }
}
