package org.modeq.symbolic.tree;

import java.util.regex.Pattern;

/**
 * A slot of a node: the argument of its function that a child enters. Slots are ordered by name.
 *
 * @param name a letter followed by letters and digits, or empty for the only slot of a vector field
 */
public record Slot(String name) implements Comparable<Slot> {
    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9]*)?");

    /** The only slot of a function of one argument, such as a vector field of the state; it has no name. */
    public static final Slot ONLY = new Slot("");

    /**
     * Names a slot.
     *
     * @param name a letter followed by letters and digits, or empty
     * @throws IllegalArgumentException if the name is not of this form
     */
    public Slot {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a slot; use an ASCII letter followed by letters and digits, as in m");
        }
    }

    @Override
    public int compareTo(Slot other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
