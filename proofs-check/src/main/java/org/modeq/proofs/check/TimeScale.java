package org.modeq.proofs.check;

import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.proofs.claim.Convention;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Clock;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;

/** How the clock and the step size of a convention go against those of the house: f̃(h) = s r · f̃_paper(r h). */
final class TimeScale {
    private final ParameterRing ring;
    private final ParameterFraction step;
    private final ParameterFraction clock;

    private TimeScale(ParameterRing ring, ParameterFraction step, ParameterFraction clock) {
        this.ring = ring;
        this.step = step;
        this.clock = clock;
    }

    /**
     * The scale of a convention.
     *
     * @throws IllegalArgumentException if the time of the convention is no formula in the parameters
     */
    static TimeScale of(Convention convention, Subject method, ClaimLanguage language) {
        ParameterRing ring = language.ring();
        ParameterFraction losses = convention.isMean() ? language.weight(method) : ring.one();
        boolean isOneStep = method.clock() == Clock.STEP;
        return new TimeScale(
                ring,
                isOneStep ? losses : ring.one(),
                convention.time().map(language::number).orElse(isOneStep ? ring.one() : losses));
    }

    /** A form of the paper in the house; a rate is one per unit of time. */
    TensorForm<ParameterFraction> inHouse(TensorForm<ParameterFraction> form, boolean isRate) {
        return scaled(form, step, isRate ? ring.multiply(clock, step) : ring.one());
    }

    /** A form of the house in the paper. */
    TensorForm<ParameterFraction> inPaper(TensorForm<ParameterFraction> form, boolean isRate) {
        ParameterFraction inverse = inverse(step);
        return scaled(form, inverse, isRate ? ring.multiply(inverse(clock), inverse) : ring.one());
    }

    private ParameterFraction inverse(ParameterFraction number) {
        return ring.inverse(number)
                .orElseThrow(() -> new IllegalArgumentException("cannot be restated for a clock that goes " + number
                        + " times as fast, expected a number or a single parameter"));
    }

    private TensorForm<ParameterFraction> scaled(
            TensorForm<ParameterFraction> form, ParameterFraction perPower, ParameterFraction factor) {
        SortedMap<TensorForm.Term, ParameterFraction> scaled = new TreeMap<>();
        form.terms()
                .forEach((term, coefficient) -> scaled.put(
                        term, ring.multiply(coefficient, ring.multiply(factor, ring.pow(perPower, term.power())))));
        return new TensorForm<>(ring, form.rank(), scaled);
    }
}
