package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.modeq.examples.experiment.Experiment;
import org.modeq.examples.experiment.Findings;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.examples.experiment.Outcome;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/**
 * Which order of the steps on two domains ends best, and do brackets find it?
 *
 * <p>Rukhovich (2025); all orders one by one, and the exchange of neighbours that the bracket recommends.
 */
public final class OrderOfDomains implements Experiment {
    private static final int STEPS = 14;
    private static final int QUICK_STEPS = 10;
    private static final int ON_A = 6;

    /** The experiment; nothing is computed before it runs. */
    public OrderOfDomains() {}

    @Override
    public String name() {
        return "order-of-domains";
    }

    @Override
    public String question() {
        return "Which order of the steps on two domains ends best, and do exchanges chosen by the bracket find it?";
    }

    @Override
    public String paper() {
        return "Rukhovich: Commute Your Domains: Trajectory Optimality Criterion for Multi-Domain Learning (2025)";
    }

    @Override
    public String text() {
        return """
                Fourteen steps, each on domain A or on domain B, can be taken in 16384 orders, and all of them are. How often each
                domain comes matters, but among the 3003 orders with six steps on A the final loss still differs by a factor of
                more than a thousand: the order alone does that.

                Bracket control starts from one of the two block orders and exchanges the two neighbours for which h² p·[f_A, f_B]
                promises most; a promise that does not hold (the prediction is good to the order of h²) is passed over for the next
                one. It ends when no exchange helps. To see: from either block order it ends among the best orders with six
                steps on A, rank 3 and rank 69 of 3003, though not in the best one: exchanges of neighbours are a local search.

                A caution: fourteen steps of size 3/14 get lower than the best continuous mixture of both domains (example
                optimal-mixture). That is no contradiction; large steps reach points that flows do not, and only orders of equal step
                sizes can be compared.
                """;
    }

    @Override
    public String formulas() {
        return """
                \\begin{equation*}
                i^\\ast=\\operatorname*{arg\\,max}_{i:\\,s_i\\ne s_{i+1}}\\pm h^2\\,p_{i+2}\\cdot[f_A,f_B](\\theta_i),
                  \\qquad+\\text{ for }AB,\\ -\\text{ for }BA
                \\end{equation*}
                """;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of("domains", TwoDomains.DESCRIPTION, "steps", String.valueOf(STEPS)));
    }

    @Override
    public Findings run(Extent extent, Progress progress) {
        boolean isFull = extent == Extent.FULL;
        List<OrderedLoss> all = all(isFull ? STEPS : QUICK_STEPS);
        progress.report(1, 3);
        List<Outcome> outcomes = new ArrayList<>(isFull ? ofAll(all) : List.of());
        if (!isFull) {
            outcomes.add(Outcome.same(
                    "2 orders of 10 steps, the worst", all.get(all.size() - 1).order(), "AAAAAAAAAA"));
            outcomes.add(
                    Outcome.same("2 orders of 10 steps, the best", all.get(0).order(), "BAABAABABB"));
            outcomes.add(Outcome.digits("2 orders of 10 steps, best", all.get(0).loss(), "2.0641e-6"));
            outcomes.add(Outcome.digits("2 orders of 10 steps, median", median(all), "0.18420"));
        }
        Descent fromA = Descent.from("A".repeat(ON_A) + "B".repeat(STEPS - ON_A));
        Descent fromB = Descent.from("B".repeat(STEPS - ON_A) + "A".repeat(ON_A));
        outcomes.addAll(ofControl("AAAAAABBBBBBBB", fromA, "0.1395", "0.00203", 21));
        outcomes.addAll(ofControl("BBBBBBBBAAAAAA", fromB, "0.6916", "0.000623", 26));
        if (isFull) {
            List<OrderedLoss> withSix = withSix(all);
            outcomes.add(Outcome.within("2 bracket control from A first, rank", rank(fromA, withSix), 69, 0));
            outcomes.add(Outcome.within("2 bracket control from B first, rank", rank(fromB, withSix), 3, 0));
        }
        progress.report(2, 3);
        Findings findings = new Findings(outcomes, List.of(new Figure("orders", picture(all, fromA, fromB))));
        progress.report(3, 3);
        return findings;
    }

    /** An order and the L_E that it ends with. */
    record OrderedLoss(String order, double loss) {}

    /** Every order of so many steps, the best first. */
    static List<OrderedLoss> all(int steps) {
        return IntStream.range(0, 1 << steps)
                .mapToObj(bits -> {
                    StringBuilder order = new StringBuilder();
                    for (int k = 0; k < steps; k++) {
                        order.append((bits >> k & 1) == 1 ? 'B' : 'A');
                    }
                    return new OrderedLoss(
                            order.toString(), OrderedSteps.of(order.toString()).loss());
                })
                .sorted(Comparator.comparingDouble(OrderedLoss::loss).thenComparing(OrderedLoss::order))
                .toList();
    }

    private static List<OrderedLoss> withSix(List<OrderedLoss> all) {
        return all.stream()
                .filter(each ->
                        each.order().chars().filter(domain -> domain == 'A').count() == ON_A)
                .toList();
    }

    private static double median(List<OrderedLoss> sorted) {
        int n = sorted.size();
        return (sorted.get((n - 1) / 2).loss() + sorted.get(n / 2).loss()) / 2;
    }

    private static List<Outcome> ofAll(List<OrderedLoss> all) {
        List<OrderedLoss> withSix = withSix(all);
        OrderedLoss worst = all.get(all.size() - 1);
        return List.of(
                Outcome.digits("2 orders, best", all.get(0).loss(), "5.5120e-4"),
                Outcome.same("2 orders, the best", all.get(0).order(), "BBAABABABAABBB"),
                Outcome.digits("2 orders, next", all.get(1).loss(), "5.9293e-4"),
                Outcome.same("2 orders, the next", all.get(1).order(), "BBABAABABAABBB"),
                Outcome.digits("2 orders, median", median(all), "0.14959"),
                Outcome.digits("2 orders, worst", worst.loss(), "0.77785"),
                Outcome.same("2 orders, the worst", worst.order(), "A".repeat(STEPS)),
                Outcome.within("2 orders with six A", withSix.size(), 3003, 0),
                Outcome.digits("2 orders with six A, median", median(withSix), "0.09292"));
    }

    /** Bracket control: the exchanges one after the other until none helps. */
    record Descent(List<OrderedLoss> visited) {
        Descent {
            visited = List.copyOf(visited);
        }

        static Descent from(String start) {
            List<OrderedLoss> visited = new ArrayList<>();
            Optional<String> next = Optional.of(start);
            while (next.isPresent()) {
                OrderedSteps steps = OrderedSteps.of(next.get());
                visited.add(new OrderedLoss(steps.order(), steps.loss()));
                next = exchange(steps);
            }
            return new Descent(visited);
        }

        /** The exchange with the largest predicted gain among those that help. */
        private static Optional<String> exchange(OrderedSteps steps) {
            return IntStream.range(0, steps.order().length() - 1)
                    .filter(steps::isSwap)
                    .boxed()
                    .filter(place -> steps.predictedGain(place) > 0 && steps.gain(place) > 0)
                    .max(Comparator.comparingDouble(steps::predictedGain))
                    .map(steps::swapped);
        }

        int exchanges() {
            return visited.size() - 1;
        }

        OrderedLoss end() {
            return visited.get(exchanges());
        }
    }

    private static List<Outcome> ofControl(String block, Descent descent, String first, String last, int exchanges) {
        String name = "2 bracket control from " + block;
        double end = descent.end().loss();
        return List.of(
                Outcome.digits(name + ", first loss", descent.visited().get(0).loss(), first),
                Outcome.digits(name + ", last loss", end, last),
                Outcome.atMost(name + ", bound of the last loss", end, 0.003),
                Outcome.within(name + ", exchanges", descent.exchanges(), exchanges, 0));
    }

    private static int rank(Descent descent, List<OrderedLoss> sorted) {
        return 1
                + (int) sorted.stream()
                        .filter(each -> each.loss() < descent.end().loss())
                        .count();
    }

    private static Plot picture(List<OrderedLoss> all, Descent fromA, Descent fromB) {
        int[] shares = IntStream.rangeClosed(0, 200)
                .map(k -> (int) Math.round(k / 200.0 * (all.size() - 1)))
                .toArray();
        List<Mark> sorted = Arrays.stream(shares)
                .mapToObj(place ->
                        Mark.at(26.0 * place / (all.size() - 1), all.get(place).loss()))
                .toList();
        return new Plot(
                "Exchanges of neighbouring steps that the bracket recommends",
                "The final loss after each exchange, from the order with all of A first and from that with all of B first; the line is"
                        + " the loss of all orders, sorted, from the best at the left to the worst at the right.",
                Axis.whole("exchanges"),
                Axis.logarithmic("final loss"),
                false,
                List.of(
                        new Curve(
                                "all " + all.size() + " orders of "
                                        + all.get(0).order().length() + " steps, sorted",
                                0,
                                Look.LINE,
                                sorted),
                        new Curve("from AAAAAABBBBBBBB", 1, Look.LINE_AND_MARKS, marks(fromA)),
                        new Curve("from BBBBBBBBAAAAAA", 2, Look.LINE_AND_MARKS, marks(fromB))),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Mark> marks(Descent descent) {
        return IntStream.range(0, descent.visited().size())
                .mapToObj(k -> Mark.at(k, descent.visited().get(k).loss()))
                .toList();
    }
}
