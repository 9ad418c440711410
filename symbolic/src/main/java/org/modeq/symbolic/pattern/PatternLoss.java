package org.modeq.symbolic.pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.Displayable;
import org.modeq.symbolic.modified.Obstruction;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.FreeTree;
import org.modeq.symbolic.tree.RootedTree;

/**
 * The loss form of a field over patterns, f̃ = −∇L̃ + R, when every batch is f_a = −∇L_a.
 *
 * <p>Moving the root of a pattern tree keeps its blocks. For a free pattern tree (T, ρ) let S(T, ρ) be the sum over all assignments of
 * batches to the blocks of the closed contraction along T; then ∇S(T, ρ) = Σ over the vertices v of G(T rooted at v, ρ), and with
 * σ(T, ρ) = σ(t, ρ) · (number of vertices at which t arises)
 * <pre>
 *   L̃ = Σ_{(T,ρ)} h^(|T|−1) (−1)^(|T|+1) b_T/σ(T, ρ) · S(T, ρ),
 * </pre>
 * b_T the mean of b over the rootings. The field is a gradient for all losses and every number of batches exactly when b is the same
 * for all rootings of each free pattern tree: distinct patterns are independent as soon as there are as many batches as blocks. In the
 * centred form f = −∇L with the mean loss L and d_a = −∇D_a with D_a = L_a − L, and the sums are means.
 *
 * <p>Worked example: L̃ = L + h/4 ‖∇L‖² + h/4 ⟨‖∇D_a‖²⟩ + …, Smith, Dherin, Barrett and De (2021), and no loss at h².
 *
 * @param equation the equation of the field
 * @param terms the terms of L̃ that are not 0, powers of h rising
 * @param remainder the terms of R that are not 0, powers of h rising
 * @param obstruction why R is not 0, empty if it is
 */
public record PatternLoss(
        PatternEquation equation,
        List<Term> terms,
        List<PatternSeries.Term> remainder,
        Optional<Obstruction<Polynomial>> obstruction)
        implements Displayable {
    /**
     * One term h^p · coefficient · S(T, ρ) of L̃.
     *
     * @param power p = |T| − 1
     * @param tree T, its colours the blocks
     * @param coefficient (−1)^(|T|+1) b_T/σ(T, ρ), a polynomial in the number m of batches
     */
    public record Term(int power, FreeTree tree, Polynomial coefficient) {}

    /**
     * A loss form.
     *
     * @param equation the equation of the field
     * @param terms the terms of L̃
     * @param remainder the terms of R
     * @param obstruction why R is not 0
     */
    public PatternLoss {
        terms = List.copyOf(terms);
        remainder = List.copyOf(remainder);
    }

    /**
     * The loss form of a field over patterns. Exact; |T| canonical forms for each pattern.
     *
     * @param equation the equation, of a field
     * @return its loss part and the rest
     * @throws IllegalArgumentException if it is a generator, which moves no point
     */
    public static PatternLoss of(PatternEquation equation) {
        if (equation.kind() == PatternEquation.Kind.GENERATOR) {
            throw new IllegalArgumentException("given a generator, expected a field; only a field has a loss");
        }
        List<Term> terms = new ArrayList<>();
        SortedMap<Pattern, Polynomial> rest = new TreeMap<>();
        Set<Pattern> known = new HashSet<>();
        Optional<Obstruction<Polynomial>> obstruction = Optional.empty();
        SortedMap<Pattern, Polynomial> field = equation.series().coefficients();
        for (Pattern pattern : field.keySet()) {
            if (known.contains(pattern)) {
                continue;
            }
            SortedMap<Pattern, Integer> rootings = rootings(pattern);
            known.addAll(rootings.keySet());
            Polynomial mean = mean(field, rootings);
            if (!mean.isZero()) {
                terms.add(term(rootings, mean));
            }
            Polynomial minusMean = mean.multiply(Polynomial.constant(Rational.of(-1)));
            rootings.keySet()
                    .forEach(rooting -> rest.put(rooting, value(field, rooting).add(minusMean)));
            obstruction = obstruction.or(() -> obstruction(field, rootings));
        }
        // The mean losses first, as formulas have them.
        terms.sort(Comparator.comparingInt(Term::power).thenComparingInt(PatternLoss::letters));
        List<PatternSeries.Term> remainder = new PatternSeries(
                        equation.series().order(), equation.series().isCentred(), rest)
                .terms().stream().filter(term -> !term.b().isZero()).toList();
        return new PatternLoss(equation, terms, remainder, obstruction);
    }

    private static int letters(Term term) {
        SortedSet<Colour> letters = new TreeSet<>(term.tree().representative().colours());
        letters.remove(Pattern.MEAN);
        return letters.size();
    }

    /** The distinct rootings, each with the number of vertices at which it arises. */
    private static SortedMap<Pattern, Integer> rootings(Pattern pattern) {
        SortedMap<Pattern, Integer> vertices = new TreeMap<>();
        for (RootedTree rooting : pattern.tree().rootings()) {
            vertices.merge(Pattern.of(List.of(rooting)), 1, Integer::sum);
        }
        return vertices;
    }

    private static Polynomial value(Map<Pattern, Polynomial> field, Pattern pattern) {
        return field.getOrDefault(pattern, Polynomial.ZERO);
    }

    private static Polynomial mean(Map<Pattern, Polynomial> field, Map<Pattern, Integer> rootings) {
        Polynomial sum = Polynomial.ZERO;
        int vertices = 0;
        for (Map.Entry<Pattern, Integer> rooting : rootings.entrySet()) {
            Polynomial times = Polynomial.constant(Rational.of(rooting.getValue()));
            sum = sum.add(times.multiply(value(field, rooting.getKey())));
            vertices += rooting.getValue();
        }
        return sum.multiply(Polynomial.constant(Rational.of(1, vertices)));
    }

    /** (−1)^(|T|+1) b_T/σ(T, ρ) at the most central rooting. */
    private static Term term(SortedMap<Pattern, Integer> rootings, Polynomial mean) {
        Pattern first = rootings.firstKey();
        BigInteger symmetry = first.symmetry().multiply(BigInteger.valueOf(rootings.getOrDefault(first, 0)));
        Rational sign = Rational.of(first.order() % 2 == 0 ? -1 : 1);
        Rational factor = sign.divide(Rational.of(symmetry, BigInteger.ONE));
        RootedTree centre = FreeTree.mostCentral(
                rootings.keySet().stream().map(Pattern::tree).toList());
        return new Term(first.order() - 1, new FreeTree(centre), mean.multiply(Polynomial.constant(factor)));
    }

    /** The first two rootings of which the coefficients differ. */
    private static Optional<Obstruction<Polynomial>> obstruction(
            Map<Pattern, Polynomial> field, SortedMap<Pattern, Integer> rootings) {
        Pattern first = rootings.firstKey();
        Polynomial value = value(field, first);
        return rootings.keySet().stream()
                .filter(rooting -> !value(field, rooting).equals(value))
                .findFirst()
                .map(second -> new Obstruction<>(first.tree(), value, second.tree(), value(field, second), false));
    }

    /** {@return whether the field is −∇L̃ to its order, for all losses and every number of batches} */
    public boolean isGradient() {
        return obstruction.isEmpty();
    }

    /** {@return the highest |t| up to which the field is −∇L̃ for all losses; N means N at least} */
    public int orderOfGradient() {
        return obstruction
                .map(found -> found.first().order() - 1)
                .orElse(equation.series().order());
    }

    /** {@return the formula: what {@link #toText} says between its conventions and its table} */
    @Override
    public String toString() {
        return Display.of(this).line();
    }
}
