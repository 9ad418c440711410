package org.modeq.symbolic.contraction;

/** The products of two contractions, and what can be made of the free indices of one. */
final class GraphProducts {
    private GraphProducts() {}

    static int[] newIndices(Assembly assembly, int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = assembly.newIndex();
        }
        return indices;
    }

    /** A graph times a scalar. */
    static ContractionGraph scaled(ContractionGraph graph, ContractionGraph scalar) {
        Assembly assembly = new Assembly();
        int[] free = newIndices(assembly, graph.rank());
        assembly.add(graph, free);
        assembly.add(scalar);
        return assembly.finish(free);
    }

    /** The last free index of a graph and the first of another summed over. */
    static ContractionGraph contracted(ContractionGraph first, ContractionGraph second) {
        int rank = first.rank();
        int otherRank = second.rank();
        Assembly assembly = new Assembly();
        int[] left = newIndices(assembly, rank);
        int[] right = newIndices(assembly, otherRank);
        right[0] = left[rank - 1];
        assembly.sumOver(right[0]);
        assembly.add(first, left);
        assembly.add(second, right);
        int[] free = new int[rank + otherRank - 2];
        System.arraycopy(left, 0, free, 0, rank - 1);
        System.arraycopy(right, 1, free, rank - 1, otherRank - 1);
        return assembly.finish(free);
    }

    /** u_i v_i without a sum. */
    static ContractionGraph coordinatewise(ContractionGraph u, ContractionGraph v) {
        Assembly assembly = new Assembly();
        int index = assembly.newIndex();
        assembly.add(u, index);
        assembly.add(v, index);
        return assembly.finish(index);
    }

    static ContractionGraph transposed(ContractionGraph matrix) {
        Assembly assembly = new Assembly();
        int[] free = newIndices(assembly, 2);
        assembly.add(matrix, free[1], free[0]);
        return assembly.finish(free);
    }

    /** Σ_i v_i. */
    static ContractionGraph summed(ContractionGraph vector) {
        Assembly assembly = new Assembly();
        int index = assembly.newIndex();
        assembly.add(vector, index);
        assembly.sumOver(index);
        return assembly.finish();
    }

    /** v_i δ_ij. */
    static ContractionGraph diagonal(ContractionGraph vector) {
        Assembly assembly = new Assembly();
        int[] free = newIndices(assembly, 2);
        assembly.add(vector, free[0]);
        assembly.add(Vertex.identity(free[0], free[1]));
        return assembly.finish(free);
    }

    static ContractionGraph trace(ContractionGraph matrix) {
        Assembly assembly = new Assembly();
        int index = assembly.newIndex();
        assembly.add(matrix, index, index);
        return assembly.finish();
    }
}
