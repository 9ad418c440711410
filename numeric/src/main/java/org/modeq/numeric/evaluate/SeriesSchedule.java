package org.modeq.numeric.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.evaluate.SeriesCompiler.Derivative;
import org.modeq.numeric.evaluate.SeriesCompiler.Register;
import org.modeq.numeric.evaluate.SeriesCompiler.Sum;

/**
 * Puts registers into an order in which they can be filled, and derivatives into common sweeps.
 *
 * <p>A derivative of order p is read from a larger sweep only if all directions of that sweep have orders below p. Then
 * by induction every register of order p depends on registers of lower orders alone (a sum on derivatives of its own
 * order), and the schedule exists.
 */
final class SeriesSchedule {
    private final List<Register> registers;

    SeriesSchedule(List<Register> registers) {
        this.registers = registers;
    }

    /** A sweep to be: the largest derivative, by its register, and all registers read from the sweep. */
    private record Host(Derivative largest, List<Integer> read) {}

    List<SeriesProgram.Instruction> instructions() {
        List<Host> hosts = hosts();
        List<SeriesProgram.Instruction> instructions = new ArrayList<>();
        int highest = registers.stream().mapToInt(Register::order).max().orElse(0);
        for (int order = 1; order <= highest; order++) {
            for (Host host : hosts) {
                if (lowestOrder(host) == order) {
                    instructions.add(sweep(host));
                }
            }
            for (int target = 0; target < registers.size(); target++) {
                if (registers.get(target) instanceof Sum sum && sum.order() == order) {
                    instructions.add(new SeriesProgram.Combination(target, sum.weights()));
                }
            }
        }
        return instructions;
    }

    /** The derivatives with the most directions first; each joins the first sweep that contains it in time. */
    private List<Host> hosts() {
        List<Integer> derivatives = new ArrayList<>();
        for (int register = 0; register < registers.size(); register++) {
            if (registers.get(register) instanceof Derivative) {
                derivatives.add(register);
            }
        }
        derivatives.sort(Comparator.comparing(register -> -directionCount(derivative(register))));
        List<Host> hosts = new ArrayList<>();
        for (int register : derivatives) {
            Derivative derivative = derivative(register);
            Host host = hosts.stream()
                    .filter(candidate -> canServe(candidate.largest(), derivative))
                    .findFirst()
                    .orElseGet(() -> {
                        Host fresh = new Host(derivative, new ArrayList<>());
                        hosts.add(fresh);
                        return fresh;
                    });
            host.read().add(register);
        }
        return hosts;
    }

    private boolean canServe(Derivative host, Derivative derivative) {
        return derivative.isAmong(host)
                && host.directions().keySet().stream()
                        .allMatch(direction -> registers.get(direction).order() < derivative.order());
    }

    private static int directionCount(Derivative derivative) {
        return derivative.directions().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int lowestOrder(Host host) {
        return host.read().stream()
                .mapToInt(register -> registers.get(register).order())
                .min()
                .orElseThrow();
    }

    private SeriesProgram.Sweep sweep(Host host) {
        List<Integer> directions = List.copyOf(host.largest().directions().keySet());
        List<Integer> multiplicities = List.copyOf(host.largest().directions().values());
        SortedMap<Integer, List<Integer>> readings = new TreeMap<>();
        for (int register : host.read()) {
            SortedMap<Integer, Integer> uses = derivative(register).directions();
            readings.put(
                    register,
                    directions.stream()
                            .map(direction -> uses.getOrDefault(direction, 0))
                            .toList());
        }
        return new SeriesProgram.Sweep(host.largest().colour(), directions, multiplicities, readings);
    }

    private Derivative derivative(int register) {
        if (registers.get(register) instanceof Derivative derivative) {
            return derivative;
        }
        throw new AssertionError("register " + register + " is not a derivative");
    }
}
