package org.modeq.proofs.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.contraction.ContractionGraph;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.contraction.LatexFormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MomentumState;
import org.modeq.symbolic.modified.StepMap;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.pattern.SamplingGenerator;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.ParameterRing;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The names of a claim as forms, and what the methods derive in the same terms: with fields that are gradients, f = −∇L, or
 * with any fields where the formula speaks of no loss.
 */
final class ClaimLanguage {
    /** The letters of the deviations of independent draws from the mean field. */
    static final List<String> DEVIATIONS = List.of("a", "b", "c", "d");

    /** φ, on which a generator acts. */
    static final String TEST_FUNCTION = "phi";

    private final Scope scope;
    private final Optional<ExponentialPowers> powers;
    private final ClaimRing ring;
    private final boolean hasLosses;
    private final boolean isGame;
    private final SortedSet<String> parameters = new TreeSet<>();
    private final SortedMap<String, TensorForm<ParameterFraction>> losses = new TreeMap<>();
    private final SortedMap<String, TensorForm<ParameterFraction>> fields = new TreeMap<>();
    private final SortedMap<String, ParameterFraction> values = new TreeMap<>();
    private final SortedSet<String> furtherLosses;
    private final FormulaMeaning<ParameterFraction> meaning;

    /**
     * What formulas may speak of.
     *
     * @param subjects the optimizers with their fields and parameters
     * @param formulas the formulas, which say what is divided by
     * @param furtherLosses losses that no method has
     * @param functions the numbers of arguments of unknown functions
     * @param isGradient whether names of fields stand for +∇L
     */
    record Scope(
            List<Subject> subjects,
            List<Formula> formulas,
            SortedSet<String> furtherLosses,
            SortedMap<String, Integer> functions,
            boolean isGradient) {}

    private ClaimLanguage(Scope scope, boolean hasLosses) {
        this.scope = scope;
        List<Subject> subjects = scope.subjects();
        this.powers = powers(subjects);
        this.ring = ClaimRing.of(
                subjects, scope.formulas().stream().map(this::named).toList(), parameters(subjects));
        powers.ifPresent(known -> known.names().forEach(name -> {
            values.put(name, parameter(name, name));
            parameters.add(name);
        }));
        this.hasLosses = hasLosses;
        this.isGame = subjects.stream().anyMatch(subject -> subject.name().startsWith("game:"));
        this.furtherLosses = new TreeSet<>(scope.furtherLosses());
        for (Subject subject : subjects) {
            subject.fields().forEach(colour -> add(colour, scope.isGradient()));
            if (subject instanceof Subject.Draws) {
                DEVIATIONS.forEach(letter -> add(new Colour(letter), scope.isGradient()));
                furtherLosses.add(TEST_FUNCTION);
            }
            subject.parameters().forEach((name, value) -> {
                values.put(name, parameter(name, value));
                if (value.equals(name)) {
                    parameters.add(name);
                }
            });
        }
        furtherLosses.forEach(name -> losses.put(name, TensorForm.loss(ring.ring(), name)));
        this.meaning = new FormulaMeaning<>(ring.ring(), losses, fields, values, scope.functions());
    }

    private void add(Colour colour, boolean isGradient) {
        if (hasLosses) {
            losses.put(LossForm.lossName(colour), TensorForm.loss(ring.ring(), colour.name()));
        }
        TensorForm<ParameterFraction> field = field(colour.name());
        fields.put(colour.name(), isGradient ? field.negate() : field);
    }

    /** The same language in which one may also divide by given formulas in the parameters. */
    ClaimLanguage dividingBy(List<Formula> divisors) {
        List<Formula> formulas = new ArrayList<>(scope.formulas());
        divisors.forEach(
                divisor -> formulas.add(new Formula.Operation(0, '/', new Formula.Constant(0, Rational.ONE), divisor)));
        Scope wider =
                new Scope(scope.subjects(), formulas, scope.furtherLosses(), scope.functions(), scope.isGradient());
        return new ClaimLanguage(wider, hasLosses);
    }

    /** The language in which names of fields stand for them, or for their opposites. */
    ClaimLanguage withSigns(boolean isGradient) {
        Scope same =
                new Scope(scope.subjects(), scope.formulas(), scope.furtherLosses(), scope.functions(), isGradient);
        return new ClaimLanguage(same, hasLosses);
    }

    private TensorForm<ParameterFraction> field(String name) {
        return hasLosses
                ? TensorForm.loss(ring.ring(), name).derivative().negate()
                : TensorForm.field(ring.ring(), name);
    }

    /** A formula of the language, or in LaTeX if it has commands of that; sums in LaTeX run over the method's fields. */
    static Formula parsed(String text, Claim claim) {
        Subject subject = claim.subject();
        if (!text.contains("\\")) {
            return FormulaParser.parse(text);
        }
        List<Colour> colours = new ArrayList<>(subject.fields());
        if (subject instanceof Subject.Draws) {
            DEVIATIONS.forEach(letter -> colours.add(new Colour(letter)));
        }
        List<String> losses = colours.stream().map(LossForm::lossName).toList();
        Set<String> fields = colours.stream().map(Colour::name).collect(Collectors.toSet());
        return LatexFormulaParser.parse(
                text, losses, fields, claim.wording().functions().keySet());
    }

    /** The language with gradients. */
    static ClaimLanguage ofLosses(Scope scope) {
        return new ClaimLanguage(scope, true);
    }

    /** The language with fields that need not be gradients. */
    static ClaimLanguage ofFields(Scope scope) {
        return new ClaimLanguage(scope, false);
    }

    private static SortedSet<String> parameters(List<Subject> subjects) {
        SortedSet<String> names = new TreeSet<>();
        subjects.forEach(subject -> names.addAll(subject.parameters().keySet()));
        powers(subjects).ifPresent(known -> names.addAll(known.names()));
        return names;
    }

    private ParameterFraction parameter(String name, String value) {
        return value.equals(name)
                ? ring.ring().of(ExponentialPowers.parameter(name))
                : ring.ring().of(Rational.parse(value));
    }

    /** Of a field of every step the powers βⁿ. */
    private static Optional<ExponentialPowers> powers(List<Subject> subjects) {
        boolean isAnyStep = subjects.stream()
                .anyMatch(subject -> subject instanceof Subject.Steps<?> steps
                        && steps.step().filter(Subject.Steps.ANY_STEP::equals).isPresent());
        SortedSet<String> bases = new TreeSet<>();
        subjects.forEach(subject -> subject.parameters().forEach((name, value) -> {
            if (name.equals(value) && !name.equals(Subject.Steps.ANY_STEP)) {
                bases.add(name);
            }
        }));
        return isAnyStep ? Optional.of(new ExponentialPowers(Subject.Steps.ANY_STEP, bases)) : Optional.empty();
    }

    /** A formula of the language with powers βⁿ as names. */
    private Formula named(Formula formula) {
        return powers.map(known -> known.rewritten(formula)).orElse(formula);
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

    /** The normal form of a formula of a given rank. */
    TensorForm<ParameterFraction> read(Formula formula, int rank) {
        return meaning.value(named(formula), rank);
    }

    /** A formula without losses and fields. */
    ParameterFraction number(Formula formula) {
        return ClaimRing.polynomial(formula, parameters)
                .map(ring.ring()::of)
                .orElseThrow(() -> new IllegalArgumentException("has a convention whose time is '"
                        + FormulaText.ascii(formula) + "', expected a number or a formula in "
                        + (parameters.isEmpty() ? "numbers" : String.join(", ", parameters))));
    }

    /** The sum of the weights of several losses in f₁: as many as there are tasks, if each is met once. */
    ParameterFraction weight(Subject subject) {
        if (subject.fields().size() == 1 || !(subject instanceof Subject.Steps<?> steps)) {
            return ring.ring().one();
        }
        return field(steps, 1).terms().values().stream()
                .map(coefficient -> hasLosses ? ring.ring().negate(coefficient) : coefficient)
                .reduce(ring.ring().zero(), ring.ring()::add);
    }

    /** Whether the vertices of this name are derivatives of a loss, and not of a field. */
    boolean isLoss(String name) {
        return hasLosses || furtherLosses.contains(name);
    }

    boolean isWrittenLoss(String name) {
        return losses.containsKey(name);
    }

    boolean isField(String name) {
        return fields.containsKey(name);
    }

    /** How the names of a form are written in a formula. */
    String written(String name) {
        return hasLosses && !furtherLosses.contains(name) ? LossForm.lossName(new Colour(name)) : name;
    }

    /** The modified field through h^(order−1). */
    TensorForm<ParameterFraction> field(Subject.Steps<?> steps, int order) {
        return form(steps.equation(order).field(), -1);
    }

    /** Σ h^(|t|+shift) b(t)/σ(t) F(t). */
    private <E> TensorForm<ParameterFraction> form(BSeriesField<E> field, int shift) {
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        field.nonzero().keySet().forEach(tree -> weights.put(tree, field.weight(tree)));
        return form(field.ring(), weights, shift);
    }

    /** 𝓛̃φ of independent draws through h^(order−1), every forest as the derivative of φ in the directions of its trees. */
    TensorForm<ParameterFraction> generator(int order) {
        SortedMap<TensorForm.Term, ParameterFraction> terms = new TreeMap<>();
        for (PatternSeries.Term term : SamplingGenerator.centred(order).terms()) {
            List<RootedTree> forest = term.pattern().trees();
            boolean isNegative = hasLosses && term.pattern().order() % 2 == 1;
            Rational coefficient = term.coefficient().coefficient(0);
            ContractionGraph graph = hasLosses
                    ? ContractionGraph.ofLosses(TEST_FUNCTION, forest)
                    : ContractionGraph.ofFields(TEST_FUNCTION, forest);
            terms.put(
                    new TensorForm.Term(term.power(), graph),
                    ring.ring().of(isNegative ? coefficient.negate() : coefficient));
        }
        return new TensorForm<>(ring.ring(), 0, terms);
    }

    /** θ′ − θ for one unit of the clock, through h^order; of a velocity v′, through h^(order−1). */
    TensorForm<ParameterFraction> displacement(Claim claim, Subject subject) {
        if (subject instanceof Subject.Momentum momentum) {
            MomentumState<?> state = momentum.state(claim.order());
            return momentum.isVelocity() ? form(state.velocity(), -1) : displacement(state.position());
        }
        if (subject instanceof Subject.Steps<?> steps && steps.step().isEmpty()) {
            return displacement(StepMap.of(steps.method(), claim.order()));
        }
        throw new IllegalArgumentException("is of the kind " + claim.kind() + " about " + subject.name()
                + ", expected a method whose step is a series over trees, without 'step'");
    }

    private <E> TensorForm<ParameterFraction> displacement(BSeriesMap<E> map) {
        SortedMap<RootedTree, E> weights = new TreeMap<>();
        map.nonzero().forEach((tree, a) -> {
            Rational factor = Rational.ONE.divide(Rational.of(tree.symmetry(), BigInteger.ONE));
            weights.put(tree, map.ring().scale(factor, a));
        });
        return form(map.ring(), weights, 0);
    }

    /** Σ h^(|t|+shift) w(t) F(t). */
    private <E> TensorForm<ParameterFraction> form(Ring<E> from, SortedMap<RootedTree, E> weights, int shift) {
        SortedMap<TensorForm.Term, ParameterFraction> terms = new TreeMap<>();
        weights.forEach((tree, weight) -> {
            boolean isNegative = hasLosses && tree.order() % 2 == 1;
            ParameterFraction coefficient = ring.embedded(isNegative ? from.negate(weight) : weight);
            ContractionGraph graph = hasLosses ? ContractionGraph.ofLosses(tree) : ContractionGraph.ofFields(tree);
            terms.put(new TensorForm.Term(tree.order() + shift, graph), coefficient);
        });
        return new TensorForm<>(ring.ring(), 1, terms);
    }
}
