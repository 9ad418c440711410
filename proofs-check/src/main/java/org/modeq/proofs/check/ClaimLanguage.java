package org.modeq.proofs.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.contraction.ContractionGraph;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.LatexFormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The names of a claim as forms, and what the methods derive in the same terms: with fields that are gradients, f = −∇L, or
 * with any fields where the formula speaks of no loss.
 */
final class ClaimLanguage {
    private final ClaimRing ring;
    private final boolean hasLosses;
    private final boolean isGame;
    private final SortedSet<String> parameters;
    private final FormulaMeaning<ParameterFraction> meaning;

    private ClaimLanguage(ClaimRing ring, List<Method<?>> methods, boolean hasLosses) {
        this.ring = ring;
        this.hasLosses = hasLosses;
        this.isGame = methods.stream().anyMatch(method -> method.name().startsWith("game:"));
        this.parameters = new TreeSet<>();
        SortedMap<String, TensorForm<ParameterFraction>> losses = new TreeMap<>();
        SortedMap<String, TensorForm<ParameterFraction>> fields = new TreeMap<>();
        SortedMap<String, ParameterFraction> values = new TreeMap<>();
        for (Method<?> method : methods) {
            method.fields().forEach(colour -> {
                TensorForm<ParameterFraction> loss = TensorForm.loss(ring.ring(), colour.name());
                if (hasLosses) {
                    losses.put(LossForm.lossName(colour), loss);
                }
                fields.put(
                        colour.name(),
                        hasLosses ? loss.derivative().negate() : TensorForm.field(ring.ring(), colour.name()));
            });
            method.parameters().forEach((name, value) -> {
                values.put(name, parameter(name, value));
                if (value.equals(name)) {
                    parameters.add(name);
                }
            });
        }
        this.meaning = new FormulaMeaning<>(ring.ring(), losses, fields, values);
    }

    /** A formula of the language, or in LaTeX if it has commands of that; sums in LaTeX run over the method's fields. */
    static Formula parsed(String text, Method<?> method) {
        if (!text.contains("\\")) {
            return FormulaParser.parse(text);
        }
        List<String> losses = method.fields().stream().map(LossForm::lossName).toList();
        Set<String> fields = method.fields().stream().map(Colour::name).collect(Collectors.toSet());
        return LatexFormulaParser.parse(text, losses, fields);
    }

    /** The language with gradients. */
    static ClaimLanguage ofLosses(List<Method<?>> methods, Formula formula) {
        return new ClaimLanguage(ClaimRing.of(methods, formula, parameters(methods)), methods, true);
    }

    /** The language with fields that need not be gradients. */
    static ClaimLanguage ofFields(List<Method<?>> methods, Formula formula) {
        return new ClaimLanguage(ClaimRing.of(methods, formula, parameters(methods)), methods, false);
    }

    private static SortedSet<String> parameters(List<Method<?>> methods) {
        SortedSet<String> names = new TreeSet<>();
        methods.forEach(method -> names.addAll(method.parameters().keySet()));
        return names;
    }

    private ParameterFraction parameter(String name, String value) {
        return value.equals(name) ? ring.ring().parameter(name) : ring.ring().of(Rational.parse(value));
    }

    ParameterRing ring() {
        return ring.ring();
    }

    /** The parameters that are symbols. */
    SortedSet<String> parameters() {
        return parameters;
    }

    /** Whether the fields belong to players that move their own coordinates alone. */
    boolean isGame() {
        return isGame;
    }

    boolean hasLosses() {
        return hasLosses;
    }

    TensorForm<ParameterFraction> read(Formula formula, int rank) {
        return meaning.value(formula, rank);
    }

    /** How the names of a form are written in a formula. */
    String written(String name) {
        return hasLosses ? LossForm.lossName(new Colour(name)) : name;
    }

    /** The modified field through h^(order−1). */
    <E> TensorForm<ParameterFraction> field(Method<E> method, int order) {
        ModifiedEquation<E> equation = ModifiedEquation.of(method, order);
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        equation.field()
                .nonzero()
                .keySet()
                .forEach(tree -> weights.put(tree, equation.field().weight(tree)));
        return form(method.ring(), weights, -1);
    }

    /** θ′ − θ for one unit of the clock, through h^order. */
    <E> TensorForm<ParameterFraction> displacement(Method<E> method, int order) {
        Ring<E> coefficients = method.ring();
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        StepMap.of(method, order).nonzero().forEach((tree, a) -> {
            Rational factor = Rational.ONE.divide(Rational.of(tree.symmetry(), BigInteger.ONE));
            weights.put(tree, coefficients.scale(factor, a));
        });
        return form(coefficients, weights, 0);
    }

    /** Σ h^(|t|+shift) w(t) F(t). */
    private <E> TensorForm<ParameterFraction> form(Ring<E> from, SortedMap<RootedTree, E> weights, int shift) {
        SortedMap<TensorForm.Term, ParameterFraction> terms = new TreeMap<>();
        weights.forEach((tree, weight) -> {
            boolean isNegative = hasLosses && tree.order() % 2 == 1;
            ParameterFraction coefficient = ring.embedded(from, isNegative ? from.negate(weight) : weight);
            ContractionGraph graph = hasLosses ? ContractionGraph.ofLosses(tree) : ContractionGraph.ofFields(tree);
            terms.put(new TensorForm.Term(tree.order() + shift, graph), coefficient);
        });
        return new TensorForm<>(ring.ring(), 1, terms);
    }
}
