package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The products of Hessians H₁ H₂ … H_k in a graph, sorted by the names of their losses, as is allowed where all of them commute.
 *
 * <p>A product of commuting symmetric matrices is symmetric, so it may also be read backwards; of the ways to read the
 * products the least graph is taken.
 */
final class HessianChains {
    private static final int MOST_CHAINS = 10;

    private final ContractionGraph graph;
    private final List<Vertex> vertices;

    private HessianChains(ContractionGraph graph) {
        this.graph = graph;
        this.vertices = graph.vertices();
    }

    static ContractionGraph sorted(ContractionGraph graph) {
        return new HessianChains(graph).sorted();
    }

    private ContractionGraph sorted() {
        List<List<Integer>> chains = chains();
        if (chains.size() > MOST_CHAINS) {
            throw new IllegalArgumentException("given a contraction with " + chains.size()
                    + " products of Hessians, expected at most " + MOST_CHAINS + "; split the formula");
        }
        ContractionGraph least = arranged(chains, 0);
        for (int reading = 1; reading < 1 << chains.size(); reading++) {
            ContractionGraph other = arranged(chains, reading);
            least = other.compareTo(least) < 0 ? other : least;
        }
        return least;
    }

    /** The graph with the names along each chain rising, or falling where the reading has a 1. */
    private ContractionGraph arranged(List<List<Integer>> chains, int reading) {
        List<Vertex> arranged = new ArrayList<>(vertices);
        for (int c = 0; c < chains.size(); c++) {
            List<Integer> chain = chains.get(c);
            List<String> names = new ArrayList<>(
                    chain.stream().map(v -> vertices.get(v).name()).sorted().toList());
            if ((reading >> c & 1) == 1) {
                Collections.reverse(names);
            }
            for (int i = 0; i < names.size(); i++) {
                arranged.set(
                        chain.get(i),
                        Vertex.loss(names.get(i), vertices.get(chain.get(i)).legs()));
            }
        }
        return ContractionGraph.of(graph.rank(), graph.indices(), arranged);
    }

    /** The maximal products of two Hessians or more, each in order; a trace begins anywhere. */
    private List<List<Integer>> chains() {
        List<List<Integer>> chains = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int v = 0; v < vertices.size(); v++) {
            if (isHessian(v) && !seen.contains(v)) {
                List<Integer> chain = new ArrayList<>(List.of(v));
                seen.add(v);
                for (int index : vertices.get(v).legs()) {
                    extend(chain, v, index, seen);
                    Collections.reverse(chain);
                }
                if (chain.size() > 1) {
                    chains.add(chain);
                }
            }
        }
        return chains;
    }

    /** Follows the product from a vertex over an index to its end. */
    private void extend(List<Integer> chain, int from, int over, Set<Integer> seen) {
        int vertex = from;
        int index = over;
        Optional<Integer> next = neighbour(vertex, index);
        while (next.isPresent() && seen.add(next.get())) {
            vertex = next.get();
            chain.add(vertex);
            List<Integer> legs = vertices.get(vertex).legs();
            index = legs.get(0) == index ? legs.get(1) : legs.get(0);
            next = neighbour(vertex, index);
        }
    }

    private Optional<Integer> neighbour(int vertex, int index) {
        long legs = vertices.stream()
                .flatMap(tensor -> tensor.indices().stream())
                .filter(other -> other == index)
                .count();
        if (index < graph.rank() || legs != 2) {
            return Optional.empty();
        }
        for (int v = 0; v < vertices.size(); v++) {
            if (v != vertex && isHessian(v) && vertices.get(v).legs().contains(index)) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }

    private boolean isHessian(int v) {
        Vertex vertex = vertices.get(v);
        return !vertex.isField()
                && !vertex.isIdentity()
                && vertex.legs().size() == 2
                && !vertex.legs().get(0).equals(vertex.legs().get(1));
    }
}
