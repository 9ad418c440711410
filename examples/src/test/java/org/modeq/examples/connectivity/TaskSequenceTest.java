package org.modeq.examples.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.RandomStream;

@DisplayName("A sequence of tasks on digits")
class TaskSequenceTest {
    private final Dataset images = Digits.load().rows(new IndexRange(1, 3));

    @ParameterizedTest(name = "of {0} begins with the images as they are and has the same pixels in other places later")
    @EnumSource(TaskFamily.class)
    void samePixels(TaskFamily family) {
        List<Dataset> tasks = family.tasks(family.count(), images);
        assertArrayEquals(images.features().data, tasks.get(0).features().data);
        double[] sorted = sortedPixels(images);
        for (Dataset task : tasks.subList(1, tasks.size())) {
            assertTrue(!Arrays.equals(images.features().data, task.features().data));
            assertArrayEquals(sorted, sortedPixels(task));
        }
    }

    private static double[] sortedPixels(Dataset data) {
        double[] pixels = data.select(1).features().data;
        Arrays.sort(pixels);
        return pixels;
    }

    @Test
    @DisplayName(
            "of turned digits has the first row of an image as its first column from the bottom up, after one turn")
    void turned() {
        double[] image = images.select(0).features().data;
        double[] turned = TaskFamily.ROTATIONS.task(1, images).select(0).features().data;
        for (int j = 0; j < 8; j++) {
            assertEquals(image[j], turned[8 * (7 - j)]);
        }
        Dataset once = TaskFamily.ROTATIONS.task(1, images);
        assertArrayEquals(
                images.features().data, TaskFamily.ROTATIONS.task(3, once).features().data);
    }

    @Test
    @DisplayName("gives each row once at most in an epoch, and only rows of the task")
    void epochs() {
        BatchSource epochs = BatchSource.epochs(1200, 100, RandomStream.ofSeed(1));
        int[] rows = new int[4 * BatchSource.SIZE];
        for (int batch = 0; batch < 4; batch++) {
            epochs.next(rows, BatchSource.SIZE * batch);
        }
        assertEquals(96, Arrays.stream(rows, 0, 96).distinct().count());
        assertTrue(Arrays.stream(rows).allMatch(row -> row >= 1200 && row < 1300));
        int[] second = RandomStream.ofSeed(1).shuffle(100);
        assertEquals(1200 + second[0], rows[0]);
    }

    @Test
    @DisplayName("is learned by steps on the mean over a batch from each source")
    void descent() {
        TaskSequence tasks = TaskSequence.of(TaskFamily.PERMUTATIONS, 2);
        double[] start = TaskSequence.NETWORK.initialParameters(1);
        BatchSource first = (rows, from) -> IntStream.range(0, 32).forEach(i -> rows[from + i] = i);
        BatchSource second = (rows, from) -> IntStream.range(0, 32).forEach(i -> rows[from + i] = 1200 + 2 * i);
        double[] end = tasks.descend(start, List.of(first, second), 0.5, 1);
        double[] expected = start.clone();
        for (int task = 0; task < 2; task++) {
            int stride = task + 1;
            int[] rows = IntStream.range(0, 32).map(i -> stride * i).toArray();
            Dataset data = TaskFamily.PERMUTATIONS.task(task, Digits.load()).select(rows);
            NetworkLoss loss = NetworkLoss.of(TaskSequence.NETWORK, TaskSequence.OUTPUT_LOSS, data);
            Euclidean.add(expected, -0.25, loss.gradient(start));
        }
        assertArrayEquals(expected, end, 1e-15);
    }
}
