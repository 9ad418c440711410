package org.modeq.examples.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.modeq.symbolic.pattern.Pattern;
import org.modeq.symbolic.pattern.PatternSeries;
import org.modeq.symbolic.pattern.SamplingGenerator;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/**
 * Majority kernels of two weights on L(w) = ½ wᵀHw − bᵀw, exact: the law of x = (Θ, 1) to its second moments X = 𝔼xxᵀ, which follow
 * a linear recursion.
 *
 * <p>A step is x ← (1 + hB_p) x with B_p polynomial in p, so that X ← A X with A = 1 + hA₁ + h²A₂,
 * <pre>
 *   A₁ = B̄⊗1 + 1⊗B̄,     A₂ = 𝔼 B_p⊗B_p,     h𝓛 = ln A.
 * </pre>
 * The modified generator has the same 𝓛 out of its forests, each an operator on X in which the deviations B_p − B̄ stand.
 */
final class QuadraticKernels {
    /** Joint moments of the weights of one layer. */
    @FunctionalInterface
    interface Law {
        /** 𝔼 p₁^a p₂^b p₃^c. */
        Rational moment(int... exponents);
    }

    /** H and b: coupled weights, H positive. */
    private static final Rational[][] CURVATURE = {
        {Rational.of(2), Rational.of(-1, 2)}, {Rational.of(-1, 2), Rational.of(1)}
    };

    private static final Rational[] SLOPE = {Rational.of(1), Rational.of(1, 2)};
    private static final int WEIGHTS = 2;
    private static final int SIZE = SimplexDraws.KERNELS * WEIGHTS + 1;
    private static final int HIGHEST_ORDER = 3;

    private final Law law;
    private final boolean isPerLayer;
    private final ExactMatrix mean;
    private final ExactMatrix square;

    private QuadraticKernels(Law law, boolean isPerLayer) {
        this.law = law;
        this.isPerLayer = isPerLayer;
        this.mean = ExactMatrix.of(SIZE, (r, s) -> {
            int[] exponents = new int[layers() * SimplexDraws.KERNELS];
            Rational coefficient = entry(r, s, exponents);
            return coefficient.isZero() ? coefficient : coefficient.multiply(mean(exponents));
        });
        this.square = ExactMatrix.of(SIZE * SIZE, (i, j) -> {
            int[] exponents = new int[layers() * SimplexDraws.KERNELS];
            Rational coefficient = entry(i / SIZE, j / SIZE, exponents).multiply(entry(i % SIZE, j % SIZE, exponents));
            return coefficient.isZero() ? coefficient : coefficient.multiply(mean(exponents));
        });
    }

    /**
     * The kernels.
     *
     * @param law the law of the weights of a layer
     * @param isPerLayer whether each of the two weights is a layer with a draw of its own, and not one draw for both
     * @return them
     */
    static QuadraticKernels of(Law law, boolean isPerLayer) {
        return new QuadraticKernels(law, isPerLayer);
    }

    private int layers() {
        return isPerLayer ? WEIGHTS : 1;
    }

    /** The entry of B_p, a coefficient times a monomial in p, whose exponents are added. Row (i, a) is i·2 + a, the last that of 1. */
    private Rational entry(int row, int column, int... exponents) {
        if (row == SIZE - 1) {
            return Rational.ZERO;
        }
        int a = row % WEIGHTS;
        exponents[place(row)]++;
        if (column == SIZE - 1) {
            return SLOPE[a];
        }
        exponents[place(column)]++;
        return CURVATURE[a][column % WEIGHTS].negate();
    }

    /** The place of pᵢ in the layer of weight a. */
    private int place(int row) {
        int layer = isPerLayer ? row % WEIGHTS : 0;
        return layer * SimplexDraws.KERNELS + row / WEIGHTS;
    }

    /** The mean of a monomial: layers are independent. */
    private Rational mean(int... exponents) {
        Rational product = Rational.ONE;
        for (int layer = 0; layer < layers(); layer++) {
            int first = layer * SimplexDraws.KERNELS;
            product = product.multiply(law.moment(exponents[first], exponents[first + 1], exponents[first + 2]));
        }
        return product;
    }

    private static ExactMatrix identity() {
        return ExactMatrix.identity(SIZE);
    }

    /** A₁. */
    private ExactMatrix first() {
        return mean.kronecker(identity()).plus(identity().kronecker(mean));
    }

    /** The step X ← A X of a size h, on the numbers 𝔼x_r x_s, r ≤ s. */
    ExactMatrix step(Rational stepSize) {
        ExactMatrix change = first().scaled(stepSize).plus(square.scaled(stepSize.multiply(stepSize)));
        return symmetric(ExactMatrix.identity(SIZE * SIZE).plus(change));
    }

    /** 𝓛₀, 𝓛₁, 𝓛₂ by the logarithm of A: A₁, A₂ − ½A₁², ⅓A₁³ − ½(A₁A₂ + A₂A₁). */
    List<ExactMatrix> logarithm() {
        ExactMatrix one = symmetric(first());
        ExactMatrix two = symmetric(square);
        ExactMatrix oneSquared = one.times(one);
        Rational minusHalf = Rational.of(-1, 2);
        return List.of(
                one,
                two.plus(oneSquared.scaled(minusHalf)),
                oneSquared
                        .times(one)
                        .scaled(Rational.of(1, 3))
                        .plus(one.times(two).plus(two.times(one)).scaled(minusHalf)));
    }

    /** 𝓛₀, 𝓛₁, 𝓛₂ by the forests of the modified generator. */
    List<ExactMatrix> forests() {
        return forests(forest -> true);
    }

    /** The same with some forests alone. */
    List<ExactMatrix> forests(Predicate<Pattern> isKept) {
        SortedMap<Integer, ExactMatrix> sums = new TreeMap<>();
        ExactMatrix covariance = square.minus(mean.kronecker(mean));
        for (PatternSeries.Term term : SamplingGenerator.centred(HIGHEST_ORDER).terms()) {
            Rational coefficient = term.coefficient().coefficient(0);
            ExactMatrix sum =
                    sums.computeIfAbsent(term.power(), p -> ExactMatrix.of(SIZE * SIZE, (i, j) -> Rational.ZERO));
            if (!coefficient.isZero() && actsOnSquares(term.pattern()) && isKept.test(term.pattern())) {
                sums.put(
                        term.power(),
                        sum.plus(operator(term.pattern(), covariance).scaled(coefficient)));
            }
        }
        return sums.values().stream().map(QuadraticKernels::symmetric).toList();
    }

    /** Linear fields have no second derivatives, and squares no third: chains remain, two at most. */
    private static boolean actsOnSquares(Pattern forest) {
        return forest.trees().size() <= 2
                && forest.trees().stream().allMatch(tree -> letters(tree).size() == tree.order());
    }

    /** The letters of a chain from the root on; fewer than vertices if the tree branches. */
    private static List<Boolean> letters(RootedTree tree) {
        List<Boolean> areMean = new ArrayList<>();
        RootedTree here = tree;
        areMean.add(here.colour().equals(Pattern.MEAN));
        while (here.children().size() == 1) {
            here = here.children().get(0);
            areMean.add(here.colour().equals(Pattern.MEAN));
        }
        return areMean;
    }

    /** φ ↦ 𝔼 φ′(F(t)) or 𝔼 φ″(F(s), F(t)) on φ = x_r x_s: C⊗1 + 1⊗C or 𝔼(C⊗D + D⊗C). */
    private ExactMatrix operator(Pattern forest, ExactMatrix covariance) {
        List<Boolean> one = letters(forest.trees().get(0));
        if (forest.trees().size() == 1) {
            if (one.contains(false)) {
                throw new AssertionError("a deviation by itself has the mean 0: " + forest);
            }
            ExactMatrix chain = power(one.size());
            return chain.kronecker(identity()).plus(identity().kronecker(chain));
        }
        List<Boolean> other = letters(forest.trees().get(1));
        return product(one, other, covariance).plus(product(other, one, covariance));
    }

    /** 𝔼(C⊗D) for chains with one deviation each, those of one draw. */
    private ExactMatrix product(List<Boolean> left, List<Boolean> right, ExactMatrix covariance) {
        int i = left.indexOf(false);
        int j = right.indexOf(false);
        ExactMatrix above = power(i).kronecker(power(j));
        ExactMatrix below = power(left.size() - 1 - i).kronecker(power(right.size() - 1 - j));
        return above.times(covariance).times(below);
    }

    private ExactMatrix power(int exponent) {
        ExactMatrix power = identity();
        for (int i = 0; i < exponent; i++) {
            power = power.times(mean);
        }
        return power;
    }

    /** The places (r, s) with r ≤ s. */
    private static List<int[]> pairs() {
        return IntStream.range(0, SIZE)
                .boxed()
                .flatMap(r -> IntStream.range(r, SIZE).mapToObj(s -> new int[] {r, s}))
                .toList();
    }

    /** An operator on symmetric X. */
    private static ExactMatrix symmetric(ExactMatrix operator) {
        List<int[]> pairs = pairs();
        return ExactMatrix.of(pairs.size(), (i, j) -> {
            int row = pairs.get(i)[0] * SIZE + pairs.get(i)[1];
            int[] pair = pairs.get(j);
            Rational entry = operator.at(row, pair[0] * SIZE + pair[1]);
            return pair[0] == pair[1] ? entry : entry.add(operator.at(row, pair[1] * SIZE + pair[0]));
        });
    }

    /** The numbers 𝔼x_r x_s, r ≤ s, of the point Θ. */
    static List<Rational> moments(List<Rational> theta) {
        List<Rational> x = new ArrayList<>(theta);
        x.add(Rational.ONE);
        return pairs().stream().map(p -> x.get(p[0]).multiply(x.get(p[1]))).toList();
    }

    /** The law after some steps, exact. */
    List<Rational> afterSteps(List<Rational> theta, Rational stepSize, int steps) {
        ExactMatrix step = step(stepSize);
        List<Rational> moments = moments(theta);
        for (int n = 0; n < steps; n++) {
            moments = step.times(moments);
        }
        return moments;
    }
}
