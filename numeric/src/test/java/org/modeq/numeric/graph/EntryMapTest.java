package org.modeq.numeric.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A map of entries")
class EntryMapTest {
    private static final int ROWS = 3;
    private static final int SOURCES = 40;
    private static final int START = 2;

    /** Stretches of neighbours of a length, each from another place, the fourth without sources. */
    private static int[] sources(int length) {
        return IntStream.range(0, 6 * length)
                .map(i -> i / length == 3 ? EntryMap.NONE : 5 * (i / length) + i % length)
                .toArray();
    }

    private static double[] numbers(int count) {
        double[] numbers = new double[START + count];
        Arrays.setAll(numbers, i -> i * i % 101 + 1);
        return numbers;
    }

    @ParameterizedTest(name = "with stretches of {0}")
    @DisplayName("moves entries, sets those without a source to 0, and its transpose adds them back")
    @ValueSource(ints = {1, 2, 5, 6, 8, 13})
    void definition(int length) {
        int[] sources = sources(length);
        EntryMap map = EntryMap.of(SOURCES, sources);
        double[] x = numbers(ROWS * SOURCES);
        double[] y = numbers(ROWS * sources.length);
        double[] image = numbers(ROWS * sources.length);
        double[] back = numbers(ROWS * SOURCES);
        Arrays.fill(back, START, back.length, 0);
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < sources.length; i++) {
                int to = START + row * sources.length + i;
                int from = START + row * SOURCES + sources[i];
                image[to] = sources[i] == EntryMap.NONE ? 0 : x[from];
                if (sources[i] != EntryMap.NONE) {
                    back[from] += y[to];
                }
            }
        }
        double[] target = numbers(ROWS * sources.length);
        map.set(ROWS, x, START, target, START);
        assertArrayEquals(image, target);
        double[] transposed = numbers(ROWS * SOURCES);
        map.setTransposed(ROWS, y, START, transposed, START);
        assertArrayEquals(back, transposed);
    }
}
