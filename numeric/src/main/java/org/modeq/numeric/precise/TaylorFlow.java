package org.modeq.numeric.precise;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.jet.JetAlgebra;

/**
 * The flow of a field by Taylor series in time, in numbers of any precision.
 *
 * <p>With θ(t) = Σ θ_k tᵏ the equation θ̇ = f(θ) is (k + 1) θ_{k+1} = f(θ)_k, and the jet f(θ) gives its coefficients one after
 * the other, each from lower ones. A substep ends where the last two terms are below its share of the tolerance; if they are so
 * only at a shorter time the substep is shortened, and orders rise to −½ log ε at most, which is about the cheapest (Jorba and
 * Zou, <em>A software package for the numerical integration of ODEs by means of high-order Taylor methods</em>, 2005,
 * section 3). A substep of order K costs about K²/2 products for each product in f.
 *
 * @param <T> the numbers
 */
public final class TaylorFlow<T> {
    private static final int LOWEST_LIMIT = 8;
    private static final int HIGHEST_LIMIT = 80;
    private static final int MOST_SUBSTEPS = 10_000;
    private static final double SAFETY = 0.9;

    private final PreciseField<T> field;
    private final Numbers<T> numbers;

    private TaylorFlow(PreciseField<T> field) {
        this.field = field;
        this.numbers = field.numbers();
    }

    /**
     * The flow of a field.
     *
     * @param field f
     * @param <T> the numbers
     * @return the flow of θ̇ = f(θ)
     */
    public static <T> TaylorFlow<T> of(PreciseField<T> field) {
        return new TaylorFlow<>(field);
    }

    /**
     * The Taylor coefficients of the solution through a point.
     *
     * @param start θ(0)
     * @param order K ≥ 0
     * @return θ₀, …, θ_K, so that θ(t) = Σ θ_k tᵏ + O(t^(K+1))
     * @throws IllegalArgumentException if K &lt; 0 or the point has another dimension
     * @throws ArithmeticException if a function does not exist at the point
     */
    public List<List<T>> coefficients(List<T> start, int order) {
        if (order < 0) {
            throw new IllegalArgumentException("given the order " + order + ", expected at least 0");
        }
        Solution solution = new Solution(start, order);
        while (solution.order() < order) {
            solution.extend();
        }
        return solution.terms.stream().map(List::of).toList();
    }

    /**
     * The flow over a time.
     *
     * @param start θ(0)
     * @param time t, of either sign
     * @param tolerance ε, the largest error of truncation that is accepted in any coordinate; at least 4 roundings of the
     *     largest coordinate
     * @return θ(t) with the error of truncation estimated, all substeps added up without their growth along the flow; rounding
     *     is not in it
     * @throws IllegalArgumentException if ε is not positive or too small for the numbers, or the point has another dimension
     * @throws ArithmeticException if a function does not exist on the way, or the flow cannot be followed in 10 000 substeps
     */
    public PreciseEndPoint<T> integrate(List<T> start, T time, double tolerance) {
        double floor = 4 * numbers.roundoff() * Math.max(Double.MIN_NORMAL, size(start));
        if (!(tolerance >= floor) || !(tolerance < 1)) {
            throw new IllegalArgumentException("given the tolerance " + tolerance + ", expected one from " + floor
                    + " to 1 in numbers of " + numbers + "; take more digits or a larger tolerance");
        }
        int limit = (int) Math.ceil(-Math.log(tolerance) / 2) + 2;
        limit = Math.max(LOWEST_LIMIT, Math.min(HIGHEST_LIMIT, limit));
        double whole = Math.abs(numbers.toDouble(time));
        List<T> point = List.copyOf(start);
        T rest = time;
        double error = 0;
        int highest = 0;
        int substeps = 0;
        while (numbers.signum(rest) != 0) {
            if (substeps++ == MOST_SUBSTEPS) {
                throw new ArithmeticException("the flow is at " + numbers.toDouble(rest) + " before its end after "
                        + MOST_SUBSTEPS + " substeps; take a shorter time or a smaller step size");
            }
            Solution solution = new Solution(point, limit);
            double length = solution.extendFor(Math.abs(numbers.toDouble(rest)), tolerance / 2 / whole, limit);
            boolean isLast = length >= Math.abs(numbers.toDouble(rest));
            T step = isLast ? rest : numbers.of(numbers.signum(rest) * length);
            point = solution.at(step);
            error += solution.lastTerms(length);
            highest = Math.max(highest, solution.order());
            rest = isLast ? numbers.zero() : numbers.subtract(rest, step);
        }
        return new PreciseEndPoint<>(point, error, substeps, highest);
    }

    private double size(List<T> entries) {
        return entries.stream()
                .mapToDouble(entry -> Math.abs(numbers.toDouble(entry)))
                .max()
                .orElse(0);
    }

    /** The power series of one solution, as far as it is known. */
    private final class Solution {
        private final List<T[]> terms = new ArrayList<>();
        private final List<Double> sizes = new ArrayList<>();
        private final PreciseJet<T> slope;

        Solution(List<T> start, int highest) {
            T[] none = numbers.zeros(0);
            add(start.toArray(none));
            slope = field.at(new PreciseJet<>(numbers, JetAlgebra.of(highest), start.size(), 1, terms::get));
        }

        private void add(T[] term) {
            terms.add(term);
            sizes.add(size(List.of(term)));
        }

        int order() {
            return terms.size() - 1;
        }

        void extend() {
            T[] next = slope.coefficient(order());
            int divisor = terms.size();
            T[] term = numbers.zeros(field.dimension());
            for (int i = 0; next != null && i < term.length; i++) {
                term[i] = numbers.divide(next[i], numbers.of((double) divisor));
            }
            add(term);
        }

        private double term(int k, double length) {
            return sizes.get(k) * Math.pow(length, k);
        }

        double lastTerms(double length) {
            return term(order(), length) + term(order() - 1, length);
        }

        /** Computes terms until the last two suffice for a length, or up to a limit; the length that they suffice for. */
        double extendFor(double length, double errorPerTime, int limit) {
            extend();
            while (order() < limit) {
                extend();
                if (term(order(), length) + term(order() - 1, length) <= errorPerTime * length) {
                    return length;
                }
            }
            double shorter = length;
            for (int k = limit - 1; k <= limit; k++) {
                double longest = Math.pow(errorPerTime / 2 / sizes.get(k), 1.0 / (k - 1));
                shorter = Math.min(shorter, SAFETY * longest);
            }
            return shorter;
        }

        /** Σ θ_k tᵏ, by Horner's rule. */
        List<T> at(T time) {
            List<T> value = new ArrayList<>();
            for (int i = 0; i < terms.get(0).length; i++) {
                T sum = numbers.zero();
                for (int k = order(); k >= 0; k--) {
                    sum = numbers.add(terms.get(k)[i], numbers.multiply(time, sum));
                }
                value.add(sum);
            }
            return value;
        }
    }
}
