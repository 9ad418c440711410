package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modeq.symbolic.ring.Ring;

/** Reads one contraction in index notation: {@code contract(free(i),d(L)[i,k],d(f,k))} is ∂_i∂_k L f^k. */
final class ContractionReader<E> {
    private static final String EXPECTED = "expected d(L)[i,j], d(f,i)[j], d(phi(v),i), id(i,j), sum(i) or free(i)";

    private final Ring<E> ring;
    private final Map<String, TensorForm<E>> losses;
    private final Map<String, TensorForm<E>> fields;
    private final Function<Formula.Application, Optional<TensorForm<E>>> functions;
    private final Assembly assembly = new Assembly();
    private final Map<String, Integer> indices = new HashMap<>();
    private E coefficient;

    ContractionReader(
            Ring<E> ring,
            Map<String, TensorForm<E>> losses,
            Map<String, TensorForm<E>> fields,
            Function<Formula.Application, Optional<TensorForm<E>>> functions) {
        this.functions = functions;
        this.ring = ring;
        this.losses = losses;
        this.fields = fields;
        this.coefficient = ring.one();
    }

    TensorForm<E> read(Formula.Application contraction) {
        List<Integer> free = new ArrayList<>();
        for (Formula factor : contraction.arguments()) {
            if (!(factor instanceof Formula.Application part)) {
                throw FormulaMeaning.error(factor, EXPECTED);
            }
            boolean isDerivative = part.function().equals("d");
            List<Integer> arguments = part.arguments().stream()
                    .skip(isDerivative ? 1 : 0)
                    .map(this::index)
                    .toList();
            switch (part.function()) {
                case "free" -> free.addAll(arguments);
                case "sum" -> arguments.forEach(assembly::sumOver);
                case "id" -> assembly.add(Vertex.identity(arguments.get(0), arguments.get(1)));
                case "d" -> addTensor(part, arguments);
                default -> throw FormulaMeaning.error(part, EXPECTED);
            }
        }
        if (free.size() > 2) {
            throw FormulaMeaning.error(contraction, "given " + free.size() + " free indices, expected at most two");
        }
        int[] freeIndices = free.stream().mapToInt(Integer::intValue).toArray();
        return TensorForm.of(ring, assembly.finish(freeIndices)).scaled(coefficient);
    }

    private int index(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return indices.computeIfAbsent(name.name(), letter -> assembly.newIndex());
        }
        throw FormulaMeaning.error(formula, "expected an index such as i");
    }

    /** A function of coordinates at an index; its derivatives are written as those of the function. */
    private void addFunction(Formula.Application part, Formula.Application function, int output) {
        TensorForm<E> form = functions
                .apply(function)
                .orElseThrow(() -> FormulaMeaning.error(
                        function,
                        "'" + function.function() + "' is no function of coordinates, expected one that is declared,"
                                + " as in d(phi(v),i)"));
        if (!part.directions().isEmpty()) {
            throw FormulaMeaning.error(
                    part, "given legs of a function, expected none; write d(phi'(v),i) and the derivative of v");
        }
        assembly.add(form.terms().firstKey().graph(), output);
    }

    /** A derivative of what a name stands for: a loss, a field, or a field that is minus the gradient of a loss. */
    private void addTensor(Formula.Application part, List<Integer> outputs) {
        if (part.arguments().size() == 2 && part.arguments().get(0) instanceof Formula.Application function) {
            addFunction(part, function, outputs.get(0));
            return;
        }
        if (part.arguments().isEmpty()
                || !(part.arguments().get(0) instanceof Formula.Name name)
                || outputs.size() > 1) {
            throw FormulaMeaning.error(part, "expected d(L)[i,j] of a loss or d(f,i)[j] of a field");
        }
        TensorForm<E> form = (outputs.isEmpty() ? losses : fields).get(name.name());
        if (form == null) {
            throw FormulaMeaning.error(
                    name, "unknown " + (outputs.isEmpty() ? "loss" : "field") + " '" + name.name() + "'");
        }
        if (form.terms().size() != 1 || form.terms().firstKey().graph().order() != 1) {
            throw FormulaMeaning.error(name, "expected a name that stands for a single loss or field");
        }
        Vertex vertex = form.terms().firstKey().graph().vertices().get(0);
        if (!outputs.isEmpty()) {
            vertex = vertex.renamed(free -> outputs.get(0));
        }
        for (Formula leg : part.directions()) {
            vertex = vertex.differentiated(index(leg));
        }
        coefficient =
                ring.multiply(coefficient, form.terms().values().iterator().next());
        assembly.add(vertex);
    }
}
