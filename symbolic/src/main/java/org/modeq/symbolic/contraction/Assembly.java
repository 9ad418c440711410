package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contraction while it is put together from parts; indices are numbers given out by {@link #newIndex}. */
final class Assembly {
    private final List<Vertex> vertices = new ArrayList<>();

    /** The summed indices that stand on no leg: Σᵢ 1, the dimension. */
    private final Set<Integer> bare = new HashSet<>();

    private int next;

    /** A new index. */
    int newIndex() {
        return next++;
    }

    /** Notes that an index is summed over even if it stands on no leg. */
    void sumOver(int index) {
        bare.add(index);
    }

    void add(Vertex vertex) {
        vertices.add(vertex);
    }

    /** Adds a graph with its free indices named; its summed ones get new names. */
    void add(ContractionGraph graph, int... free) {
        int[] names = new int[graph.indices()];
        for (int i = 0; i < names.length; i++) {
            names[i] = i < free.length ? free[i] : newIndex();
        }
        graph.vertices().forEach(vertex -> vertices.add(vertex.renamed(index -> names[index])));
        for (int i = free.length; i < names.length; i++) {
            if (!isUsed(names[i])) {
                bare.add(names[i]);
            }
        }
    }

    /** Adds a graph in which a vector is put where the constant of a name stands. */
    void addFilled(ContractionGraph graph, String name, ContractionGraph vector, int... free) {
        int before = vertices.size();
        add(graph, free);
        for (int i = before; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            if (vertex.name().equals(name)) {
                vertices.remove(i);
                add(vector, vertex.indices().get(0));
                return;
            }
        }
        throw new AssertionError(name);
    }

    /** The contraction with the given free indices; all others are summed over. */
    ContractionGraph finish(int... free) {
        int[] freeIndices = free.clone();
        if (free.length == 2 && free[0] == free[1]) {
            freeIndices[1] = newIndex();
            vertices.add(Vertex.identity(free[0], freeIndices[1]));
        }
        contractIdentities(freeIndices);
        Map<Integer, Integer> names = new HashMap<>();
        for (int index : freeIndices) {
            names.put(index, names.size());
        }
        for (int index = 0; index < next; index++) {
            if (isUsed(index) || bare.contains(index)) {
                names.putIfAbsent(index, names.size());
            }
        }
        return ContractionGraph.of(
                freeIndices.length,
                names.size(),
                vertices.stream()
                        .map(vertex -> vertex.renamed(index -> names.getOrDefault(index, -1)))
                        .toList());
    }

    private boolean isUsed(int index) {
        return vertices.stream().anyMatch(vertex -> vertex.indices().contains(index));
    }

    /** Σ_j δ_ij x_j = x_i: an identity stays only between two free indices, δ_ij x_j = δ_ij x_i. */
    private void contractIdentities(int[] free) {
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            if (vertex.isIdentity()) {
                int first = vertex.legs().get(0);
                int second = vertex.legs().get(1);
                boolean isKept = first != second && isFree(first, free) && isFree(second, free);
                if (isKept) {
                    vertices.remove(i);
                    rename(free[1], free[0]);
                    vertices.add(i, vertex);
                } else {
                    vertices.remove(i);
                    contract(isFree(second, free) ? second : first, isFree(second, free) ? first : second, free);
                    i = -1;
                }
            }
        }
    }

    /** Takes two indices for one; it is still summed over if it stands nowhere else. */
    private void contract(int kept, int gone, int[] free) {
        rename(gone, kept);
        bare.remove(gone);
        if (!isFree(kept, free)) {
            bare.add(kept);
        }
    }

    private static boolean isFree(int index, int[] free) {
        return Arrays.stream(free).anyMatch(other -> other == index);
    }

    private void rename(int from, int to) {
        vertices.replaceAll(vertex -> vertex.renamed(index -> index == from ? to : index));
    }
}
