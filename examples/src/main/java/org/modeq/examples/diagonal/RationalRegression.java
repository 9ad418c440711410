package org.modeq.examples.diagonal;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.LinearSystem;
import org.modeq.symbolic.ring.Rational;

/** The loss L(β) = 1/(2n) ‖Xβ − y‖² with integers in X and y, exact: L′(β) = Gβ − b, G = XᵀX/n, b = Xᵀy/n. */
final class RationalRegression {
    private final int[][] x;
    private final int[] y;
    private final int features;
    private final List<List<Rational>> gram;
    private final List<Rational> moments;

    private RationalRegression(int[][] x, int[] y) {
        this.x = x;
        this.y = y;
        this.features = x[0].length;
        List<List<Rational>> rows = new ArrayList<>();
        List<Rational> right = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            int row = i;
            rows.add(IntStream.range(0, features).mapToObj(j -> mean(row, j)).toList());
            right.add(IntStream.range(0, x.length)
                    .mapToObj(k -> Rational.of((long) x[k][row] * y[k], x.length))
                    .reduce(Rational.ZERO, Rational::add));
        }
        this.gram = List.copyOf(rows);
        this.moments = List.copyOf(right);
    }

    static RationalRegression of(int[][] x, int[] y) {
        return new RationalRegression(x, y);
    }

    private Rational mean(int i, int j) {
        long sum = 0;
        for (int[] row : x) {
            sum += (long) row[i] * row[j];
        }
        return Rational.of(sum, x.length);
    }

    int features() {
        return features;
    }

    /** {@return Gᵢⱼ} */
    Rational gram(int i, int j) {
        return gram.get(i).get(j);
    }

    /** {@return bᵢ} */
    Rational moment(int i) {
        return moments.get(i);
    }

    /** {@return 0} */
    List<Rational> origin() {
        return Collections.nCopies(features, Rational.ZERO);
    }

    /** {@return (Gβ)ᵢ} */
    Rational product(int i, List<Rational> beta) {
        Rational sum = Rational.ZERO;
        for (int j = 0; j < features; j++) {
            sum = sum.add(gram(i, j).multiply(beta.get(j)));
        }
        return sum;
    }

    /** {@return L′(β)} */
    List<Rational> gradient(List<Rational> beta) {
        return IntStream.range(0, features)
                .mapToObj(i -> product(i, beta).subtract(moment(i)))
                .toList();
    }

    /**
     * The β with (Gβ)ᵢ = eᵢ for i in a set, and βᵢ = 0 outside.
     *
     * @return β, or empty if the columns of X in the set are dependent
     */
    Optional<List<Rational>> solve(SortedSet<Integer> support, List<Rational> right) {
        LinearSystem<Integer, Rational> system = new LinearSystem<>(RATIONALS);
        for (int i : support) {
            Map<Integer, Rational> left = new TreeMap<>();
            support.forEach(j -> LinearSystem.addTo(left, j, gram(i, j)));
            system.add(left, right.get(i));
        }
        if (system.rank() < support.size()) {
            return Optional.empty();
        }
        SortedMap<Integer, Rational> solution = system.solution().orElseThrow();
        return Optional.of(IntStream.range(0, features)
                .mapToObj(j -> solution.getOrDefault(j, Rational.ZERO))
                .toList());
    }

    /** {@return the least squares with this support, unless the columns of X in it are dependent} */
    Optional<List<Rational>> leastSquares(SortedSet<Integer> support) {
        return solve(support, moments);
    }

    /** Puts L′(β) into an array, with rounding. */
    void gradient(double[] beta, double[] slopes) {
        for (int j = 0; j < features; j++) {
            slopes[j] = 0;
        }
        for (int i = 0; i < x.length; i++) {
            double residual = -y[i];
            for (int j = 0; j < features; j++) {
                residual += x[i][j] * beta[j];
            }
            for (int j = 0; j < features; j++) {
                slopes[j] += x[i][j] * residual / x.length;
            }
        }
    }
}
