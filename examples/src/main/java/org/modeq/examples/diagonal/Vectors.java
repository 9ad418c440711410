package org.modeq.examples.diagonal;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.modeq.numeric.kernel.Euclidean;

/** What plain arrays need besides {@link Euclidean}: relative and other distances, and means. */
final class Vectors {
    private Vectors() {}

    /** The vector with these components. */
    static double[] of(int size, IntToDoubleFunction component) {
        return IntStream.range(0, size).mapToDouble(component).toArray();
    }

    /** ‖a‖². */
    static double square(double[] a) {
        return Euclidean.product(a, a);
    }

    /** ‖a‖₁. */
    static double sumOfAbsolutes(double[] a) {
        double sum = 0;
        for (double component : a) {
            sum += Math.abs(component);
        }
        return sum;
    }

    /** ‖a − b‖ / ‖b‖. */
    static double relativeDistance(double[] a, double[] b) {
        return Euclidean.distance(a, b) / Euclidean.norm(b);
    }

    /** max |aᵢ − bᵢ|. */
    static double largestDifference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /** The mean of the components. */
    static double mean(double[] a) {
        return mean(a, i -> true);
    }

    /** The mean of the components whose number is chosen. */
    static double mean(double[] a, IntPredicate chosen) {
        return IntStream.range(0, a.length)
                .filter(chosen)
                .mapToDouble(i -> a[i])
                .average()
                .orElseThrow();
    }

    /** The mean of vectors, component by component. */
    static double[] mean(List<double[]> vectors) {
        return of(vectors.get(0).length, i -> {
            double sum = 0;
            for (double[] vector : vectors) {
                sum += vector[i];
            }
            return sum / vectors.size();
        });
    }
}
