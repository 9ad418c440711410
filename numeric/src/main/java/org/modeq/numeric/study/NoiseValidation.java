package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.weak.Batches;
import org.modeq.numeric.weak.ModifiedGenerator;
import org.modeq.numeric.weak.OneStep;
import org.modeq.symbolic.tree.Colour;

/**
 * The protocol for SGD with independent draws: its modified generator to h^(N−1) and its stochastic equations against SGD itself, on
 * a problem and on three random ones.
 *
 * <p>Its clock is the step; every field of the problem is a batch, all equally likely.
 */
public final class NoiseValidation {
    private static final int HIGHEST_ORDER = 4;
    private static final int MOST_VARIABLES = 4;
    private static final int MOST_BATCHES = 8;
    private static final int HALVINGS = 5;
    private static final double FINER = 1.0 / 8;

    /** Powers of h beyond N + 1 in the local defect. */
    private static final int FURTHER = 2;

    private static final int FEWEST_DEGREES = 3;

    /** Up to which weak order there is a stochastic equation whatever the noise is. */
    private static final int OF_EQUATIONS = 2;

    /** Polynomial losses, polynomial fields, transcendental fields; networks have too many variables. */
    private static final List<Integer> KINDS = List.of(0, 1, 4);

    private static final int MOST_TRIES = 6;

    /** Of two batches every odd cumulant vanishes, and terms with it could not be tested. */
    private static final int RANDOM_BATCHES = 3;

    private final int order;
    private final long seed;
    private final ModifiedGenerator generator;

    private NoiseValidation(int order, long seed) {
        this.order = order;
        this.seed = seed;
        this.generator = ModifiedGenerator.ofSampling(order);
    }

    /**
     * The protocol.
     *
     * @param order N, from 1 to 4: the generator to h^(N−1)
     * @param seed of the random problems and of the draws
     * @return the protocol, ready for a problem
     * @throws IllegalArgumentException if N is out of range
     */
    public static NoiseValidation of(int order, long seed) {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException("given the order " + order + " of sgd, expected 1 to " + HIGHEST_ORDER
                    + ": every coefficient of its generator is tested by a wrong one");
        }
        return new NoiseValidation(order, seed);
    }

    /** One problem with everything that is measured on it. */
    private final class Subject {
        private final String name;
        private final Batches batches;
        private final double[] start;
        private final OneStep step;
        private final double firstStep;

        Subject(ValidationProblem problem) {
            this.name = problem.name();
            this.batches = Batches.of(List.copyOf(problem.fields().values()));
            this.start = problem.start();
            this.step = OneStep.of(batches, start, Math.max(FEWEST_DEGREES, order), order + FURTHER);
            this.firstStep = Validation.firstStep(name, step.images(ModifiedGenerator.ofSampling(order + 1)), order);
        }

        /** Layer A: the powers of h to N. */
        ValidationReport.Comparison coefficients(List<double[]> tested) {
            ValidationReport.Comparison powers = ValidationReport.Comparison.inDoubles(
                    name, CoefficientCheck.tolerance(order), step.powers().subList(0, order), tested.subList(0, order));
            List<double[]> images = step.images(generator);
            List<Double> sizes = images.stream()
                    .map(image -> Euclidean.norm(image) / Euclidean.norm(images.get(0)))
                    .toList();
            return new ValidationReport.Comparison(
                    name, powers.precision(), powers.worst(), CoefficientCheck.tolerance(order), sizes);
        }

        /** Layer B: the means of a real step against the series. */
        ValidationReport.Defects defects(List<double[]> powers) {
            return ValidationReport.Defects.measured(name, FINER * firstStep, HALVINGS, order + 1.0, h -> {
                double[] defect = step.means(h);
                for (int power = 1; power <= powers.size(); power++) {
                    Euclidean.add(defect, -Math.pow(h, power), powers.get(power - 1));
                }
                return Euclidean.norm(defect);
            });
        }

        WeakLadder ladder(ModifiedGenerator tested, int expected) {
            NoiseCheck check = new NoiseCheck(name, batches, start);
            return Validation.withinReach(firstStep, first -> check.computed(tested, expected, first));
        }

        WeakLadder sampled() {
            NoiseCheck check = new NoiseCheck(name, batches, start);
            return Validation.withinReach(firstStep, first -> check.sampled(order, first, seed));
        }
    }

    /**
     * Runs the protocol.
     *
     * @param problem the problem, its fields the batches
     * @param stepSize h for the regime; empty for the largest of the ladder
     * @param progress hears of every part
     * @return what was measured
     * @throws IllegalArgumentException if there are fewer than two or too many batches, or too many variables
     * @throws ArithmeticException if a run or a flow leaves the finite numbers
     */
    public ValidationReport on(ValidationProblem problem, OptionalDouble stepSize, Progress progress) {
        requireSmall(problem);
        long before = Validation.cpuNanoseconds();
        Subject own = new Subject(problem);
        List<WeakLadder> noise = new ArrayList<>();
        noise.add(own.ladder(generator, order));
        progress.report(1, 4 + KINDS.size());
        if (order <= OF_EQUATIONS) {
            noise.add(own.ladder(ModifiedGenerator.ofSde(order), order));
            noise.add(own.sampled());
        }
        progress.report(2, 4 + KINDS.size());
        List<Subject> subjects = new ArrayList<>(List.of(own));
        for (int kind : KINDS) {
            drawn(kind, subjects, noise);
            progress.report(2L + subjects.size() - 1, 4 + KINDS.size());
        }
        List<ValidationReport.Comparison> coefficients = subjects.stream()
                .map(subject -> subject.coefficients(subject.step.powers(generator)))
                .toList();
        List<ValidationReport.Defects> defects = subjects.stream()
                .map(subject -> subject.defects(subject.step.powers(generator)))
                .toList();
        List<ValidationReport.Noticed> mutants = mutants(subjects.subList(1, subjects.size()));
        Regime regime = NoiseRegime.of(
                problem.name(),
                own.batches,
                own.start,
                own.step.images(ModifiedGenerator.ofSampling(order + 2)),
                stepSize.orElse(own.firstStep),
                order);
        progress.report(4 + KINDS.size(), 4 + KINDS.size());
        double cpu = (Validation.cpuNanoseconds() - before) * 1e-9;
        return new ValidationReport(
                problem.name(),
                "sgd",
                order,
                order,
                layers(),
                coefficients,
                untested(coefficients),
                defects,
                List.of(),
                noise,
                mutants,
                regime,
                cpu,
                cpu / Validation.secondsOfOneEvaluation(problem));
    }

    private static void requireSmall(ValidationProblem problem) {
        int batches = problem.fields().size();
        if (batches < 2 || batches > MOST_BATCHES || problem.dimension() > MOST_VARIABLES) {
            throw new IllegalArgumentException("given sgd on " + problem.name() + " with " + batches + " batches and "
                    + problem.dimension() + " variables, expected 2 to " + MOST_BATCHES + " batches and at most "
                    + MOST_VARIABLES
                    + " variables: its laws are followed by all their moments; take a smaller problem");
        }
    }

    private List<ValidationReport.Layer> layers() {
        return List.of(
                new ValidationReport.Layer(
                        "A", "coefficients", "exp(h𝓛)φ from forests against the mean over a step, by powers of h"),
                new ValidationReport.Layer(
                        "B",
                        "local weak defect",
                        "𝔼φ after a real step against exp(h𝓛)φ, slope " + (order + 1) + " expected"),
                new ValidationReport.Layer(
                        "E", "noise", "moments to degree 3 at a fixed horizon, slope " + order + " expected"),
                new ValidationReport.Layer("D", "null tests", "every wrong generator is noticed"));
    }

    /** Draws a random problem on which the ladder has enough points that can be used; the last one if none has. */
    private void drawn(int kind, List<Subject> subjects, List<WeakLadder> noise) {
        SortedSet<Colour> names = new TreeSet<>();
        for (int batch = 0; batch < RANDOM_BATCHES; batch++) {
            names.add(new Colour(Character.toString('A' + batch)));
        }
        for (int attempt = 0; ; attempt++) {
            Subject subject = new Subject(RandomProblems.of(names, kind, seed, attempt));
            WeakLadder ladder = subject.ladder(generator, order);
            if (ladder.ladder().fit().isPresent() || attempt == MOST_TRIES) {
                subjects.add(subject);
                noise.add(ladder);
                return;
            }
        }
    }

    private List<Integer> untested(List<ValidationReport.Comparison> coefficients) {
        List<Integer> untested = new ArrayList<>();
        for (int k = 1; k <= order; k++) {
            int place = k - 1;
            if (coefficients.stream()
                    .noneMatch(comparison -> comparison.sizes().get(place) >= CoefficientCheck.SMALLEST_TERM)) {
                untested.add(k);
            }
        }
        return untested;
    }

    private List<ValidationReport.Noticed> mutants(List<Subject> subjects) {
        List<ValidationReport.Noticed> verdicts = new ArrayList<>();
        for (WrongGenerator wrong : WrongGenerator.of(generator)) {
            List<String> by = noticed(subjects, wrong.generator());
            boolean isDropped = wrong.lostOrder() > 0;
            Optional<ValidationReport.Ladder> ladder = isDropped
                    ? subjects.stream()
                            .map(subject -> subject.ladder(wrong.generator(), wrong.lostOrder())
                                    .ladder())
                            .filter(found -> found.fit().isPresent())
                            .findFirst()
                    : Optional.empty();
            if (ladder.filter(Validation::losesOrders).isPresent()) {
                by.add("E");
            }
            verdicts.add(new ValidationReport.Noticed(
                    wrong.name(), by, isDropped ? List.of("A", "E") : List.of("A"), ladder));
        }
        return Collections.unmodifiableList(verdicts);
    }

    /** The layers A and B on the first problem where A notices something. */
    private static List<String> noticed(List<Subject> subjects, ModifiedGenerator wrong) {
        List<String> by = new ArrayList<>();
        for (int i = 0; i < subjects.size() && by.isEmpty(); i++) {
            List<double[]> powers = subjects.get(i).step.powers(wrong);
            if (!subjects.get(i).coefficients(powers).passes()) {
                by.add("A");
                if (!subjects.get(i).defects(powers).passes()) {
                    by.add("B");
                }
            }
        }
        return by;
    }
}
