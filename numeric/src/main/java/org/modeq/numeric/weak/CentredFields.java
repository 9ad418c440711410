package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/** The mean field f̄ and the deviations d_b = f_b − f̄ of some batches around a point, and the elementary differentials of both. */
final class CentredFields {
    private final TaylorAlgebra algebra;
    private final double[][] mean;
    private final List<double[][]> deviations;

    private CentredFields(TaylorAlgebra algebra, double[][] mean, List<double[][]> deviations) {
        this.algebra = algebra;
        this.mean = mean;
        this.deviations = deviations;
    }

    static CentredFields at(Batches batches, double[] centre, TaylorAlgebra algebra) {
        List<double[][]> fields = batches.at(centre, algebra);
        int dimension = centre.length;
        double[][] mean = new double[dimension][algebra.size()];
        for (double[][] field : fields) {
            for (int i = 0; i < dimension; i++) {
                for (int e = 0; e < algebra.size(); e++) {
                    mean[i][e] += field[i][e] / fields.size();
                }
            }
        }
        List<double[][]> deviations = new ArrayList<>();
        for (double[][] field : fields) {
            double[][] deviation = new double[dimension][algebra.size()];
            for (int i = 0; i < dimension; i++) {
                for (int e = 0; e < algebra.size(); e++) {
                    deviation[i][e] = field[i][e] - mean[i][e];
                }
            }
            deviations.add(deviation);
        }
        return new CentredFields(algebra, mean, deviations);
    }

    TaylorAlgebra algebra() {
        return algebra;
    }

    /** m. */
    int count() {
        return deviations.size();
    }

    /** F(t), where the letter f is the mean field and each other letter the deviation of the batch that is drawn for it. */
    double[][] differential(RootedTree tree, Map<Colour, Integer> drawn) {
        List<double[][]> children = tree.children().stream()
                .map(child -> differential(child, drawn))
                .toList();
        double[][] field = tree.colour().equals(Pattern.MEAN)
                ? mean
                : deviations.get(Objects.requireNonNull(drawn.get(tree.colour())));
        double[][] result = new double[field.length][];
        for (int i = 0; i < field.length; i++) {
            result[i] = contracted(field[i], children, 0);
        }
        return result;
    }

    /** Σ ∂_{j₁}…∂_{j_k} p · v₁^{j₁} ⋯ v_k^{j_k}, from the k-th direction on. */
    private double[] contracted(double[] polynomial, List<double[][]> directions, int first) {
        if (first == directions.size()) {
            return polynomial;
        }
        double[] sum = new double[algebra.size()];
        for (int j = 0; j < algebra.variables(); j++) {
            double[] rest = contracted(algebra.derivative(polynomial, j), directions, first + 1);
            algebra.addProduct(sum, 1, rest, directions.get(first)[j]);
        }
        return sum;
    }
}
