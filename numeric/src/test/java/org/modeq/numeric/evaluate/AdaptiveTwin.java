package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.EpsilonPlace;
import org.modeq.symbolic.circuit.Filter;
import org.modeq.symbolic.circuit.Memory;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Slot;

/**
 * The field of an adaptive method without trees, exactly: every signal as its values at n = 0, −1, …, −N, each a power series in h.
 *
 * <p>Order by order the gradient and U are applied to the series at each n, the averages to each power of h as sequences in n, and
 * the next power of θ is a strict sum. No tree, no symmetry, no derivative of U.
 */
final class AdaptiveTwin {
    private final AdaptiveMethod method;
    private final int order;
    private final Map<String, Rational> values = new TreeMap<>();

    AdaptiveTwin(AdaptiveMethod method, int order) {
        this.method = method;
        this.order = order;
        for (Memory memory : method.memories()) {
            Rational beta = method.given().get(memory.beta());
            values.put(memory.beta(), beta);
            values.put(memory.tau(), beta.divide(Rational.ONE.subtract(beta)));
        }
    }

    /** A power series in h, its coefficients to h^N. */
    record Series(List<Rational> coefficients) {
        static Series constant(Rational value, int order) {
            List<Rational> coefficients = new ArrayList<>(List.of(value));
            while (coefficients.size() <= order) {
                coefficients.add(Rational.ZERO);
            }
            return new Series(coefficients);
        }

        Rational at(int power) {
            return coefficients.get(power);
        }

        Series plus(Series other) {
            List<Rational> sum = new ArrayList<>();
            for (int k = 0; k < coefficients.size(); k++) {
                sum.add(at(k).add(other.at(k)));
            }
            return new Series(sum);
        }

        Series times(Series other) {
            List<Rational> product = new ArrayList<>();
            for (int k = 0; k < coefficients.size(); k++) {
                Rational sum = Rational.ZERO;
                for (int i = 0; i <= k; i++) {
                    sum = sum.add(at(i).multiply(other.at(k - i)));
                }
                product.add(sum);
            }
            return new Series(product);
        }

        Series times(Rational factor) {
            return new Series(coefficients.stream().map(factor::multiply).toList());
        }

        /** s with s² = this, s₀ rational: 2 s₀ s_k = c_k − Σ s_i s_(k−i). */
        Series root() {
            List<Rational> root = new ArrayList<>(List.of(Roots.EXACT.sqrt(at(0))));
            Rational twice = root.get(0).multiply(Rational.of(2));
            for (int k = 1; k < coefficients.size(); k++) {
                Rational sum = at(k);
                for (int i = 1; i < k; i++) {
                    sum = sum.subtract(root.get(i).multiply(root.get(k - i)));
                }
                root.add(sum.divide(twice));
            }
            return new Series(root);
        }

        /** q with q · divisor = this. */
        Series over(Series divisor) {
            List<Rational> quotient = new ArrayList<>();
            for (int k = 0; k < coefficients.size(); k++) {
                Rational sum = at(k);
                for (int i = 1; i <= k; i++) {
                    sum = sum.subtract(divisor.at(i).multiply(quotient.get(k - i)));
                }
                quotient.add(sum.divide(divisor.at(0)));
            }
            return new Series(quotient);
        }
    }

    /** f₁, …, f_N by coordinates; the gradient acts on series. */
    List<List<Rational>> orders(Function<List<Series>, List<Series>> gradient, List<Rational> theta) {
        int dimension = theta.size();
        // By coordinate and by −n.
        List<List<Series>> state = new ArrayList<>();
        for (Rational entry : theta) {
            List<Series> still = new ArrayList<>();
            for (int n = 0; n <= order; n++) {
                still.add(Series.constant(entry, order));
            }
            state.add(still);
        }
        for (int power = 0; power < order; power++) {
            List<List<Series>> slopes = slopes(gradient, state);
            for (int i = 0; i < dimension; i++) {
                int known = power;
                List<Rational> column =
                        slopes.get(i).stream().map(series -> series.at(known)).toList();
                List<Rational> summed = strictSum(column);
                for (int n = 0; n <= order; n++) {
                    List<Rational> extended =
                            new ArrayList<>(state.get(i).get(n).coefficients());
                    extended.set(power + 1, summed.get(n));
                    state.get(i).set(n, new Series(extended));
                }
            }
        }
        return slopesAtZero(state);
    }

    /** Σ_(j≥1) c_j/j of each power of h. */
    private List<List<Rational>> slopesAtZero(List<List<Series>> state) {
        List<List<Rational>> orders = new ArrayList<>();
        for (int power = 1; power <= order; power++) {
            List<Rational> vector = new ArrayList<>();
            for (List<Series> coordinate : state) {
                int wanted = power;
                List<Rational> c = alternating(
                        coordinate.stream().map(series -> series.at(wanted)).toList());
                Rational sum = Rational.ZERO;
                for (int j = 1; j < c.size(); j++) {
                    sum = sum.add(c.get(j).divide(Rational.of(j)));
                }
                vector.add(sum);
            }
            orders.add(vector);
        }
        return orders;
    }

    /** −U(m, v) − λθ at every n. */
    private List<List<Series>> slopes(Function<List<Series>, List<Series>> gradient, List<List<Series>> state) {
        List<List<Series>> gradients = new ArrayList<>();
        state.forEach(coordinate -> gradients.add(new ArrayList<>()));
        for (int n = 0; n <= order; n++) {
            int place = n;
            List<Series> values = gradient.apply(
                    state.stream().map(coordinate -> coordinate.get(place)).toList());
            for (int i = 0; i < values.size(); i++) {
                gradients.get(i).add(values.get(i));
            }
        }
        Rational lambda = method.given().getOrDefault(AdaptiveMethod.DECAY, Rational.ZERO);
        List<List<Series>> slopes = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            List<Series> own = gradients.get(i);
            List<Series> m = filtered(own, "m");
            List<Series> v = filtered(own.stream().map(g -> g.times(g)).toList(), "v");
            List<Series> coordinate = new ArrayList<>();
            for (int n = 0; n <= order; n++) {
                Series decay = state.get(i).get(n).times(lambda.negate());
                coordinate.add(m.get(n)
                        .over(denominator(v.get(n)))
                        .times(Rational.of(-1))
                        .plus(decay));
            }
            slopes.add(coordinate);
        }
        return slopes;
    }

    private Series denominator(Series v) {
        Series epsilon = Series.constant(method.given().get(AdaptiveMethod.EPSILON), order);
        return method.place() == EpsilonPlace.INSIDE
                ? v.plus(epsilon).root()
                : v.root().plus(epsilon);
    }

    /** The filter of a slot of u on every power of h. */
    private List<Series> filtered(List<Series> signal, String slot) {
        Filter filter = method.circuit()
                .nodes()
                .get(AdaptiveMethod.UPDATE)
                .inputs()
                .get(new Slot(slot))
                .filter();
        List<Rational> a = filter.coefficients(order).stream()
                .map((ParameterPolynomial coefficient) -> coefficient.evaluate(values))
                .toList();
        List<List<Rational>> byStep = new ArrayList<>();
        signal.forEach(series -> byStep.add(new ArrayList<>()));
        for (int power = 0; power <= order; power++) {
            int wanted = power;
            List<Rational> c =
                    alternating(signal.stream().map(series -> series.at(wanted)).toList());
            List<Rational> result = new ArrayList<>();
            for (int j = 0; j < c.size(); j++) {
                Rational sum = Rational.ZERO;
                for (int r = 0; j + r < c.size(); r++) {
                    sum = sum.add(a.get(r).multiply(c.get(j + r)));
                }
                result.add(sum);
            }
            List<Rational> values = alternating(result);
            for (int n = 0; n < values.size(); n++) {
                byStep.get(n).add(values.get(n));
            }
        }
        return byStep.stream().map(Series::new).toList();
    }

    /** From values at 0, −1, … to values of Σ_(i&lt;n): S(0) = 0, S(n − 1) = S(n) − x(n − 1). */
    private static List<Rational> strictSum(List<Rational> x) {
        List<Rational> sum = new ArrayList<>(List.of(Rational.ZERO));
        for (int n = 1; n < x.size(); n++) {
            sum.add(sum.get(n - 1).subtract(x.get(n)));
        }
        return sum;
    }

    /** Σ_j (−1)^j C(i,j) x_j. */
    private static List<Rational> alternating(List<Rational> x) {
        List<Rational> result = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            Rational binomial = Rational.ONE;
            Rational sum = Rational.ZERO;
            for (int j = 0; j <= i; j++) {
                Rational term = binomial.multiply(x.get(j));
                sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
                binomial = binomial.multiply(Rational.of(i - j, j + 1L));
            }
            result.add(sum);
        }
        return result;
    }
}
