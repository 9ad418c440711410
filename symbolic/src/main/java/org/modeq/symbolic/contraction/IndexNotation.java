package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Index notation as formulas: {@code contract(free(i,j),d(L)[i,k],d(f,j)[k])} is Σ_k ∂_i∂_k L ∂_k f^j; {@code id(i,j)} is
 * δ_ij, {@code d(phi(v),i)} is φ(v_i), and an index that stands nowhere else in {@code sum(i)} is summed over alone.
 */
final class IndexNotation {
    private static final String LETTERS = "ijklmnpqrstuvwxyzabcdeg";

    private IndexNotation() {}

    /** The name of an index. */
    private static String letter(int index) {
        return index < LETTERS.length() ? LETTERS.substring(index, index + 1) : "i" + index;
    }

    private static Formula name(int index) {
        return new Formula.Name(0, letter(index));
    }

    /** The number of summed indices that stand on no tensor. */
    static long bareIndices(ContractionGraph graph) {
        Set<Integer> used = new HashSet<>();
        graph.vertices().forEach(vertex -> used.addAll(vertex.indices()));
        return IntStream.range(graph.rank(), graph.indices())
                .filter(index -> !used.contains(index))
                .count();
    }

    static Formula write(ContractionGraph graph, UnaryOperator<String> names) {
        List<Formula> factors = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        if (graph.rank() > 0) {
            List<Formula> free = new ArrayList<>();
            for (int i = 0; i < graph.rank(); i++) {
                free.add(name(i));
            }
            factors.add(new Formula.Application(0, "free", free, List.of()));
        }
        for (Vertex vertex : graph.vertices()) {
            used.addAll(vertex.indices());
            List<Formula> legs = vertex.legs().stream().map(IndexNotation::name).toList();
            if (vertex.isIdentity()) {
                factors.add(new Formula.Application(0, "id", legs, List.of()));
            } else {
                List<Formula> arguments = new ArrayList<>(List.of(GraphFormula.tensor(vertex, names)));
                vertex.output().ifPresent(output -> arguments.add(name(output)));
                factors.add(new Formula.Application(0, "d", arguments, legs));
            }
        }
        for (int index = graph.rank(); index < graph.indices(); index++) {
            if (!used.contains(index)) {
                factors.add(new Formula.Application(0, "sum", List.of(name(index)), List.of()));
            }
        }
        return new Formula.Application(0, "contract", factors, List.of());
    }
}
