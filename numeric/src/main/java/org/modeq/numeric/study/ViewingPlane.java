package org.modeq.numeric.study;

import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.study.PhasePortrait.Place;

/**
 * The plane on which points of ℝᵈ are drawn: time and the coordinate for d = 1, the coordinates for d = 2, and beyond the affine
 * plane through the mean of the points that is nearest to them, spanned by the first two right singular vectors of their deviations.
 */
final class ViewingPlane {
    private final String xLabel;
    private final String yLabel;
    private final List<double[]> axes;
    private final double[] origin;

    private ViewingPlane(String xLabel, String yLabel, List<double[]> axes, double... origin) {
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.axes = axes;
        this.origin = origin;
    }

    /** The plane for some points, at least two, of coordinates with these names (for d ≤ 2). */
    static ViewingPlane of(List<double[]> points, List<String> names) {
        int dimension = points.get(0).length;
        if (dimension == 1) {
            return new ViewingPlane("time n·h", names.get(0), List.of(new double[] {1}), 0);
        }
        return dimension == 2
                ? new ViewingPlane(names.get(0), names.get(1), List.of(new double[] {1, 0}, new double[] {0, 1}), 0, 0)
                : principal(points);
    }

    private static ViewingPlane principal(List<double[]> points) {
        double[] mean = new double[points.get(0).length];
        points.forEach(point -> Euclidean.add(mean, 1.0 / points.size(), point));
        DMatrixRMaj deviations = new DMatrixRMaj(points.size(), mean.length);
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(
                    Euclidean.difference(points.get(i), mean), 0, deviations.data, i * mean.length, mean.length);
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(points.size(), mean.length, false, true, true);
        if (!svd.decompose(deviations)) {
            throw new ArithmeticException("the points of the run have no singular value decomposition: one of them is"
                    + " not finite; take a smaller step size");
        }
        DMatrixRMaj directions = svd.getV(null, true);
        DMatrixRMaj values = svd.getW(null);
        SingularOps_DDRM.descendingOrder(null, false, values, directions, true);
        double total = 0;
        for (double value : svd.getSingularValues()) {
            total += value * value;
        }
        double[] way = Euclidean.difference(points.get(points.size() - 1), points.get(0));
        return new ViewingPlane(
                label("first", values.get(0, 0), total),
                label("second", values.get(1, 1), total),
                List.of(turned(row(directions, 0), way), turned(row(directions, 1), way)),
                mean);
    }

    private static String label(String which, double value, double total) {
        double share = total > 0 ? 100 * value * value / total : 0;
        return String.format(Locale.ROOT, "%s principal direction, %.3g %% of the variance", which, share);
    }

    private static double[] row(DMatrixRMaj matrix, int index) {
        double[] row = new double[matrix.numCols];
        System.arraycopy(matrix.data, index * matrix.numCols, row, 0, row.length);
        return row;
    }

    /** A singular vector has no sign of its own: this one goes along the run. */
    private static double[] turned(double[] axis, double[] way) {
        if (Euclidean.product(axis, way) < 0) {
            Euclidean.scale(axis, -1);
        }
        return axis;
    }

    Place place(double[] point, double time) {
        double[] difference = Euclidean.difference(point, origin);
        double first = Euclidean.product(axes.get(0), difference);
        return axes.size() == 1 ? new Place(time, first) : new Place(first, Euclidean.product(axes.get(1), difference));
    }

    String xLabel() {
        return xLabel;
    }

    String yLabel() {
        return yLabel;
    }

    /** Whether both axes are lengths in the space of parameters. */
    boolean isIsometric() {
        return axes.size() == 2;
    }
}
