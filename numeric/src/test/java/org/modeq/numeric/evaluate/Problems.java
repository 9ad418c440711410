package org.modeq.numeric.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.tree.Colour;

/** Small problems with fixed seeds, and the relative distance by which results are compared. */
final class Problems {
    static final Colour A = new Colour("A");
    static final Colour B = new Colour("B");

    private Problems() {}

    /** All monomials of degrees 2 to the given one, with normal coefficients. */
    static Loss polynomial(int dimension, int degree, long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<PolynomialLoss.Term> terms = new ArrayList<>();
        for (List<Integer> exponents : monomials(dimension, degree)) {
            int total = exponents.stream().mapToInt(Integer::intValue).sum();
            if (total >= 1) {
                terms.add(new PolynomialLoss.Term(stream.normals(1)[0] / total, exponents));
            }
        }
        return PolynomialLoss.of(dimension, terms);
    }

    private static List<List<Integer>> monomials(int dimension, int degree) {
        if (dimension == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> monomials = new ArrayList<>();
        for (int exponent = 0; exponent <= degree; exponent++) {
            for (List<Integer> rest : monomials(dimension - 1, degree - exponent)) {
                List<Integer> monomial = new ArrayList<>(rest);
                monomial.add(exponent);
                monomials.add(monomial);
            }
        }
        return monomials;
    }

    /** A network 3-4-3-2 on nine random samples. */
    static Loss network(OutputLoss outputLoss, long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        double[] classes = new double[9];
        DMatrixRMaj features = new DMatrixRMaj(9, 3, true, stream.normals(27));
        for (int i = 0; i < classes.length; i++) {
            classes[i] = stream.integer(2);
        }
        return NetworkLoss.of(DenseNetwork.of(3, 4, 3, 2), outputLoss, Dataset.of(features, classes));
    }

    /** The fields −∇L of one loss for gradient descent and of two for the tasks A and B. */
    static SortedMap<Colour, VectorField> fields(Loss first, Loss second) {
        return new TreeMap<>(
                Map.of(Colour.F, first.negativeGradient(), A, first.negativeGradient(), B, second.negativeGradient()));
    }

    static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }

    static void assertClose(double[] expected, double[] actual, double relative, String what) {
        double size = distance(expected, new double[expected.length]);
        double difference = distance(expected, actual);
        assertTrue(size > 0, what + " is zero and tests nothing");
        assertTrue(difference <= relative * size, what + " differs by " + difference / size + " of its size");
    }
}
