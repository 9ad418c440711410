package org.modeq.symbolic.modified;

import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.contraction.ContractionGraph;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;

/** Metric forms multiplied out by the calculus of contractions, which knows nothing of trees. */
final class MetricProducts {
    private MetricProducts() {}

    /** L̃. */
    static <E> TensorForm<E> loss(MetricForm<E> form) {
        SortedMap<TensorForm.Term, E> terms = new TreeMap<>();
        form.lossTerms()
                .forEach(term -> terms.put(
                        new TensorForm.Term(term.power(), ContractionGraph.ofLosses(term.tree())), term.coefficient()));
        return new TensorForm<>(form.ring(), 0, terms);
    }

    /** M. */
    static <E> TensorForm<E> metric(MetricForm<E> form) {
        TensorForm<E> sum = TensorForm.identity(form.ring());
        for (MetricForm.Term<E> term : form.metricTerms()) {
            TensorForm<E> matrix = TensorForm.ofLosses(form.ring(), term.tree());
            sum = sum.add(matrix.times(TensorForm.number(form.ring(), term.power(), term.coefficient())));
        }
        return sum;
    }

    /** −M ∇L̃, up to the power that holds. */
    static <E> TensorForm<E> product(MetricForm<E> form) {
        return metric(form).contracted(loss(form).derivative()).negate().truncated(form.orderOfMetric() - 1);
    }

    /** A field with the elementary differentials of gradients. */
    static <E> TensorForm<E> contractions(Ring<E> ring, BSeriesField<E> field) {
        SortedMap<TensorForm.Term, E> terms = new TreeMap<>();
        field.nonzero().keySet().forEach(tree -> {
            E weight = ring.embedded(field.weight(tree));
            E signed = tree.order() % 2 == 0 ? weight : ring.negate(weight);
            terms.put(new TensorForm.Term(tree.order() - 1, ContractionGraph.ofLosses(tree)), signed);
        });
        return new TensorForm<>(ring, 1, terms);
    }
}
