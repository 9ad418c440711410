package org.modeq.symbolic.tree;

import java.util.regex.Pattern;

/**
 * The colour of a vertex: which vector field (task, batch, player) it stands for. Colours are ordered by name.
 *
 * @param name a letter followed by letters and digits
 */
public record Colour(String name) implements Comparable<Colour> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** The colour of the only field of a method that has one field. */
    public static final Colour F = new Colour("f");

    /**
     * Names a colour.
     *
     * @param name a letter followed by letters and digits
     * @throws IllegalArgumentException if the name is not of this form
     */
    public Colour {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' cannot name a field; use an ASCII letter followed by letters and digits, as in A or task2");
        }
    }

    @Override
    public int compareTo(Colour other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
