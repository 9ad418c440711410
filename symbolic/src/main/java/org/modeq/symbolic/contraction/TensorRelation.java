package org.modeq.symbolic.contraction;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A relation that losses or fields may obey at every point, and what it makes of a form. */
public enum TensorRelation {
    /**
     * Fields are affine and losses quadratic: second derivatives of fields and third ones of losses are 0. Fields, gradients
     * and matrices stay independent, so that equal reduced forms are equal, and unequal ones are not.
     */
    LINEAR_FIELDS {
        @Override
        Optional<ContractionGraph> reduced(ContractionGraph graph) {
            boolean isZero = graph.vertices().stream()
                    .anyMatch(vertex -> !vertex.isConstant() && vertex.legs().size() > (vertex.isField() ? 1 : 2));
            return isZero ? Optional.empty() : Optional.of(graph);
        }
    },
    /**
     * The Hessians of all losses commute with each other: ∇²A ∇²B = ∇²B ∇²A. Products of Hessians are sorted. The relations
     * between third derivatives that follow from it are not used: equal reduced forms are equal, unequal ones may be.
     */
    COMMUTING_HESSIANS {
        @Override
        Optional<ContractionGraph> reduced(ContractionGraph graph) {
            return Optional.of(HessianChains.sorted(graph));
        }
    };

    /** The graph under the relation, empty if it is 0. */
    abstract Optional<ContractionGraph> reduced(ContractionGraph graph);

    /**
     * A form under the relation.
     *
     * @param form the form
     * @param <E> its coefficients
     * @return a form equal to it wherever the relation holds
     * @throws IllegalArgumentException if the arguments of a function become the same number in every coordinate
     */
    public <E> TensorForm<E> reduced(TensorForm<E> form) {
        SortedMap<TensorForm.Term, E> sum = new TreeMap<>();
        form.terms()
                .forEach((term, coefficient) -> reduced(term.graph().withArguments(this::reduced))
                        .ifPresent(graph ->
                                sum.merge(new TensorForm.Term(term.power(), graph), coefficient, form.ring()::add)));
        return new TensorForm<>(form.ring(), form.rank(), sum);
    }
}
