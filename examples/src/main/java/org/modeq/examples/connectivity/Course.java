package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How a method got on with a sequence of tasks: its solution after each task, and what that solution can do. */
final class Course {
    private final List<LineProfile> firstLoss = new ArrayList<>();
    private final List<Double> barriers = new ArrayList<>();
    private final List<List<Double>> accuracies = new ArrayList<>();

    private Course(TaskSequence tasks, List<double[]> solutions, List<double[]> targets) {
        for (int k = 0; k < solutions.size(); k++) {
            double[] solution = solutions.get(k);
            accuracies.add(IntStream.rangeClosed(0, k)
                    .mapToObj(j -> tasks.accuracy(j, solution))
                    .toList());
        }
        for (int k = 1; k < solutions.size(); k++) {
            double[] from = solutions.get(k - 1);
            double[] to = solutions.get(k);
            List<LineProfile> old = IntStream.range(0, k)
                    .mapToObj(j -> LineProfile.of(tasks.loss(j), from, to))
                    .toList();
            firstLoss.add(old.get(0));
            barriers.add(LineProfile.mean(old).barrier());
            if (targets.get(k) != to) {
                barriers.add(LineProfile.of(tasks.loss(k), targets.get(k), to).barrier());
            }
        }
    }

    /**
     * The course of some solutions.
     *
     * @param tasks the tasks
     * @param solutions w̄₁, w̄₂, …, one for each task
     * @param targets ŵ₁, ŵ₂, …, the ends of descent on each task, which are the solutions except for MC-SGD
     */
    static Course of(TaskSequence tasks, List<double[]> solutions, List<double[]> targets) {
        return new Course(tasks, solutions, targets);
    }

    /** The number of tasks. */
    int size() {
        return accuracies.size();
    }

    /** L₁ on the lines w̄₁ → w̄₂ → …. */
    List<LineProfile> firstLoss() {
        return List.copyOf(firstLoss);
    }

    /** The highest barrier: of the mean loss of the tasks before on a line w̄ → w̄, or of that of the task on one ŵ → w̄. */
    double barrier() {
        return Collections.max(barriers);
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
        return forgetting(accuracies);
    }

    /** The same of a table: row k has the accuracies on the tasks 0 to k after task k. */
    static double forgetting(List<List<Double>> accuracies) {
        int last = accuracies.size() - 1;
        return mean(IntStream.range(0, last)
                .mapToObj(j -> IntStream.range(j, last)
                                .mapToDouble(k -> accuracies.get(k).get(j))
                                .max()
                                .orElseThrow()
                        - accuracies.get(last).get(j))
                .toList());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
