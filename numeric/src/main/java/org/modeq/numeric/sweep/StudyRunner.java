package org.modeq.numeric.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.study.DirectRun;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Makes the rows of a plan, wherever it runs; for any number of threads at a time. */
public final class StudyRunner {
    private static final double FIRST_TOLERANCE = 1e-7;
    private static final double FLOW_ERROR_WANTED = 1e-3;

    private final SweepPlan plan;
    private final Map<Place, Prepared> prepared = new HashMap<>();

    private record Place(SweepProblem problem, Method<Rational> method) {}

    /** The fields of a problem in the names of a method, and the truncated fields of each order. */
    private record Prepared(SortedMap<Colour, VectorField> fields, List<SeriesEvaluator> truncated, int highest) {}

    private StudyRunner(SweepPlan plan) {
        this.plan = plan;
        int highest = plan.orders().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (Method<Rational> method : plan.methods()) {
            ModifiedEquation<Rational> equation = ModifiedEquation.of(method, highest);
            for (SweepProblem problem : plan.problems()) {
                SortedMap<Colour, VectorField> fields = problem.fields(method);
                List<SeriesEvaluator> truncated = plan.orders().stream()
                        .map(order -> SeriesEvaluator.of(equation.field().truncated(order), fields))
                        .toList();
                prepared.put(new Place(problem, method), new Prepared(fields, truncated, highest));
            }
        }
    }

    /**
     * Derives the modified equations of a plan and prepares their evaluators.
     *
     * @param plan the plan
     * @return what makes its rows
     */
    public static StudyRunner of(SweepPlan plan) {
        return new StudyRunner(plan);
    }

    /**
     * One study: the run and the flow of every order.
     *
     * @param study of this plan
     * @return its row, whose digits depend on the study alone
     */
    public SweepRow row(SweepPlan.Study study) {
        Prepared fields = Objects.requireNonNull(prepared.get(new Place(study.problem(), study.method())));
        double[] start = study.problem().start(study.seed());
        double[] end;
        try {
            end = DirectRun.of(study.method(), fields.fields(), fields.highest(), start)
                    .end(study.stepSize(), study.steps(), UnaryOperator.identity());
        } catch (ArithmeticException notFinite) {
            return new SweepRow(
                    study.index(),
                    Double.POSITIVE_INFINITY,
                    plan.orders().stream()
                            .map(order -> Double.POSITIVE_INFINITY)
                            .toList());
        }
        List<Double> errors = new ArrayList<>();
        for (SeriesEvaluator truncated : fields.truncated()) {
            errors.add(error(truncated, study, start, end));
        }
        return new SweepRow(study.index(), Euclidean.distance(end, start), errors);
    }

    private double error(SeriesEvaluator truncated, SweepPlan.Study study, double[] start, double[] end) {
        try {
            double[] flow = ModifiedFlow.of(truncated, study.stepSize())
                    .integrate(
                            start,
                            study.steps() * study.stepSize(),
                            FIRST_TOLERANCE,
                            point -> FLOW_ERROR_WANTED * Euclidean.distance(point, end))
                    .point();
            return Euclidean.distance(end, flow);
        } catch (ArithmeticException notFinite) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
