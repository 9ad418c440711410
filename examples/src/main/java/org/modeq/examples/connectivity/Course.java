package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How a method got on with a sequence of tasks: its solution after each task, and what that solution can do. */
final class Course {
    private final List<double[]> solutions;
    private final List<List<Double>> accuracies = new ArrayList<>();

    private Course(TaskSequence tasks, List<double[]> solutions) {
        this.solutions = List.copyOf(solutions);
        for (int k = 0; k < solutions.size(); k++) {
            double[] solution = solutions.get(k);
            accuracies.add(IntStream.rangeClosed(0, k)
                    .mapToObj(j -> tasks.accuracy(j, solution))
                    .toList());
        }
    }

    /** The course of the solutions w̄₁, w̄₂, …, one for each task. */
    static Course of(TaskSequence tasks, List<double[]> solutions) {
        return new Course(tasks, solutions);
    }

    /** The solution after task k, counted from 0. */
    double[] solution(int k) {
        return solutions.get(k);
    }

    /** The accuracy on task j after task k ≥ j. */
    double accuracy(int k, int j) {
        return accuracies.get(k).get(j);
    }

    /** The mean accuracy on the tasks seen, after task k. */
    double accuracyAfter(int k) {
        return mean(accuracies.get(k));
    }

    /** The mean accuracy on all tasks at the end. */
    double accuracy() {
        return accuracyAfter(accuracies.size() - 1);
    }

    /** The mean over all tasks but the last of the best accuracy before the end less that at the end. */
    double forgetting() {
        int last = accuracies.size() - 1;
        return mean(IntStream.range(0, last)
                .mapToObj(j -> IntStream.range(j, last)
                                .mapToDouble(k -> accuracy(k, j))
                                .max()
                                .orElseThrow()
                        - accuracy(last, j))
                .toList());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
