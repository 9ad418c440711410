package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.List;
import org.modeq.numeric.model.RandomStream;

/**
 * Points and weights with the moments of n independent normal numbers to degree 5: the origin, ±√3 on each axis and the pairs of
 * them, 2n² + 1 points of the weights
 * <pre>
 *   1/36 for pairs,     (4 − n)/18 on the axes,     the rest at the origin.
 * </pre>
 * The weights on the axes are negative for n &gt; 4. Source: the product of one-dimensional rules of Gauss and Hermite, thinned out to
 * degree 5; Stroud (1971), section 8.
 */
final class GaussianRule {
    private static final double NODE = Math.sqrt(3);

    /** Of the one-dimensional rule: ±√3 with 1/6 each, 0 with 2/3. */
    private static final int SIDES = 6;

    private GaussianRule() {}

    /** A point and its weight; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Node(double weight, double[] point) {}

    static List<Node> of(int dimension) {
        List<Node> nodes = new ArrayList<>();
        double rest = 1;
        for (int i = 0; i < dimension; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double axis = (4 - dimension) / 18.0;
                rest -= axis;
                if (dimension != 4) {
                    nodes.add(node(axis, dimension, i, sign, i, sign));
                }
                for (int j = 0; j < i; j++) {
                    for (int other = -1; other <= 1; other += 2) {
                        nodes.add(node(1.0 / 36, dimension, i, sign, j, other));
                        rest -= 1.0 / 36;
                    }
                }
            }
        }
        nodes.add(new Node(rest, new double[dimension]));
        return nodes;
    }

    private static Node node(double weight, int dimension, int i, int sign, int j, int other) {
        double[] point = new double[dimension];
        point[i] = sign * NODE;
        point[j] = other * NODE;
        return new Node(weight, point);
    }

    /** Independent draws from the one-dimensional rule of degree 5. */
    static double[] draw(int dimension, RandomStream stream) {
        double[] point = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            int side = stream.integer(SIDES);
            point[i] = side == 0 ? -NODE : side == 1 ? NODE : 0;
        }
        return point;
    }
}
