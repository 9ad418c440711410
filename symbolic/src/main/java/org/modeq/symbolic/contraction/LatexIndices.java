package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A product of partial derivatives: an index that occurs once is free, the others are summed over. */
final class LatexIndices {
    private final int position;
    private final List<Tensor> tensors = new ArrayList<>();

    /**
     * A partial derivative.
     *
     * @param base the loss or field
     * @param output the component of a field
     * @param legs the indices of the derivatives
     */
    record Tensor(Formula base, Optional<String> output, List<String> legs) {}

    LatexIndices(int position) {
        this.position = position;
    }

    void add(Tensor tensor) {
        tensors.add(tensor);
    }

    boolean isEmpty() {
        return tensors.isEmpty();
    }

    Formula contraction() {
        Map<String, Integer> counts = new TreeMap<>();
        List<Formula> factors = new ArrayList<>();
        for (Tensor tensor : tensors) {
            tensor.output().ifPresent(index -> counts.merge(index, 1, Integer::sum));
            tensor.legs().forEach(index -> counts.merge(index, 1, Integer::sum));
            if (tensor.base() instanceof Formula.Name name && name.name().equals("\\delta")) {
                factors.add(identity(tensor.legs()));
                continue;
            }
            List<Formula> arguments = new ArrayList<>(List.of(tensor.base()));
            tensor.output().ifPresent(index -> arguments.add(name(index)));
            factors.add(new Formula.Application(
                    position,
                    "d",
                    arguments,
                    tensor.legs().stream().map(this::name).toList()));
        }
        List<Formula> free = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .map(entry -> name(entry.getKey()))
                .toList();
        if (!free.isEmpty()) {
            factors.add(0, new Formula.Application(position, "free", free, List.of()));
        }
        return new Formula.Application(position, "contract", factors, List.of());
    }

    /** A formula in index notation with its free indices named, as in (v_i w_i)_i; the others are summed over. */
    static Formula withFree(Formula formula, List<String> indices) {
        if (formula instanceof Formula.Operation operation) {
            return new Formula.Operation(
                    operation.position(),
                    operation.sign(),
                    withFree(operation.left(), indices),
                    withFree(operation.right(), indices));
        }
        if (!(formula instanceof Formula.Application contraction)
                || !contraction.function().equals("contract")) {
            return formula;
        }
        List<Formula> factors = new ArrayList<>(contraction.arguments());
        factors.removeIf(factor ->
                factor instanceof Formula.Application part && part.function().equals("free"));
        if (!indices.isEmpty()) {
            List<Formula> free = new ArrayList<>();
            indices.forEach(index -> free.add(new Formula.Name(contraction.position(), index)));
            factors.add(0, new Formula.Application(contraction.position(), "free", free, List.of()));
        }
        return new Formula.Application(contraction.position(), "contract", factors, List.of());
    }

    /** δ_ij, or δ_ii, which is a sum of ones. */
    private Formula identity(List<String> legs) {
        boolean isTrace = legs.size() == 2 && legs.get(0).equals(legs.get(1));
        return new Formula.Application(
                position,
                isTrace ? "sum" : "id",
                legs.stream().distinct().map(this::name).toList(),
                List.of());
    }

    private Formula name(String index) {
        return new Formula.Name(position, index);
    }
}
