package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.numeric.graph.SweepShape;
import org.modeq.numeric.jet.JetAlgebra;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;

/**
 * A truncated B-series as a straight-line program: every instruction fills registers from earlier ones.
 *
 * <p>Equal subtrees are evaluated once. Trees of one order that differ only in their largest child, and that nothing
 * else needs, are one derivative whose last direction is a linear combination. A derivative whose directions are among
 * those of another one of the same field is read from that one's sweep. Printed, the program of {@code gd} to order 3
 * is
 * <pre>
 *   v0 = f
 *   v1 = f[v0], v2 = f[v0,v0]
 *   v3 = f[v1]
 *   f1 = v0
 *   f2 = -1/2 v1
 *   f3 = 1/12 v2 + 1/3 v3
 * </pre>
 */
public final class SeriesProgram {
    private final List<Instruction> instructions;
    private final List<SortedMap<Integer, Rational>> orders;
    private final int registerCount;

    SeriesProgram(List<Instruction> instructions, List<SortedMap<Integer, Rational>> orders, int registerCount) {
        this.instructions = List.copyOf(instructions);
        this.orders = List.copyOf(orders);
        this.registerCount = registerCount;
    }

    /** One instruction. */
    public sealed interface Instruction permits Sweep, Combination {}

    /**
     * One evaluation of a field on the jet θ + Σ εᵢvᵢ, with all the derivatives that are read from it.
     *
     * @param colour the field f_c
     * @param directions the registers of v₁, …, v_m
     * @param multiplicities how often each direction occurs at most
     * @param readings the registers filled, each with its exponents e: Dᵏf_c[v₁^e₁, …, v_m^e_m]
     */
    public record Sweep(
            Colour colour,
            List<Integer> directions,
            List<Integer> multiplicities,
            SortedMap<Integer, List<Integer>> readings)
            implements Instruction {
        /**
         * A sweep.
         *
         * @param colour the field f_c
         * @param directions the registers of v₁, …, v_m
         * @param multiplicities how often each direction occurs at most
         * @param readings the registers filled, each with its exponents
         */
        public Sweep {
            directions = List.copyOf(directions);
            multiplicities = List.copyOf(multiplicities);
            readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
        }

        /** {@return Π (multiplicity + 1), the number of coefficients of its jets} */
        public int coefficientCount() {
            return multiplicities.stream().reduce(1, (count, multiplicity) -> count * (multiplicity + 1));
        }

        /** {@return the same as a sweep over truncated polynomials, εᵢ for the i-th direction} */
        public SweepShape shape() {
            JetAlgebra algebra = JetAlgebra.of(multiplicities);
            List<List<Integer>> given = new ArrayList<>();
            for (int i = 0; i < directions.size(); i++) {
                List<Integer> exponents = new ArrayList<>(Collections.nCopies(directions.size(), 0));
                exponents.set(i, 1);
                given.add(exponents);
            }
            return new SweepShape(algebra, given, List.copyOf(readings.values()));
        }

        /** {@return the derivatives read from it, as {@code v1 = f[v0], v2 = f[v0,v0]}} */
        @Override
        public String toString() {
            return readings.entrySet().stream()
                    .map(reading -> "v" + reading.getKey() + " = " + derivative(reading.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private String derivative(List<Integer> exponents) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < exponents.size(); i++) {
                arguments.addAll(Collections.nCopies(exponents.get(i), "v" + directions.get(i)));
            }
            return arguments.isEmpty() ? colour.name() : colour + "[" + String.join(",", arguments) + "]";
        }
    }

    /**
     * A linear combination.
     *
     * @param target the register filled
     * @param weights the weight of each register that is added
     */
    public record Combination(int target, SortedMap<Integer, Rational> weights) implements Instruction {
        /**
         * A linear combination.
         *
         * @param target the register filled
         * @param weights the weight of each register that is added
         */
        public Combination {
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        }

        /** {@return the sum, as {@code v3 = 1/12 v1 + 1/3 v2}} */
        @Override
        public String toString() {
            return "v" + target + " = " + sum(weights);
        }
    }

    /**
     * Compiles a series.
     *
     * @param series the field, known to order N
     * @return the program of f₁, …, f_N
     */
    public static SeriesProgram compile(BSeriesField<Rational> series) {
        return new SeriesCompiler(series).compile();
    }

    /** {@return the instructions in the order in which they run} */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** {@return for j = 1, …, N the weights of the registers in f_j} */
    public List<SortedMap<Integer, Rational>> orders() {
        return orders;
    }

    /** {@return the number of registers} */
    public int registerCount() {
        return registerCount;
    }

    /** {@return the colours whose fields are evaluated, sorted} */
    public SortedSet<Colour> colours() {
        SortedSet<Colour> colours = new TreeSet<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof Sweep sweep) {
                colours.add(sweep.colour());
            }
        }
        return colours;
    }

    /**
     * {@return the number of coefficients of all jets: about how many plain evaluations of a field the program costs
     * when products of matrices dominate and half of the factors are real}
     */
    public int coefficientCount() {
        return instructions.stream()
                .mapToInt(instruction -> instruction instanceof Sweep sweep ? sweep.coefficientCount() : 0)
                .sum();
    }

    private static String sum(SortedMap<Integer, Rational> weights) {
        return weights.isEmpty()
                ? "0"
                : weights.entrySet().stream()
                        .map(term -> (term.getValue().equals(Rational.ONE) ? "" : term.getValue() + " ") + "v"
                                + term.getKey())
                        .collect(Collectors.joining(" + "));
    }

    /** {@return the program, one instruction per line} */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        instructions.forEach(instruction -> lines.add(instruction.toString()));
        for (int j = 1; j <= orders.size(); j++) {
            lines.add("f" + j + " = " + sum(orders.get(j - 1)));
        }
        return String.join("\n", lines);
    }
}
