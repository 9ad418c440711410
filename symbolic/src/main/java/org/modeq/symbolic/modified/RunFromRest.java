package org.modeq.symbolic.modified;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

/**
 * The run of a method with memory from rest in closed form: P(t; n) = Σ c_jk nʲ q^k for every n ≥ 0, q_i = β_iⁿ, β_i the poles of its
 * filter A = p/Π(1 − β_i z).
 *
 * <p>A is a sum a₀ + a₁/(1 − β₁z) + a₂/((1 − β₁z)(1 − β₂z)) + …, each fraction an average of the one before that begins with 0; P is the
 * strict sum of what comes out. At the edge B = 1 or B₀ + B₁z with a₀ = 0, so that the formula holds at n = −1 too.
 *
 * @param ring the ring of the method, with the inverses that are needed
 * @param poles β₁, β₂, …, different from each other and from 0
 * @param byTree P(t; n)
 * @param <E> the coefficients
 */
record RunFromRest<E>(Ring<E> ring, List<E> poles, Map<RootedTree, TransientSum<E>> byTree) {
    /** The run, to an order. */
    static <E> RunFromRest<E> of(LinearMultistep<E> method, int order) {
        List<E> all = poles(method);
        List<E> distinct = List.copyOf(new LinkedHashSet<>(all));
        Ring<E> larger = larger(method, distinct, order);
        Memory<E> memory = Memory.of(method, larger, all);
        List<E> poles = memory.embedded(distinct);
        Map<RootedTree, TransientSum<E>> runs = new HashMap<>();
        for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).upToOrder(order)) {
            TransientSum<E> slope = TransientSum.constant(larger, poles, larger.one());
            for (RootedTree child : tree.children()) {
                slope = slope.multiply(memory.argument(Objects.requireNonNull(runs.get(child))));
            }
            runs.put(tree, memory.output(slope).summed());
        }
        return new RunFromRest<>(larger, poles, runs);
    }

    private static <E> List<E> poles(LinearMultistep<E> method) {
        List<E> poles = method
                .poles()
                .orElseThrow(() -> new IllegalArgumentException("given " + method.name()
                        + " for its run from rest in closed form, expected a filter whose denominators are of degree 1 in z, as"
                        + " 1-beta*z: the roots of the others have no name; --step with a number serves any"))
                .stream()
                .filter(pole -> !pole.equals(method.ring().zero()))
                .toList();
        if (poles.isEmpty()) {
            throw new IllegalArgumentException("given " + method.name() + " with " + method.parameters()
                    + " for its run from rest, expected an average with a weight other than 0: without momentum a run"
                    + " starts where it is");
        }
        return poles;
    }

    /** Every β and every β^k − 1 and β^k − β_i with at most N − 1 factors, as far as they are not 0. */
    private static <E> Ring<E> larger(LinearMultistep<E> method, List<E> poles, int order) {
        Ring<E> ring = method.ring();
        List<E> targets = new ArrayList<>(List.of(ring.one()));
        targets.addAll(poles);
        List<E> inverted = new ArrayList<>(poles);
        List<E> products = List.of(ring.one());
        for (int k = 0; k < Math.max(2, order); k++) {
            for (E product : products) {
                for (E target : targets) {
                    E difference = ring.add(product, ring.negate(target));
                    if (!difference.equals(ring.zero())) {
                        inverted.add(difference);
                    }
                }
            }
            List<E> last = products;
            products = poles.stream()
                    .flatMap(pole -> last.stream().map(product -> ring.multiply(pole, product)))
                    .distinct()
                    .toList();
        }
        return ring.inverting(inverted)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "given the order " + order + " for " + method.name()
                                        + " with symbols, whose products cannot be told from 1; expected numbers, as in --param beta=9/10"));
    }

    /** The filter as a sum of averages of averages, in the larger ring. */
    private record Memory<E>(Ring<E> from, Ring<E> ring, List<E> weights, List<Integer> sections, List<E> argument) {
        static <E> Memory<E> of(LinearMultistep<E> method, Ring<E> ring, List<E> poles) {
            Memory<E> empty = new Memory<>(method.ring(), ring, List.of(), List.of(), List.of());
            List<E> argument = empty.embedded(method.lookAhead());
            List<E> rest = empty.embedded(inDelays(method));
            List<E> sections = empty.embedded(poles);
            List<E> distinct = List.copyOf(new LinkedHashSet<>(sections));
            List<E> weights = new ArrayList<>();
            for (int i = sections.size() - 1; i >= 0; i--) {
                List<E> quotient = quotient(ring, rest, sections.get(i));
                E first = quotient.isEmpty() ? ring.zero() : quotient.get(0);
                weights.add(0, ring.add(rest.isEmpty() ? ring.zero() : rest.get(0), ring.negate(first)));
                rest = quotient;
            }
            weights.add(0, rest.isEmpty() ? ring.zero() : rest.get(0));
            boolean isPlain = argument.size() == 1
                    || (argument.size() == 2 && weights.get(0).equals(ring.zero()));
            if (rest.size() > 1 || !isPlain) {
                throw new IllegalArgumentException("given " + method.name()
                        + " for its run from rest in closed form, expected averages of gradients, as 1-nu+nu*(1-beta)/(1-beta*z),"
                        + " without further delays; --step with a number serves any");
            }
            List<Integer> indices = sections.stream().map(distinct::indexOf).toList();
            return new Memory<>(method.ring(), ring, weights, indices, argument);
        }

        /** p: σ by falling powers of E, from that which reads the field at θ_n. */
        private static <E> List<E> inDelays(LinearMultistep<E> method) {
            int newest = method.rho().size() - 1 - method.lookAhead().size();
            List<E> p = new ArrayList<>(method.sigma()
                    .subList(0, Math.min(newest + 1, method.sigma().size())));
            p.addAll(Collections.nCopies(newest + 1 - p.size(), method.ring().zero()));
            Collections.reverse(p);
            while (!p.isEmpty() && p.get(p.size() - 1).equals(method.ring().zero())) {
                p.remove(p.size() - 1);
            }
            return p;
        }

        /** r with p = a + (1 − βz)r, from the top: r_{k−1} = (r_k − p_k)/β. */
        private static <E> List<E> quotient(Ring<E> ring, List<E> p, E beta) {
            Optional<E> inverse = ring.inverse(beta);
            List<E> quotient = new ArrayList<>();
            E last = ring.zero();
            for (int k = p.size() - 1; k >= 1; k--) {
                last = ring.multiply(inverse.orElseThrow(), ring.add(last, ring.negate(p.get(k))));
                quotient.add(0, last);
            }
            return quotient;
        }

        private List<E> embedded(List<E> elements) {
            return elements.stream()
                    .map(element -> ring.equals(from) ? element : ring.embedded(element))
                    .toList();
        }

        /** B P. */
        TransientSum<E> argument(TransientSum<E> run) {
            TransientSum<E> result = TransientSum.constant(ring, run.poles(), ring.zero());
            for (int l = 0; l < argument.size(); l++) {
                result = result.plus(argument.get(l), run.shifted(l + 1 - argument.size()));
            }
            return result;
        }

        /** A x. */
        TransientSum<E> output(TransientSum<E> signal) {
            TransientSum<E> result =
                    TransientSum.constant(ring, signal.poles(), ring.zero()).plus(weights.get(0), signal);
            TransientSum<E> average = signal;
            for (int i = 0; i < sections.size(); i++) {
                average = average.remembered(sections.get(i));
                result = result.plus(weights.get(i + 1), average);
            }
            return result;
        }
    }
}
