package org.modeq.numeric.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row of a study.
 *
 * @param index the number of the study
 * @param moved ‖θₙ − θ₀‖
 * @param errors ‖θₙ − φ_T(θ₀)‖ for each order, infinite where a run or a flow leaves the finite numbers
 */
public record SweepRow(int index, double moved, List<Double> errors) {
    /**
     * The row of a study.
     *
     * @param index the number of the study
     * @param moved ‖θₙ − θ₀‖
     * @param errors the error for each order
     */
    public SweepRow {
        errors = List.copyOf(errors);
    }

    /** {@return the row as the journal has it, in full precision: index, distance, errors, and a check sum at the end} */
    public String line() {
        StringBuilder line = new StringBuilder().append(index).append(' ').append(moved);
        errors.forEach(error -> line.append(' ').append(error));
        return line + " " + Integer.toHexString(line.toString().hashCode());
    }

    /**
     * The row of a line.
     *
     * @param line as {@link #line()} writes it
     * @param orders the number of errors
     * @return the row, or nothing if the line was cut off or altered
     */
    public static Optional<SweepRow> parse(String line, int orders) {
        int end = line.lastIndexOf(' ');
        if (end < 0
                || !line.substring(end + 1)
                        .equals(Integer.toHexString(line.substring(0, end).hashCode()))) {
            return Optional.empty();
        }
        String[] words = line.substring(0, end).split(" ", -1);
        if (words.length != orders + 2) {
            return Optional.empty();
        }
        try {
            List<Double> errors = new ArrayList<>();
            for (int i = 2; i < words.length; i++) {
                errors.add(Double.parseDouble(words[i]));
            }
            return Optional.of(new SweepRow(Integer.parseInt(words[0]), Double.parseDouble(words[1]), errors));
        } catch (NumberFormatException notARow) {
            return Optional.empty();
        }
    }
}
