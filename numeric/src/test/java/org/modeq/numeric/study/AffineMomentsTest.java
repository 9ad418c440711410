package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EpochOrders;
import org.modeq.numeric.simulate.StochasticGradientDescent;

@DisplayName("The moments of SGD on quadratic losses")
class AffineMomentsTest {
    private static final double[] START = {0.5, -0.25};
    private static final double STEP = 0.1;

    private static final List<QuadraticLoss> LOSSES = List.of(
            QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 2, 0.5, 0.5, 1), 1, 0),
            QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 1, -1, -1, 3), 0, -1),
            QuadraticLoss.of(new DMatrixRMaj(2, 2, true, 0.5, 0, 0, 4), 2, 0.5));

    private static List<VectorField> fields() {
        return LOSSES.stream().map(QuadraticLoss::negativeGradient).toList();
    }

    /** All 3⁴ sequences of four draws, one after the other. */
    @Test
    @DisplayName("are the means over all sequences of draws")
    void draws() {
        List<double[]> ends = new ArrayList<>(List.of(START));
        for (int n = 0; n < 4; n++) {
            List<double[]> next = new ArrayList<>();
            for (double[] point : ends) {
                for (VectorField field : fields()) {
                    double[] moved = point.clone();
                    Euclidean.add(moved, STEP, field.at(point));
                    next.add(moved);
                }
            }
            ends = next;
        }
        assertMoments(ends, AffineMoments.ofDraws(fields(), 2, STEP), 4);
    }

    /** All 6² pairs of orders. */
    @Test
    @DisplayName("of shuffled epochs are the means over all orders of every epoch")
    void epochs() {
        StochasticGradientDescent descent = StochasticGradientDescent.of(LOSSES);
        List<double[]> ends = new ArrayList<>(List.of(START));
        for (int epoch = 0; epoch < 2; epoch++) {
            List<double[]> next = new ArrayList<>();
            for (double[] point : ends) {
                EpochOrders.forEach(3, order -> next.add(descent.epoch(order).step(point, STEP)));
            }
            ends = next;
        }
        assertEquals(36, ends.size());
        AffineMoments moments = AffineMoments.ofEpochs(fields(), 2, STEP);
        assertMoments(ends, moments, 2);
        assertArrayEquals(BatchOrders.ofAll(descent, START, STEP).point(), moments.mean(START, 1), 1e-15);
    }

    private static void assertMoments(List<double[]> ends, AffineMoments moments, int steps) {
        double[] mean = new double[2];
        double[] third = new double[27];
        for (double[] end : ends) {
            Euclidean.add(mean, 1.0 / ends.size(), end);
            double[] x = {end[0], end[1], 1};
            for (int place = 0; place < 27; place++) {
                third[place] += x[place / 9] * x[place / 3 % 3] * x[place % 3] / ends.size();
            }
        }
        assertArrayEquals(mean, moments.mean(START, steps), 1e-14);
        assertArrayEquals(third, moments.tensor(START, steps, 3), 1e-14);
        DMatrixRMaj covariance = moments.covariance(START, steps);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double sum = 0;
                for (double[] end : ends) {
                    sum += (end[i] - mean[i]) * (end[j] - mean[j]) / ends.size();
                }
                assertEquals(sum, covariance.get(i, j), 1e-14);
            }
        }
    }

    /** On ½(x ∓ 1)² with h the stationary variance is h/(2 − h), the mean 0. */
    @Test
    @DisplayName("tend to the stationary variance h/(2 − h)")
    void stationary() {
        List<VectorField> sides = List.of(
                QuadraticLoss.of(new DMatrixRMaj(1, 1, true, 1), 1).negativeGradient(),
                QuadraticLoss.of(new DMatrixRMaj(1, 1, true, 1), -1).negativeGradient());
        AffineMoments moments = AffineMoments.ofDraws(sides, 1, 0.25);
        assertEquals(0.25 / 1.75, moments.covariance(new double[] {3}, 200).get(0, 0), 1e-14);
        assertEquals(0, moments.mean(new double[] {3}, 200)[0], 1e-14);
    }

    @Test
    @DisplayName("are refused for fields that are not affine, for too many orders and without batches")
    void refused() {
        VectorField cubic = PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(1, List.of(3))))
                .negativeGradient();
        assertThrows(IllegalArgumentException.class, () -> AffineMoments.ofDraws(List.of(cubic), 1, STEP));
        assertThrows(IllegalArgumentException.class, () -> AffineMoments.ofDraws(List.of(), 1, STEP));
        List<VectorField> many = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            many.add(fields().get(0));
        }
        assertThrows(IllegalArgumentException.class, () -> AffineMoments.ofEpochs(many, 2, STEP));
        AffineMoments moments = AffineMoments.ofDraws(fields(), 2, STEP);
        assertThrows(IllegalArgumentException.class, () -> moments.tensor(new double[3], 1, 1));
        assertThrows(IllegalArgumentException.class, () -> moments.tensor(START, 1, 7));
        assertThrows(IllegalArgumentException.class, () -> moments.tensor(START, -1, 2));
    }
}
