package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The product rule: one more leg at each tensor of a contraction in turn. */
final class Derivatives {
    private Derivatives() {}

    /**
     * The index of the new leg, made in an assembly.
     *
     * @param index the index that the differentiated tensor gets
     * @param free the free indices to be added to those of the graph
     */
    record Leg(int index, List<Integer> free) {}

    /** The graphs that make up the derivative. */
    static List<ContractionGraph> of(ContractionGraph graph, int rank, Function<Assembly, Leg> newLeg) {
        List<ContractionGraph> summands = new ArrayList<>();
        for (int v = 0; v < graph.vertices().size(); v++) {
            if (!graph.vertices().get(v).isConstant()) {
                summands.add(differentiated(graph, v, rank, newLeg));
            }
        }
        return summands;
    }

    private static ContractionGraph differentiated(
            ContractionGraph graph, int place, int rank, Function<Assembly, Leg> newLeg) {
        Assembly assembly = new Assembly();
        int[] names = IntStream.range(0, graph.indices())
                .map(index -> assembly.newIndex())
                .toArray();
        Leg leg = newLeg.apply(assembly);
        for (int v = 0; v < graph.vertices().size(); v++) {
            Vertex vertex = graph.vertices().get(v).renamed(index -> names[index]);
            assembly.add(v == place ? vertex.differentiated(leg.index()) : vertex);
        }
        return assembly.finish(IntStream.concat(
                        IntStream.range(0, rank).map(index -> names[index]),
                        leg.free().stream().mapToInt(Integer::intValue))
                .toArray());
    }
}
