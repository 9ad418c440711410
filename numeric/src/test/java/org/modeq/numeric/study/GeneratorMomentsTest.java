package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.QuadraticLoss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.pattern.SamplingGenerator;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The truncated generator against SGD itself, on moments, which on quadratics are exact for both.
 *
 * <p>With x = (θ, 1) a quadratic batch is x′ = (1 + hG_a)x. On a tensor x⊗…⊗x of p factors a forest of r chains puts each chain, a
 * product of matrices, on a factor of its own: the sum over the p(p−1)…(p−r+1) places. Trees that branch vanish.
 */
@DisplayName("The modified generator of SGD on quadratic losses")
class GeneratorMomentsTest {
    private static final double[] START = {0.75};
    private static final double TIME = 1;

    /** Batches of different curvature and centre, skewed: the third cumulant does not vanish. */
    private static final List<QuadraticLoss> LOSSES = List.of(
            QuadraticLoss.of(new DMatrixRMaj(1, 1, true, 0.5), 1),
            QuadraticLoss.of(new DMatrixRMaj(1, 1, true, 1), -1),
            QuadraticLoss.of(new DMatrixRMaj(1, 1, true, 2), 0.5));

    private static List<VectorField> fields() {
        return LOSSES.stream().map(QuadraticLoss::negativeGradient).toList();
    }

    private static DMatrixRMaj matrix(VectorField field) {
        double constant = field.at(new double[] {0})[0];
        double slope = field.at(new double[] {1})[0] - constant;
        return new DMatrixRMaj(2, 2, true, slope, constant, 0, 0);
    }

    /** 𝓛 to h^(N−1) on tensors of p factors, which the moments follow. */
    private static DMatrixRMaj generator(int order, int degree, double stepSize) {
        List<DMatrixRMaj> batches =
                fields().stream().map(GeneratorMomentsTest::matrix).toList();
        int size = 1 << degree;
        DMatrixRMaj sum = new DMatrixRMaj(size, size);
        for (PatternSeries.Term term : SamplingGenerator.of(order).terms()) {
            List<RootedTree> trees = term.pattern().trees();
            boolean vanishes = trees.size() > degree || trees.stream().anyMatch(GeneratorMomentsTest::branches);
            if (vanishes) {
                continue;
            }
            double weight = term.coefficient().coefficient(0).doubleValue() * Math.pow(stepSize, term.power());
            int blocks = term.pattern().blocks();
            int draws = (int) Math.round(Math.pow(batches.size(), blocks));
            for (int draw = 0; draw < draws; draw++) {
                List<DMatrixRMaj> chains = new ArrayList<>();
                for (RootedTree tree : trees) {
                    chains.add(chain(tree, batches, draw));
                }
                addAtAllPlaces(sum, weight / draws, chains, degree, new ArrayList<>());
            }
        }
        return sum;
    }

    private static boolean branches(RootedTree tree) {
        return tree.children().size() > 1 || tree.children().stream().anyMatch(GeneratorMomentsTest::branches);
    }

    private static DMatrixRMaj chain(RootedTree tree, List<DMatrixRMaj> batches, int draw) {
        int letter = tree.colour().name().charAt(0) - 'a';
        int batch = draw / (int) Math.round(Math.pow(batches.size(), letter)) % batches.size();
        DMatrixRMaj product = batches.get(batch).copy();
        return tree.isVertex()
                ? product
                : CommonOps_DDRM.mult(product, chain(tree.children().get(0), batches, draw), null);
    }

    private static void addAtAllPlaces(
            DMatrixRMaj sum, double weight, List<DMatrixRMaj> chains, int degree, List<Integer> places) {
        if (places.size() == chains.size()) {
            DMatrixRMaj product = CommonOps_DDRM.identity(1);
            for (int factor = 0; factor < degree; factor++) {
                int chain = places.indexOf(factor);
                product =
                        CommonOps_DDRM.kron(product, chain < 0 ? CommonOps_DDRM.identity(2) : chains.get(chain), null);
            }
            CommonOps_DDRM.addEquals(sum, weight, product);
            return;
        }
        for (int place = 0; place < degree; place++) {
            if (!places.contains(place)) {
                places.add(place);
                addAtAllPlaces(sum, weight, chains, degree, places);
                places.remove(places.size() - 1);
            }
        }
    }

    /** exp(M) x by its series; ‖M‖ is a few units. */
    private static double[] exponential(DMatrixRMaj matrix, double... start) {
        DMatrixRMaj term = new DMatrixRMaj(start.length, 1, true, start.clone());
        DMatrixRMaj sum = term.copy();
        for (int k = 1; k < 200; k++) {
            term = CommonOps_DDRM.mult(matrix, term, null);
            CommonOps_DDRM.scale(1.0 / k, term);
            CommonOps_DDRM.addEquals(sum, term);
        }
        return sum.data;
    }

    private static double error(int order, int degree, int steps) {
        double stepSize = TIME / steps;
        AffineMoments moments = AffineMoments.ofDraws(fields(), 1, stepSize);
        DMatrixRMaj generator = generator(order, degree, stepSize);
        CommonOps_DDRM.scale(TIME, generator);
        double[] flow = exponential(generator, moments.tensor(START, 0, degree));
        return Euclidean.distance(flow, moments.tensor(START, steps, degree));
    }

    /** The first moment of a linear field has no noise in it; the second and the third have. */
    @ParameterizedTest(name = "cut off at order {0} has the weak error of slope {0} in the moments to degree {1}")
    @CsvSource({"1, 1", "2, 1", "3, 1", "1, 2", "2, 2", "3, 2", "4, 2", "1, 3", "2, 3", "3, 3", "4, 3", "3, 4"})
    void slopes(int order, int degree) {
        double coarse = error(order, degree, 64);
        double fine = error(order, degree, 128);
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.05, coarse + " and " + fine);
    }

    /** Without the third cumulant, a a a, weak order 3 is lost in the third moment. */
    @Test
    @DisplayName("without the third cumulant has slope 2 in the third moment")
    void skewness() {
        double[] errors = new double[2];
        for (int halving = 0; halving < 2; halving++) {
            int steps = 64 << halving;
            double stepSize = TIME / steps;
            AffineMoments moments = AffineMoments.ofDraws(fields(), 1, stepSize);
            DMatrixRMaj generator = generator(3, 3, stepSize);
            DMatrixRMaj cumulant = new DMatrixRMaj(8, 8);
            DMatrixRMaj mean = new DMatrixRMaj(2, 2);
            for (VectorField field : fields()) {
                CommonOps_DDRM.addEquals(mean, 1.0 / 3, matrix(field));
            }
            for (VectorField field : fields()) {
                DMatrixRMaj deviation = CommonOps_DDRM.subtract(matrix(field), mean, null);
                addAtAllPlaces(
                        cumulant,
                        stepSize * stepSize / 6 / 3,
                        List.of(deviation, deviation, deviation),
                        3,
                        new ArrayList<>());
            }
            CommonOps_DDRM.subtractEquals(generator, cumulant);
            CommonOps_DDRM.scale(TIME, generator);
            double[] flow = exponential(generator, moments.tensor(START, 0, 3));
            errors[halving] = Euclidean.distance(flow, moments.tensor(START, steps, 3));
        }
        assertEquals(2, Math.log(errors[0] / errors[1]) / Math.log(2), 0.05);
    }
}
