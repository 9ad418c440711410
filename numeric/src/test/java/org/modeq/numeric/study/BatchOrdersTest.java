package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.SeriesEvaluator;
import org.modeq.numeric.flow.ModifiedFlow;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.StochasticGradientDescent;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The mean of an epoch over the orders of its batches")
class BatchOrdersTest {
    private static final List<String> NAMES = List.of("A", "B", "C", "D");

    /** Batches of two random samples each for a small network. */
    private static List<Loss> batches(int count) {
        RandomStream stream = RandomStream.ofSeed(11);
        List<Loss> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DMatrixRMaj features = new DMatrixRMaj(2, 3, true, stream.normals(6));
            batches.add(NetworkLoss.of(
                    DenseNetwork.of(3, 3, 2), OutputLoss.SOFTMAX_CROSS_ENTROPY, Dataset.of(features, 0, 1)));
        }
        return batches;
    }

    private static double[] start(List<Loss> batches) {
        return RandomStream.ofSeed(12).normals(batches.get(0).dimension());
    }

    /** Fields −x and 1 on a line with h = ½ from 1: both orders by hand, 1 → ½ → 1 and 1 → 3/2 → ¾. */
    @Test
    @DisplayName("is that of both orders of two steps by hand, with their variance")
    void byHand() {
        Loss parabola = PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(0.5, List.of(2))));
        Loss slope = PolynomialLoss.of(1, List.of(new PolynomialLoss.Term(-1, List.of(1))));
        StochasticGradientDescent descent = StochasticGradientDescent.of(List.of(parabola, slope));
        BatchOrders.Mean mean = BatchOrders.ofAll(descent, new double[] {1}, 0.5);
        assertArrayEquals(new double[] {0.875}, mean.point(), 1e-15);
        assertEquals(0.125 * 0.125, mean.variance(), 1e-15);
        assertEquals(2, mean.values());
        assertEquals(0, mean.halfWidth());
        BatchOrders.Mean paired = BatchOrders.sampled(descent, new double[] {1}, 0.5, 3, 1, true);
        assertArrayEquals(new double[] {0.875}, paired.point(), 1e-15);
        assertEquals(0, paired.variance(), 1e-30);
        assertEquals(1, paired.valuesFor(1e-3));
    }

    /**
     * The field of the mean epoch is F − h/2 Σ f_a′f_a + O(h²) with F = Σ f_a, which is −h/(2m) F′F and the variance of the
     * batches −h/2 Σ (f_a − F/m)′(f_a − F/m).
     */
    @Test
    @DisplayName("over four batches is missed by h³ by the field with the variance of the batches, by h² without it")
    void slopes() {
        List<Loss> batches = batches(4);
        SortedMap<RootedTree, Rational> with = new TreeMap<>();
        SortedMap<RootedTree, Rational> without = new TreeMap<>();
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        for (String a : NAMES) {
            with.put(RootedTree.parse(a), Rational.ONE);
            without.put(RootedTree.parse(a), Rational.ONE);
            with.put(RootedTree.parse(a + "[" + a + "]"), Rational.of(-1, 2));
            for (String b : NAMES) {
                without.put(RootedTree.parse(a + "[" + b + "]"), Rational.of(-1, 8));
            }
            fields.put(new Colour(a), batches.get(fields.size()).negativeGradient());
        }
        assertEquals(3, slope(batches, fields, with), 0.05);
        assertEquals(2, slope(batches, fields, without), 0.05);
    }

    private static double slope(
            List<Loss> batches, SortedMap<Colour, VectorField> fields, SortedMap<RootedTree, Rational> terms) {
        StochasticGradientDescent descent = StochasticGradientDescent.of(batches);
        SeriesEvaluator field = SeriesEvaluator.of(BSeriesField.of(2, terms), fields);
        double[] theta = start(batches);
        List<LadderPoint> points = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            double h = Math.scalb(0.02, -k);
            double[] mean = BatchOrders.ofAll(descent, theta, h).point();
            double[] flow = ModifiedFlow.of(field, h).integrate(theta, h, 1e-13).point();
            points.add(new LadderPoint(h, Euclidean.distance(mean, flow), 0, 0, true));
        }
        return SlopeFit.corrected(points).slope();
    }

    @Test
    @DisplayName("is known from pairs of an order and its reverse with a variance at least a hundred times smaller")
    void pairs() {
        List<Loss> batches = batches(8);
        StochasticGradientDescent descent = StochasticGradientDescent.of(batches);
        double[] theta = start(batches);
        BatchOrders.Mean single = BatchOrders.sampled(descent, theta, 0.02, 400, 3, false);
        BatchOrders.Mean paired = BatchOrders.sampled(descent, theta, 0.02, 400, 3, true);
        assertTrue(single.variance() >= 100 * paired.variance(), single.variance() + " against " + paired.variance());
        assertTrue(Euclidean.distance(single.point(), paired.point()) < 3 * single.halfWidth());
        assertTrue(paired.valuesFor(1e-6) * 50 < single.valuesFor(1e-6));
        assertEquals(Math.ceil(400 * Math.pow(single.halfWidth() / 1e-6, 2)), (double) single.valuesFor(1e-6), 1);
        // The same seed gives the same orders.
        assertArrayEquals(
                paired.point(),
                BatchOrders.sampled(descent, theta, 0.02, 400, 3, true).point());
    }

    @Test
    @DisplayName("is refused for all orders of seven batches, for one value, and for no distance")
    void refused() {
        StochasticGradientDescent descent = StochasticGradientDescent.of(batches(7));
        double[] theta = start(batches(7));
        String message = assertThrows(IllegalArgumentException.class, () -> BatchOrders.ofAll(descent, theta, 0.1))
                .getMessage();
        assertTrue(message.contains("given 7 batches, expected at most 6"), message);
        assertThrows(IllegalArgumentException.class, () -> BatchOrders.sampled(descent, theta, 0.1, 1, 1, false));
        BatchOrders.Mean mean = BatchOrders.sampled(descent, theta, 0.1, 2, 1, false);
        assertThrows(IllegalArgumentException.class, () -> mean.valuesFor(0));
    }
}
