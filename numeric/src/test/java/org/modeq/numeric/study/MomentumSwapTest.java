package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.evaluate.ElementaryDifferential;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/** Two steps in both orders, as a program makes them, against the series of the swap. */
@DisplayName("Swapping two steps")
class MomentumSwapTest {
    private static final Colour A = new Colour("A");
    private static final Colour B = new Colour("B");
    private static final double[] START = {0.5, -0.25};
    private static final double[] VELOCITY = {-0.75, 1.25};

    /** L_A = x⁴/4 + xy, L_B = x³y + y²/2; the velocity before is a field that does not depend on θ. */
    private static final Map<Colour, VectorField> FIELDS = new TreeMap<>(Map.of(
            A,
            field(new PolynomialLoss.Term(0.25, List.of(4, 0)), new PolynomialLoss.Term(1, List.of(1, 1))),
            B,
            field(new PolynomialLoss.Term(1, List.of(3, 1)), new PolynomialLoss.Term(0.5, List.of(0, 2))),
            MomentumState.VELOCITY,
            field(
                    new PolynomialLoss.Term(-VELOCITY[0], List.of(1, 0)),
                    new PolynomialLoss.Term(-VELOCITY[1], List.of(0, 1)))));

    private static VectorField field(PolynomialLoss.Term... terms) {
        return PolynomialLoss.of(2, List.of(terms)).negativeGradient();
    }

    /** θ and v after steps on some tasks. */
    private static double[][] run(double beta, double weight, double h, Colour... tasks) {
        double[] theta = START.clone();
        double[] v = VELOCITY.clone();
        for (Colour task : tasks) {
            double[] descent = FIELDS.get(task).at(theta);
            for (int i = 0; i < theta.length; i++) {
                v[i] = beta * v[i] + weight * descent[i];
                theta[i] += h * v[i];
            }
        }
        return new double[][] {theta, v};
    }

    /** Σ h^(|t|−lower) b/σ F(t). */
    private static double[] value(BSeriesField<Rational> series, int lower, double h) {
        double[] sum = new double[START.length];
        series.nonzero().forEach((tree, b) -> {
            double weight = b.doubleValue() / tree.symmetry().doubleValue() * Math.pow(h, tree.order() - lower);
            Euclidean.add(sum, weight, ElementaryDifferential.of(tree, FIELDS, START));
        });
        return sum;
    }

    private static double slope(List<Double> errors) {
        return Math.log(errors.get(0) / errors.get(1)) / Math.log(2);
    }

    @ParameterizedTest(
            name = "with β = {0} and the weight {1} moves θ by h^{2}, and the series to order N is off by h^(N+1)")
    @CsvSource({"9/10, 1/10, 1", "1/2, 1/2, 1", "9/10, 1, 1", "0, 1, 2"})
    void slopes(String beta, String weight, int leading) {
        double b = Rational.parse(beta).doubleValue();
        double w = Rational.parse(weight).doubleValue();
        // Cubic fields: after two steps there is nothing beyond h⁴.
        for (int order = 0; order <= 3; order++) {
            double coarse = List.of(1e-4, 1e-3, 1e-2, 2e-2).get(order);
            List<Double> position = new ArrayList<>();
            List<Double> velocity = new ArrayList<>();
            for (double h : new double[] {coarse, coarse / 2}) {
                double[][] forward = run(b, w, h, A, B);
                double[][] backward = run(b, w, h, B, A);
                double[] theta = forward[0];
                double[] v = forward[1];
                Euclidean.add(theta, -1, backward[0]);
                Euclidean.add(v, -1, backward[1]);
                if (order > 0) {
                    MomentumState.Swap<Rational> swap = MomentumState.start(
                                    Rationals.RATIONALS, Rational.parse(beta), Rational.parse(weight), order)
                            .swap(A, B);
                    Euclidean.add(theta, -1, value(swap.position(), 0, h));
                    Euclidean.add(v, -1, value(swap.velocity(), 1, h));
                }
                position.add(Euclidean.norm(theta));
                velocity.add(Euclidean.norm(v));
            }
            assertEquals(Math.max(order + 1, leading), slope(position), 0.15, "θ, order " + order + ": " + position);
            assertEquals(order, slope(velocity), 0.15, "v, order " + order + ": " + velocity);
            assertTrue(position.get(0) > 1e-13, "above rounding: " + position);
        }
    }
}
