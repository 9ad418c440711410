package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * The product rule: one more leg at each tensor of a contraction in turn; at a function φ(v)_i of coordinates the chain rule,
 * φ′(v)_i ∂_j v_i.
 */
final class Derivatives {
    private Derivatives() {}

    /**
     * The index of the new leg, made in an assembly.
     *
     * @param index the index that the differentiated tensor gets
     * @param free the free indices to be added to those of the graph
     */
    private record Leg(int index, List<Integer> free) {}

    /**
     * A summand of the derivative.
     *
     * @param factor its coefficient, 1 unless it comes from the argument of a function
     * @param graph the contraction
     */
    private record Summand(Rational factor, ContractionGraph graph) {}

    /** Puts the derivative of a vertex by an index in an assembly. */
    @FunctionalInterface
    private interface Differentiated {
        void addTo(Assembly assembly, Vertex vertex, int index);
    }

    /** The derivative with one more index, the last. */
    static <E> TensorForm<E> withNewIndex(TensorForm<E> form) {
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms().forEach((term, coefficient) -> {
            List<Summand> summands = of(term.graph(), form.rank(), assembly -> {
                int index = assembly.newIndex();
                return new Leg(index, List.of(index));
            });
            add(summands, term.power(), coefficient, form.ring(), sum);
        });
        return new TensorForm<>(form.ring(), form.rank() + 1, sum);
    }

    /** The derivative along a vector. */
    static <E> TensorForm<E> along(TensorForm<E> form, TensorForm<E> direction) {
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms()
                .forEach((term, a) -> direction.terms().forEach((along, b) -> {
                    List<Summand> summands = of(term.graph(), form.rank(), assembly -> {
                        int index = assembly.newIndex();
                        assembly.add(along.graph(), index);
                        return new Leg(index, List.of());
                    });
                    add(summands, term.power() + along.power(), form.ring().multiply(a, b), form.ring(), sum);
                }));
        return new TensorForm<>(form.ring(), form.rank(), sum);
    }

    private static <E> void add(
            List<Summand> summands, int power, E coefficient, Ring<E> ring, SortedMap<TensorForm.Term, E> sum) {
        for (Summand summand : summands) {
            E value = ring.scale(summand.factor(), coefficient);
            sum.merge(new TensorForm.Term(power, summand.graph()), value, ring::add);
        }
    }

    /** The graphs that make up the derivative. */
    private static List<Summand> of(ContractionGraph graph, int rank, Function<Assembly, Leg> newLeg) {
        List<Summand> summands = new ArrayList<>();
        for (int v = 0; v < graph.vertices().size(); v++) {
            int place = v;
            Vertex vertex = graph.vertices().get(v);
            if (vertex.function().isPresent()) {
                AppliedFunction function = vertex.function().get();
                for (int m = 0; m < function.arguments().size(); m++) {
                    AppliedFunction outer = function.differentiated(m);
                    function.arguments().get(m).derivative().terms().forEach((inner, factor) -> {
                        Differentiated chain = (assembly, at, index) -> {
                            assembly.add(Vertex.function(outer, at.indices().get(0)));
                            assembly.add(inner.graph(), at.indices().get(0), index);
                        };
                        summands.add(new Summand(factor, differentiated(graph, place, rank, newLeg, chain)));
                    });
                }
            } else if (!vertex.isConstant()) {
                Differentiated leg = (assembly, at, index) -> assembly.add(at.differentiated(index));
                summands.add(new Summand(Rational.ONE, differentiated(graph, place, rank, newLeg, leg)));
            }
        }
        return summands;
    }

    private static ContractionGraph differentiated(
            ContractionGraph graph,
            int place,
            int rank,
            Function<Assembly, Leg> newLeg,
            Differentiated differentiated) {
        Assembly assembly = new Assembly();
        int[] names = IntStream.range(0, graph.indices())
                .map(index -> assembly.newIndex())
                .toArray();
        Leg leg = newLeg.apply(assembly);
        for (int v = 0; v < graph.vertices().size(); v++) {
            Vertex vertex = graph.vertices().get(v).renamed(index -> names[index]);
            if (v == place) {
                differentiated.addTo(assembly, vertex, leg.index());
            } else {
                assembly.add(vertex);
            }
        }
        return assembly.finish(IntStream.concat(
                        IntStream.range(0, rank).map(index -> names[index]),
                        leg.free().stream().mapToInt(Integer::intValue))
                .toArray());
    }
}
