package org.modeq.numeric.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.numeric.precise.Decimals;
import org.modeq.numeric.precise.PreciseAdaptive;
import org.modeq.numeric.precise.PreciseArithmetic;
import org.modeq.numeric.precise.PreciseField;
import org.modeq.numeric.precise.PreciseJet;
import org.modeq.numeric.precise.PreciseLookAhead;
import org.modeq.numeric.simulate.InitialState;
import org.modeq.numeric.simulate.StatefulOptimizer;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Layer B of adaptive methods: the field that a real run follows after its burn-in, by the look-ahead logarithm in fifty digits,
 * less the truncated field at the same point, times h.
 */
final class AdaptiveDefectCheck {
    private static final Decimals NUMBERS = Decimals.ofDigits(CoefficientCheck.DIGITS);

    /** The first step size is this part of that of a ladder, so that the burn-in hardly moves the point. */
    private static final double FINER = 0x1p-14;

    private static final int HALVINGS = 4;

    /** Steps ahead beyond N that the logarithm uses. */
    private static final int FURTHER_NODES = 4;

    /** What may be left of the start in the averages, as a part of the defect. */
    private static final double GONE = 1e-6;

    static final int MOST_STEPS = 40_000;

    private final String problem;
    private final int order;
    private final List<Observation> observations = new ArrayList<>();

    /** The field of a run at a point, and the orders of the series there. */
    private record Observation(double stepSize, List<BigDecimal> field, List<List<BigDecimal>> orders) {}

    private AdaptiveDefectCheck(String problem, int order) {
        this.problem = problem;
        this.order = order;
    }

    /** The runs from h₀/2¹⁴ on. */
    static AdaptiveDefectCheck of(AdaptiveEquation<Rational> equation, ValidationProblem problem, double firstStep) {
        AdaptiveDefectCheck check = new AdaptiveDefectCheck(problem.name(), equation.order());
        for (int k = 0; k <= HALVINGS; k++) {
            check.observations.add(observed(equation, problem, Math.scalb(FINER * firstStep, -k)));
        }
        return check;
    }

    /** The steps after which the slowest average has forgotten the start, for defects of h^(N+1). */
    static int burnIn(AdaptiveEquation<Rational> equation, double stepSize) {
        double slowest = equation.method().memories().stream()
                .map(Memory::beta)
                .mapToDouble(beta -> AdaptiveRuns.given(equation.method(), beta).doubleValue())
                .max()
                .orElse(0);
        double gone = GONE * Math.pow(stepSize, equation.order() + 1);
        double steps = slowest == 0 ? 1 : Math.ceil(Math.log(gone) / Math.log(slowest));
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException("given the decay rate " + slowest + ", which forgets the start after "
                    + (long) steps + " steps, expected one that does within " + MOST_STEPS
                    + ": its runs are in fifty digits; take a smaller rate, its series has the same coefficients in"
                    + " β/(1−β)");
        }
        return (int) steps;
    }

    private static Observation observed(
            AdaptiveEquation<Rational> equation, ValidationProblem problem, double stepSize) {
        StatefulOptimizer optimizer = AdaptiveRuns.optimizer(equation.method());
        Map<Colour, PreciseField<BigDecimal>> fields = problem.fields(NUMBERS);
        JetAlgebra reals = JetAlgebra.of();
        BigDecimal h = NUMBERS.of(stepSize);
        PreciseArithmetic<BigDecimal> arithmetic =
                new PreciseArithmetic<>(fields, PreciseJet.column(NUMBERS, reals, List.of(h)));
        int burnIn = burnIn(equation, stepSize);
        int nodes = equation.order() + FURTHER_NODES;
        List<List<BigDecimal>> run = new ArrayList<>();
        int[] seen = {0};
        optimizer.run(
                n -> arithmetic,
                PreciseJet.column(NUMBERS, reals, problem.start(NUMBERS)),
                InitialState.STEADY,
                burnIn + nodes,
                point -> {
                    if (seen[0]++ >= burnIn) {
                        run.add(point.constantEntries());
                    }
                });
        return new Observation(
                stepSize,
                PreciseLookAhead.at(NUMBERS, run, 0, h, nodes),
                PreciseAdaptive.orders(equation, Objects.requireNonNull(fields.get(Colour.F)), run.get(0)));
    }

    /** The defects of the whole series. */
    ValidationReport.Defects defects() {
        List<Double> stepSizes =
                observations.stream().map(Observation::stepSize).toList();
        int[] next = {0};
        return ValidationReport.Defects.measured(
                problem, stepSizes.get(0), HALVINGS, order + 1.0, h -> missed(observations.get(next[0]++), 0));
    }

    /** Those of the series without f_k, as a ladder. */
    ValidationReport.Ladder without(int k) {
        List<LadderPoint> points = new ArrayList<>();
        for (Observation observation : observations) {
            points.add(new LadderPoint(observation.stepSize(), missed(observation, k), 0, 0, true));
        }
        return GlobalErrorCheck.fitted(problem, points.get(0).stepSize(), points, k);
    }

    /** h ‖field − Σ h^(j−1) f_j‖, without j = k. */
    private static double missed(Observation observation, int k) {
        BigDecimal h = NUMBERS.of(observation.stepSize());
        List<BigDecimal> rest = observation.field();
        BigDecimal power = NUMBERS.one();
        for (int j = 1; j <= observation.orders().size(); j++) {
            BigDecimal factor = j == k ? NUMBERS.zero() : power;
            List<BigDecimal> orders = observation.orders().get(j - 1);
            List<BigDecimal> less = new ArrayList<>(Collections.nCopies(rest.size(), NUMBERS.zero()));
            for (int i = 0; i < rest.size(); i++) {
                less.set(i, NUMBERS.subtract(rest.get(i), NUMBERS.multiply(factor, orders.get(i))));
            }
            rest = less;
            power = NUMBERS.multiply(power, h);
        }
        return observation.stepSize() * CoefficientCheck.norm(rest);
    }
}
