package org.modeq.numeric.weak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.pattern.SamplingGenerator;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A generator as a sum over centred forests, 𝓛 = Σ h^p c D: the modified generator of SGD, or that of a stochastic differential
 * equation. Immutable.
 *
 * <p>D φ = 𝔼 φ⁽ʳ⁾(F(t₁), …, F(t_r)), the letter f the mean field, every other letter the deviation of a batch drawn for it.
 */
public final class ModifiedGenerator {
    private final String name;
    private final List<Term> terms;

    /**
     * One term.
     *
     * @param power p, the power of h
     * @param forest the forest
     * @param coefficient c, σ divided out
     */
    public record Term(int power, Pattern forest, double coefficient) {}

    private ModifiedGenerator(String name, List<Term> terms) {
        this.name = name;
        this.terms = List.copyOf(terms);
    }

    /**
     * The modified generator of SGD with independent draws.
     *
     * @param order N ≥ 1: to h^(N−1)
     * @return its centred form without the terms that vanish
     */
    public static ModifiedGenerator ofSampling(int order) {
        List<Term> terms = new ArrayList<>();
        for (PatternSeries.Term term : SamplingGenerator.centred(order).terms()) {
            Rational coefficient = term.coefficient().coefficient(0);
            if (!coefficient.isZero()) {
                terms.add(new Term(term.power(), term.pattern(), coefficient.doubleValue()));
            }
        }
        return new ModifiedGenerator("generator to h^" + (order - 1), terms);
    }

    /**
     * The generator of the modified stochastic differential equation, 𝓛φ = φ′(B) + h/2 Σ_b φ″(C_b, C_b), whole.
     *
     * <p>The equation of weak order 1 has the noise columns σ_b = (f_b − f̄)/√m already, as usual, though its drift alone would do.
     *
     * @param weakOrder 1 or 2; 3 where the third cumulant vanishes
     * @return its generator
     * @throws IllegalArgumentException if the weak order is out of range
     */
    public static ModifiedGenerator ofSde(int weakOrder) {
        SortedMap<Pattern, Rational> drift = ModifiedSde.of(weakOrder).drift();
        SortedMap<Pattern, Rational> columns =
                ModifiedSde.of(Math.max(2, weakOrder)).columns();
        List<Term> terms = new ArrayList<>();
        drift.forEach((forest, c) -> terms.add(new Term(forest.order() - 1, forest, c.doubleValue())));
        columns.forEach((first, c) -> columns.forEach((second, d) -> {
            List<RootedTree> trees = new ArrayList<>(first.trees());
            trees.addAll(second.trees());
            int power = first.order() + second.order() - 1;
            terms.add(new Term(power, Pattern.of(trees), c.multiply(d).doubleValue() / 2));
        }));
        return new ModifiedGenerator("SDE of weak order " + weakOrder, terms);
    }

    /** A generator by its terms. */
    static ModifiedGenerator ofTerms(String name, List<Term> terms) {
        return new ModifiedGenerator(name, terms);
    }

    /** {@return what reports call it} */
    public String name() {
        return name;
    }

    /** {@return the terms, powers of h rising as far as the series has them so} */
    public List<Term> terms() {
        return terms;
    }

    /**
     * The same with every coefficient multiplied.
     *
     * @param factors one for each term
     * @return the generator; terms with the factor 0 are left out
     * @throws IllegalArgumentException if there is another number of factors
     */
    public ModifiedGenerator weighted(List<Double> factors) {
        if (factors.size() != terms.size()) {
            throw new IllegalArgumentException(
                    "given " + factors.size() + " factors, expected one for each of " + terms.size() + " terms");
        }
        List<Term> weighted = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Term term = terms.get(i);
            if (factors.get(i) != 0) {
                weighted.add(new Term(term.power(), term.forest(), factors.get(i) * term.coefficient()));
            }
        }
        return new ModifiedGenerator(name, weighted);
    }

    /** 𝓛₀, 𝓛₁, …, the operators of each power of h, around a point. */
    List<DifferentialOperator> operators(CentredFields fields) {
        int highest = terms.stream().mapToInt(Term::power).max().orElse(0);
        List<DifferentialOperator> operators = new ArrayList<>();
        for (int power = 0; power <= highest; power++) {
            operators.add(new DifferentialOperator(fields.algebra()));
        }
        for (Term term : terms) {
            add(operators.get(term.power()), term, fields);
        }
        return operators;
    }

    /** 𝓛 for a step size. */
    DifferentialOperator operator(CentredFields fields, double stepSize) {
        DifferentialOperator sum = new DifferentialOperator(fields.algebra());
        List<DifferentialOperator> operators = operators(fields);
        for (int power = 0; power < operators.size(); power++) {
            sum.add(Math.pow(stepSize, power), operators.get(power));
        }
        return sum;
    }

    private static void add(DifferentialOperator operator, Term term, CentredFields fields) {
        SortedSet<Colour> letters = new TreeSet<>();
        term.forest().trees().forEach(tree -> letters.addAll(tree.colours()));
        letters.remove(Pattern.MEAN);
        draw(List.copyOf(letters), new HashMap<>(), term, fields, operator);
    }

    /** The mean over all draws of a batch for each letter. */
    private static void draw(
            List<Colour> letters,
            Map<Colour, Integer> drawn,
            Term term,
            CentredFields fields,
            DifferentialOperator operator) {
        if (drawn.size() == letters.size()) {
            List<double[][]> directions = term.forest().trees().stream()
                    .map(tree -> fields.differential(tree, drawn))
                    .toList();
            operator.add(term.coefficient() / Math.pow(fields.count(), letters.size()), directions);
            return;
        }
        Colour letter = letters.get(drawn.size());
        for (int batch = 0; batch < fields.count(); batch++) {
            drawn.put(letter, batch);
            draw(letters, drawn, term, fields, operator);
            drawn.remove(letter);
        }
    }

    /** B(c), the drift at a point: F(t) summed over the terms of one tree. */
    double[] drift(CentredFields fields, double stepSize) {
        DifferentialOperator operator = new DifferentialOperator(fields.algebra());
        for (Term term : terms) {
            if (term.forest().trees().size() == 1) {
                add(
                        operator,
                        new Term(0, term.forest(), term.coefficient() * Math.pow(stepSize, term.power())),
                        fields);
            }
        }
        double[] drift = new double[fields.algebra().variables()];
        operator.coefficients().forEach((place, polynomial) -> {
            int[] orders = fields.algebra().exponents(place);
            for (int i = 0; i < drift.length; i++) {
                drift[i] += orders[i] * polynomial[0];
            }
        });
        return drift;
    }
}
