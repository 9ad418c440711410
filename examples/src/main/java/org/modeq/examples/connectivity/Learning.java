package org.modeq.examples.connectivity;

import java.util.List;

/** Ways to learn tasks one after the other, in the order of what they keep. */
enum Learning {
    /** Task after task. */
    NAIVE("naive"),

    /** Task after task, with half the step size from each to the next. */
    SMALL_STEP("small-step"),

    /** {@link #LINES} without the factor α before the gradient at each point, which is the gradient of another objective. */
    LINES_WITHOUT_FACTOR("MC-SGD without alpha"),

    /** MC-SGD: low loss on the lines to the last solution, by the memory, and to that of the new task. */
    LINES("MC-SGD"),

    /** The mean of a batch of the task and one of the memory. */
    REPLAY("replay"),

    /** The mean of a batch of every task so far. */
    JOINT("joint");

    private final String label;

    Learning(String label) {
        this.label = label;
    }

    /** Its name in outcomes and pictures. */
    String label() {
        return label;
    }

    /** Whether it ends with steps on the lines to two solutions. */
    boolean isOnLines() {
        return this == LINES || this == LINES_WITHOUT_FACTOR;
    }

    /** Its place in that order, from 0 on. */
    int place() {
        return all().indexOf(this);
    }

    /** All, from what is expected to keep least to what is expected to keep most. */
    static List<Learning> all() {
        return List.of(values());
    }
}
