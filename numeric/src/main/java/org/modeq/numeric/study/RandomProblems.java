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

    private final SortedSet<Colour> colours;
    private final long seed;

    private RandomProblems(SortedSet<Colour> colours, long seed) {
        this.colours = colours;
        this.seed = seed;
    }

    /** Five problems: polynomial losses, polynomial fields, networks of tanh, of softmax, and fields of sines and exponentials. */
    static List<ValidationProblem> of(SortedSet<Colour> colours, long seed) {
        RandomProblems random = new RandomProblems(colours, seed * 10 * SEEDS_PER_PROBLEM);
        return List.of(
                random.problem("polynomial losses", 0, RandomProblems::polynomialLoss),
                random.problem("polynomial fields", 1, RandomProblems::polynomialField),
                random.problem("tanh networks", 2, stream -> network(stream, OutputLoss.MEAN_SQUARED_ERROR)),
                random.problem("softmax networks", 3, stream -> network(stream, OutputLoss.SOFTMAX_CROSS_ENTROPY)),
                random.problem("transcendental fields", 4, RandomProblems::transcendentalField));
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
            start[i] = Math.rint(8 * start[i]) / 16;
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

    /** Three components with all monomials of degrees 0 to 3 in three variables. */
    private static Node polynomialField(long seed) {
        RandomStream stream = RandomStream.ofSeed(seed);
        List<Expression> components = new ArrayList<>();
        for (int component = 0; component < 3; component++) {
            Expression sum = Expression.of(sixteenths(stream));
            for (int i = 0; i < 3; i++) {
                Expression x = Expression.variable(i, "x" + i);
                sum = sum.add(x.scaled(sixteenths(stream)));
                for (int j = i; j < 3; j++) {
                    Expression square = x.multiply(Expression.variable(j, "x" + j));
                    sum = sum.add(square.scaled(sixteenths(stream)));
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
                .scaled(sixteenths(stream))
                .add(Expression.variable(1, "x1").scaled(sixteenths(stream)))
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
