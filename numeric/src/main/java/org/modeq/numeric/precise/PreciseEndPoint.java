package org.modeq.numeric.precise;

import java.util.List;

/**
 * Where a flow ends, and how well that is known.
 *
 * @param point θ(t)
 * @param error the sum over all substeps of the largest entries of their last two Taylor terms
 * @param substeps the number of substeps
 * @param highestOrder the highest power of time in any of them
 * @param <T> the numbers
 */
public record PreciseEndPoint<T>(List<T> point, double error, int substeps, int highestOrder) {
    /**
     * An end point.
     *
     * @param point θ(t)
     * @param error the estimated error of truncation
     * @param substeps the number of substeps
     * @param highestOrder the highest power of time in any of them
     */
    public PreciseEndPoint {
        point = List.copyOf(point);
    }
}
