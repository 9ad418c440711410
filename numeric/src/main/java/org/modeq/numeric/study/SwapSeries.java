package org.modeq.numeric.study;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.evaluate.LieSeriesEvaluator;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieSeries;
import org.modeq.symbolic.lie.LyndonCoordinates;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.word.Letter;

/**
 * What swapping two tasks does, to any power of h: θ_AB is reached from θ_BA by the flow of a field of brackets alone.
 *
 * <p>One Euler step on A is the flow for time 1 of Â = h A + h² A_2 + h³ A_3 + …, so with the leftmost factor acting first
 * <pre>
 *   e^Â e^B̂ = e^B̂ e^Â e^C,      C = log(e^−Â e^−B̂ e^Â e^B̂)
 *     = h² [A,B] + h³ ([A,B_2] + [A_2,B] − ½ [A,[A,B]] − ½ [B,[A,B]]) + ….
 * </pre>
 * Cut after h^N, the flow misses θ_AB by O(h^(N+1)).
 *
 * <p>Source: the first term is that of Sweeney (2026), lemma 2.1; the others are derived here.
 */
public final class SwapSeries {
    /** The local error of one step of the Runge–Kutta method that follows the flow is of the fifth power of C = O(h²). */
    private static final int HIGHEST_ORDER = 8;

    private final VectorField taskA;
    private final VectorField taskB;
    private final int maximalOrder;
    private final LieSeriesEvaluator evaluator;

    private SwapSeries(VectorField taskA, VectorField taskB, int maximalOrder, LieSeriesEvaluator evaluator) {
        this.taskA = taskA;
        this.taskB = taskB;
        this.maximalOrder = maximalOrder;
        this.evaluator = evaluator;
    }

    /**
     * The series C over the letters A, A_2, …, B, B_2, …; the letter of weight j carries h^j.
     *
     * @param order N ≥ 1, the highest power of h
     * @return C; it has no terms below order 2, and none that is a single letter; exact
     * @throws IllegalArgumentException if N &lt; 1
     */
    public static LieSeries<Rational> logarithm(int order) {
        SortedMap<Letter, Rational> stepA = step("A", order, Rational.ONE);
        SortedMap<Letter, Rational> stepB = step("B", order, Rational.ONE);
        SortedMap<Letter, Rational> backA = step("A", order, Rational.of(-1));
        SortedMap<Letter, Rational> backB = step("B", order, Rational.of(-1));
        ExponentialProduct swap = new ExponentialProduct(List.of(backA, backB, stepA, stepB));
        return LyndonCoordinates.of(swap, swap.letters(), order).toLieSeries();
    }

    private static SortedMap<Letter, Rational> step(String task, int order, Rational sign) {
        SortedMap<Letter, Rational> exponent = new TreeMap<>();
        for (int j = 1; j <= order; j++) {
            exponent.put(new Letter(task, j), sign);
        }
        return exponent;
    }

    /**
     * The series with the fields of two tasks for its letters.
     *
     * @param taskA f_A = −∇L_A
     * @param taskB f_B = −∇L_B
     * @param order N, the highest power of h, from 1 to 8
     * @return the series
     * @throws IllegalArgumentException if N is out of range
     */
    public static SwapSeries of(VectorField taskA, VectorField taskB, int order) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException(
                    "given order " + order + ", expected 1 to " + HIGHEST_ORDER + "; order 2 is the first bracket");
        }
        return of(taskA, taskB, logarithm(order));
    }

    /** Any series in place of C: the null tests change C. */
    static SwapSeries of(VectorField taskA, VectorField taskB, LieSeries<Rational> series) {
        Map<Colour, VectorField> fields = new TreeMap<>(Map.of(new Colour("A"), taskA, new Colour("B"), taskB));
        LieSeriesEvaluator evaluator = LieSeriesEvaluator.of(
                series,
                taskA.dimension(),
                letter -> LieSeriesEvaluator.sumOfTrees(BracketForm.meaning(letter), fields));
        return new SwapSeries(taskA, taskB, series.maximalWeight(), evaluator);
    }

    /**
     * One step on A and one on B, in both orders, against the flow of the truncated series.
     *
     * <p>The flow is followed from θ_BA by one step of the classical Runge–Kutta method.
     *
     * @param theta θ
     * @param stepSizes the step sizes, each positive
     * @param order n, the highest power of h that is kept, from 1 to N
     * @return one comparison per step size; its residual is O(h^(n+1))
     * @throws IllegalArgumentException if a step size is not positive, or n is out of range
     */
    public List<SwapComparison> compare(double[] theta, List<Double> stepSizes, int order) {
        if (order < 1 || order > maximalOrder) {
            throw new IllegalArgumentException("given order " + order + ", expected 1 to " + maximalOrder
                    + "; build the series with order " + order + " or more");
        }
        return SwapComparison.of(
                taskA, taskB, theta, stepSizes, (h, pointBA) -> displacement(h, evaluator.at(h, order), pointBA));
    }

    /** The flow of h·f for time 1, minus where it starts. */
    private static double[] displacement(double h, VectorField field, double[] start) {
        double[] atStart = field.at(start);
        double[] first = field.at(moved(start, h / 2, atStart));
        double[] second = field.at(moved(start, h / 2, first));
        double[] atEnd = field.at(moved(start, h, second));
        double[] displacement = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            displacement[i] = h / 6 * (atStart[i] + 2 * first[i] + 2 * second[i] + atEnd[i]);
        }
        return displacement;
    }

    private static double[] moved(double[] point, double factor, double[] direction) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += factor * direction[i];
        }
        return moved;
    }
}
