package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.simulate.EpochOrders;

/**
 * The moments of a random affine recurrence, without sampling: SGD on quadratic losses.
 *
 * <p>On affine fields an Euler step is x ↦ M_i x for x = (θ, 1), and with independent draws
 * <pre>
 *   𝔼 xₙ₊₁⊗…⊗xₙ₊₁ = 1/m Σ_i (M_i ⊗ … ⊗ M_i) 𝔼 xₙ⊗…⊗xₙ
 * </pre>
 * is linear, whatever the degree p of the tensor. For epochs the M_i are the products over the orders of the batches.
 * Time grows like m·p·(d+1)^(p+1) per step; the only error is rounding.
 */
public final class AffineMoments {
    private static final int HIGHEST_DEGREE = 6;
    private static final double LINEAR = 1e-12;
    private static final long SEED = 1;

    private final List<DMatrixRMaj> maps;
    private final int dimension;

    private AffineMoments(List<DMatrixRMaj> maps, int dimension) {
        this.maps = List.copyOf(maps);
        this.dimension = dimension;
    }

    /**
     * Independent draws: every step is on a batch that is drawn from all of them.
     *
     * @param batches f₁, …, f_m, affine
     * @param dimension d
     * @param stepSize h
     * @return the recurrence
     * @throws IllegalArgumentException if there is no batch or a field is not affine
     */
    public static AffineMoments ofDraws(List<VectorField> batches, int dimension, double stepSize) {
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("given no batches, expected at least one");
        }
        return new AffineMoments(
                batches.stream().map(field -> step(field, dimension, stepSize)).toList(), dimension);
    }

    /**
     * Shuffled epochs: every epoch steps once on each batch, in an order that is drawn from all of them.
     *
     * @param batches f₁, …, f_m, affine, m ≤ 6
     * @param dimension d
     * @param stepSize h
     * @return the recurrence, an epoch at a time
     * @throws IllegalArgumentException if there is no batch or more than 6, or a field is not affine
     */
    public static AffineMoments ofEpochs(List<VectorField> batches, int dimension, double stepSize) {
        List<DMatrixRMaj> steps = ofDraws(batches, dimension, stepSize).maps;
        List<DMatrixRMaj> epochs = new ArrayList<>();
        EpochOrders.forEach(batches.size(), order -> {
            DMatrixRMaj epoch = CommonOps_DDRM.identity(dimension + 1);
            for (int batch : order) {
                epoch = CommonOps_DDRM.mult(steps.get(batch), epoch, null);
            }
            epochs.add(epoch);
        });
        return new AffineMoments(epochs, dimension);
    }

    /** (θ, 1) ↦ (θ + h f(θ), 1), from the values of f at 0 and at the unit vectors. */
    private static DMatrixRMaj step(VectorField field, int dimension, double stepSize) {
        double[] point = new double[dimension];
        double[] constant = field.at(point.clone());
        DMatrixRMaj map = CommonOps_DDRM.identity(dimension + 1);
        double[] probe = RandomStream.ofSeed(SEED).normals(dimension);
        double[] predicted = constant.clone();
        for (int j = 0; j < dimension; j++) {
            point[j] = 1;
            double[] column = Euclidean.difference(field.at(point.clone()), constant);
            point[j] = 0;
            Euclidean.add(predicted, probe[j], column);
            for (int i = 0; i < dimension; i++) {
                map.add(i, j, stepSize * column[i]);
            }
        }
        for (int i = 0; i < dimension; i++) {
            map.add(i, dimension, stepSize * constant[i]);
        }
        double distance = Euclidean.distance(predicted, field.at(probe.clone()));
        if (!(distance <= LINEAR * (1 + Euclidean.norm(predicted)))) {
            throw new IllegalArgumentException("given a field that is not affine: at a random point it differs by "
                    + distance + " from the affine field with its values at 0 and at the unit vectors; expected the"
                    + " gradients of quadratic losses");
        }
        return map;
    }

    /**
     * A moment tensor.
     *
     * @param start θ₀
     * @param steps n ≥ 0
     * @param degree p, 1 to 6
     * @return 𝔼 x⊗…⊗x, x = (θₙ, 1), p factors, (d+1)^p numbers, the last index fastest; entries with 1 are the lower moments
     * @throws IllegalArgumentException if n &lt; 0, p is out of range, or θ₀ has another dimension
     */
    public double[] tensor(double[] start, int steps, int degree) {
        if (steps < 0 || degree < 1 || degree > HIGHEST_DEGREE || start.length != dimension) {
            throw new IllegalArgumentException("given " + steps + " steps, the degree " + degree + " and a start of "
                    + start.length + " numbers, expected at least 0, 1 to " + HIGHEST_DEGREE + ", and " + dimension);
        }
        double[] moment = {1};
        for (int factor = 0; factor < degree; factor++) {
            double[] next = new double[moment.length * (dimension + 1)];
            for (int i = 0; i < moment.length; i++) {
                for (int j = 0; j <= dimension; j++) {
                    next[i * (dimension + 1) + j] = moment[i] * (j < dimension ? start[j] : 1);
                }
            }
            moment = next;
        }
        for (int n = 0; n < steps; n++) {
            double[] mean = new double[moment.length];
            for (DMatrixRMaj map : maps) {
                double[] image = moment;
                for (int factor = 0; factor < degree; factor++) {
                    image = applied(map, image);
                }
                Euclidean.add(mean, 1.0 / maps.size(), image);
            }
            moment = mean;
        }
        return moment;
    }

    /** M on the first index, which becomes the last: after p times every index has had its turn. */
    private double[] applied(DMatrixRMaj map, double... tensor) {
        int size = dimension + 1;
        int rest = tensor.length / size;
        double[] image = new double[tensor.length];
        for (int r = 0; r < rest; r++) {
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += map.get(i, j) * tensor[j * rest + r];
                }
                image[r * size + i] = sum;
            }
        }
        return image;
    }

    /**
     * The mean.
     *
     * @param start θ₀
     * @param steps n ≥ 0
     * @return 𝔼θₙ
     */
    public double[] mean(double[] start, int steps) {
        double[] mean = new double[dimension];
        System.arraycopy(tensor(start, steps, 1), 0, mean, 0, dimension);
        return mean;
    }

    /**
     * The covariance, of which rounding leaves about 1e-16 · ‖θₙ‖².
     *
     * @param start θ₀
     * @param steps n ≥ 0
     * @return 𝔼θₙθₙᵀ − 𝔼θₙ 𝔼θₙᵀ, d×d
     */
    public DMatrixRMaj covariance(double[] start, int steps) {
        double[] second = tensor(start, steps, 2);
        double[] mean = mean(start, steps);
        DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                covariance.set(i, j, second[i * (dimension + 1) + j] - mean[i] * mean[j]);
            }
        }
        return covariance;
    }
}
