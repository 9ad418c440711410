package org.modeq.examples.connectivity;

import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.model.Dataset;

/** A sequence of tasks made from the same images; task 0 has them as they are. */
enum TaskFamily {
    /** Task k has the images turned by k·90° counter-clockwise. */
    ROTATIONS("rot", "turned digits", 4) {
        @Override
        Dataset task(int k, Dataset images) {
            Dataset turned = images;
            for (int turn = 0; turn < k; turn++) {
                turned = turned.rearranged(pixel -> SIDE * (pixel % SIDE) + SIDE - 1 - pixel / SIDE);
            }
            return turned;
        }
    },

    /** New pixel i of task k is the old one of number (aₖi + bₖ) mod 64. */
    PERMUTATIONS("perm", "permuted digits", 5) {
        @Override
        Dataset task(int k, Dataset images) {
            int factor = FACTORS.get(k);
            int shift = SHIFTS.get(k);
            return images.rearranged(pixel -> (factor * pixel + shift) % (SIDE * SIDE));
        }
    };

    private static final int SIDE = 8;
    private static final List<Integer> FACTORS = List.of(1, 27, 43, 5, 19);
    private static final List<Integer> SHIFTS = List.of(0, 11, 7, 30, 3);

    private final String label;
    private final String images;
    private final int count;

    TaskFamily(String label, String images, int count) {
        this.label = label;
        this.images = images;
        this.count = count;
    }

    /** Its name in outcomes. */
    String label() {
        return label;
    }

    /** What the images are. */
    String images() {
        return images;
    }

    /** The number of tasks. */
    int count() {
        return count;
    }

    /** Images in the form of task k. */
    abstract Dataset task(int k, Dataset images);

    /** The images in the forms of the first tasks, one task after the other. */
    List<Dataset> tasks(int first, Dataset images) {
        return IntStream.range(0, first).mapToObj(k -> task(k, images)).toList();
    }
}
