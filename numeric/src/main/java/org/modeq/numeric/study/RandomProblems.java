package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.DenseNetwork;
import org.modeq.numeric.model.NetworkLoss;
import org.modeq.numeric.model.OutputLoss;
import org.modeq.numeric.model.PolynomialLoss;
import org.modeq.numeric.model.RandomStream;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/**
 * Small random problems with the fields of any method: two that are gradients of polynomials or networks would not tell a
 * formula that is right for gradients only, so there are fields among them that are none.
 */
final class RandomProblems {
    private static final int SAMPLES = 4;
    private static final long SEEDS_PER_PROBLEM = 1000;
    private static final long SEEDS_PER_TRY = 10 * SEEDS_PER_PROBLEM;
    private static final long MOST_TRIES = 1000;

    private final SortedSet<Colour> colours;
    private final long seed;

    private RandomProblems(SortedSet<Colour> colours, long seed) {
        this.colours = colours;
        this.seed = seed;
    }

    /** How a kind of problem is drawn. */
    private record Kind(String name, LongFunction<Node> field) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("polynomial losses", RandomProblems::polynomialLoss),
            new Kind("polynomial fields", RandomProblems::polynomialField),
            new Kind("tanh networks", seed -> network(seed, OutputLoss.MEAN_SQUARED_ERROR)),
            new Kind("softmax networks", seed -> network(seed, OutputLoss.SOFTMAX_CROSS_ENTROPY)),
            new Kind("transcendental fields", RandomProblems::transcendentalField));

    /** {@return the number of kinds} */
    static int kinds() {
        return KINDS.size();
    }

    /** A problem of a kind: polynomial losses or fields, networks of tanh or softmax, fields of sines and exponentials. */
    static ValidationProblem of(SortedSet<Colour> colours, int kind, long seed, int attempt) {
        RandomProblems random = new RandomProblems(colours, (seed * MOST_TRIES + attempt) * SEEDS_PER_TRY);
        return random.problem(KINDS.get(kind).name(), kind, KINDS.get(kind).field());
    }

    private ValidationProblem problem(String name, int number, LongFunction<Node> field) {
        SortedMap<Colour, Node> fields = new TreeMap<>();
        long next = seed + number * SEEDS_PER_PROBLEM;
        for (Colour colour : colours) {
            fields.put(colour, field.apply(++next));
        }
        int dimension = fields.values().iterator().next().rows();
        double[] start = RandomStream.ofSeed(++next).normals(dimension);
        for (int i = 0; i < dimension; i++) {
            // Four bits after the point: the same number in every precision.
            start[i] = Math.rint(16 * start[i]) / 16;
        }
        return ValidationProblem.of(name, fields, start);
    }

    /** All monomials of degrees 1 to 4 in two variables. */
    private static Node polynomialLoss(long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<PolynomialLoss.Term> terms = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            for (int j = 0; i + j <= 4; j++) {
                if (i + j > 0) {
                    terms.add(new PolynomialLoss.Term(stream.normals(1)[0] / (i + j), List.of(i, j)));
                }
            }
        }
        return PolynomialLoss.of(2, terms).graphLoss().negativeGradientNode();
    }

    private static Rational sixteenths(RandomStream stream) {
        return Rational.of(Math.round(16 * stream.normals(1)[0]), 16);
    }

    /** As large as one of the monomials of a degree may be, of which there are many. */
    private static Rational coefficient(RandomStream stream, int degree) {
        return sixteenths(stream).divide(Rational.of(1L << degree));
    }

    /** Three components with all monomials of degrees 0 to 3 in three variables. */
    private static Node polynomialField(long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<Expression> components = new ArrayList<>();
        for (int component = 0; component < 3; component++) {
            Expression sum = Expression.of(sixteenths(stream));
            for (int i = 0; i < 3; i++) {
                Expression x = Expression.variable(i, "x" + i);
                sum = sum.add(x.scaled(coefficient(stream, 1)));
                for (int j = i; j < 3; j++) {
                    Expression square = x.multiply(Expression.variable(j, "x" + j));
                    sum = sum.add(square.scaled(coefficient(stream, 2)));
                    for (int k = j; k < 3; k++) {
                        sum = sum.add(
                                square.multiply(Expression.variable(k, "x" + k)).scaled(sixteenths(stream)));
                    }
                }
            }
            components.add(sum);
        }
        return ExpressionGraph.exact(3).column(components);
    }

    /** Two components a sin(b x + c y) + d exp(e x + f y). */
    private static Node transcendentalField(long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<Expression> components = new ArrayList<>();
        for (int component = 0; component < 2; component++) {
            Expression sine = Expression.application("sin", linear(stream)).scaled(sixteenths(stream));
            Expression exponential =
                    Expression.application("exp", linear(stream)).scaled(sixteenths(stream));
            components.add(sine.add(exponential));
        }
        return ExpressionGraph.exact(2).column(components);
    }

    private static Expression linear(RandomStream stream) {
        return Expression.variable(0, "x0")
                .scaled(coefficient(stream, 1))
                .add(Expression.variable(1, "x1").scaled(coefficient(stream, 1)))
                .add(Expression.of(sixteenths(stream)));
    }

    /** Two inputs, two units, two outputs, on four random samples of two classes. */
    private static Node network(long seed, OutputLoss loss) {
        RandomStream stream = RandomStream.ofSeed(seed);
        DMatrixRMaj features = new DMatrixRMaj(SAMPLES, 2, true, stream.normals(2 * SAMPLES));
        double[] classes = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            classes[i] = i % 2;
        }
        DenseNetwork network = DenseNetwork.of(Activation.TANH, 2, 2, 2);
        return NetworkLoss.of(network, loss, Dataset.of(features, classes))
                .graphLoss()
                .negativeGradientNode();
    }
}
