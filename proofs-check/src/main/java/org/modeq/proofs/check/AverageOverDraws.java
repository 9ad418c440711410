package org.modeq.proofs.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.contraction.IndependentDraws;
import org.modeq.symbolic.contraction.IndependentDraws.Distribution;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.tree.Colour;

/** Claims about averages over independent draws: what may be assumed of the noise, and what refutes them. */
final class AverageOverDraws {
    private static final SortedMap<String, Distribution> ASSUMPTIONS = new TreeMap<>();

    static {
        ASSUMPTIONS.put("gaussian noise", Distribution.GAUSSIAN);
        ASSUMPTIONS.put("symmetric noise", Distribution.SYMMETRIC);
    }

    /** A draw is one of these with equal probability in a counterexample. */
    private static final List<String> BATCHES = List.of("A", "B", "C");

    private static final String COLUMN = "s";

    private AverageOverDraws() {}

    /** Requires that the claim is about draws. */
    static void require(Claim claim) {
        if (!(claim.subject() instanceof Subject.Draws)) {
            throw new IllegalArgumentException("is of the kind " + claim.kind() + " about "
                    + claim.subject().name() + ", expected sgd, which has a generator");
        }
    }

    /** A form in which equal averages are equal. */
    static TensorForm<ParameterFraction> normalForm(TensorForm<ParameterFraction> form) {
        return draws(Distribution.ANY).normalForm(form);
    }

    private static IndependentDraws draws(Distribution distribution) {
        return new IndependentDraws(ClaimLanguage.DEVIATIONS, distribution);
    }

    /**
     * What the claim assumes of the noise.
     *
     * @throws IllegalArgumentException if it assumes anything else
     */
    static Distribution assumed(Claim claim) {
        Distribution distribution = Distribution.ANY;
        for (String text : claim.assumptions()) {
            Distribution known = ASSUMPTIONS.get(text.strip().toLowerCase(Locale.ROOT));
            if (known == null) {
                throw new IllegalArgumentException("the assumption '" + text
                        + "' is not known of a generator, expected " + String.join(" or ", ASSUMPTIONS.keySet()));
            }
            distribution = known.compareTo(distribution) > 0 ? known : distribution;
        }
        return distribution;
    }

    /** The difference of two sides where the noise is as the claim assumes. */
    static TensorForm<ParameterFraction> underAssumptions(Claim claim, TensorForm<ParameterFraction> difference) {
        return draws(assumed(claim)).normalForm(difference);
    }

    /**
     * A small problem on which the averages differ: with three batches, with two where the noise is symmetric, with one column s of
     * Gaussian noise.
     */
    static Optional<Counterexample> counterexample(Reading reading, Distribution obeyed) {
        Comparison comparison = reading.comparison();
        return CounterexampleSearch.find(
                reading.language(),
                concrete(comparison.claimed(), obeyed),
                concrete(comparison.derived(), obeyed),
                Assumptions.NONE);
    }

    private static TensorForm<ParameterFraction> concrete(
            TensorForm<ParameterFraction> form, Distribution distribution) {
        IndependentDraws draws = draws(distribution);
        if (distribution == Distribution.GAUSSIAN) {
            return draws.onOneColumn(form, COLUMN);
        }
        List<String> batches = BATCHES.subList(0, distribution == Distribution.SYMMETRIC ? 2 : BATCHES.size());
        return draws.onEquallyLikely(form, Colour.F.name(), batches);
    }
}
