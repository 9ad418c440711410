package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;

/**
 * The shortest sequences of steps on a few fields whose modified field has no bracket at the orders h, h², …, h^r.
 *
 * <p>A step of size w on A is e^X with X = w A for an exact flow, X = w A + w² A_2 + w³ A_3 + … for an Euler step. All words
 * of steps with the given sizes are tried, shorter ones first, that begin with the first field and give every field the
 * same total size, not 0. With positive sizes no word does without brackets at h² (Sheng 1989; Suzuki 1991).
 */
public final class BracketFreeWords {
    private static final long MOST_WORDS = 300_000;

    private final Alphabet fields;
    private final int power;
    private final List<Step> steps = new ArrayList<>();

    /** One step with its exponential. */
    private record Step(Letter field, Rational size, FreeAssociative<Rational> exponential) {
        @Override
        public String toString() {
            return size.equals(Rational.ONE)
                    ? field.toString()
                    : ExponentialProduct.written(new TreeMap<>(Map.of(field, size)));
        }
    }

    /**
     * A word that was found.
     *
     * @param power r: there is no bracket at h, …, h^r
     * @param word the steps, the first acting first, as {@code A,B,B,A}
     * @param length how many steps there are
     */
    public record Found(int power, String word, int length) {}

    private BracketFreeWords(
            Alphabet fields, List<Rational> sizes, int power, Function<Letter, SortedMap<Letter, Rational>> exponent) {
        this.fields = fields;
        this.power = power;
        for (Letter field : fields.letters()) {
            for (Rational size : sizes) {
                SortedMap<Letter, Rational> scaled = new TreeMap<>();
                exponent.apply(field)
                        .forEach(
                                (letter, value) -> scaled.put(letter, value.multiply(size.pow(letter.letterWeight()))));
                steps.add(new Step(
                        field,
                        size,
                        FreeAssociative.ofLetters(RATIONALS, scaled, power + 1).exp()));
            }
        }
    }

    /**
     * Searches sequences of Euler steps.
     *
     * @param fields the fields
     * @param sizes the sizes that a step may have
     * @param longest the largest number of steps
     * @param power r ≥ 1
     * @return for each power up to r the shortest words that have no bracket up to it, if there are any
     * @throws IllegalArgumentException if r &lt; 1 or there are more than 300,000 words to try
     */
    public static List<Found> ofEulerSteps(Alphabet fields, List<Rational> sizes, int longest, int power) {
        return search(fields, sizes, longest, power, field -> {
            SortedMap<Letter, Rational> exponent = new TreeMap<>();
            for (int weight = 1; weight <= power + 1; weight++) {
                exponent.put(new Letter(field.field(), weight), Rational.ONE);
            }
            return exponent;
        });
    }

    /**
     * Searches sequences of exact flows.
     *
     * @param fields the fields
     * @param sizes the sizes that a flow may have
     * @param longest the largest number of flows
     * @param power r ≥ 1
     * @return for each power up to r the shortest words that have no bracket up to it, if there are any
     * @throws IllegalArgumentException if r &lt; 1 or there are more than 300,000 words to try
     */
    public static List<Found> ofFlows(Alphabet fields, List<Rational> sizes, int longest, int power) {
        return search(fields, sizes, longest, power, field -> new TreeMap<>(Map.of(field, Rational.ONE)));
    }

    private static List<Found> search(
            Alphabet fields,
            List<Rational> sizes,
            int longest,
            int power,
            Function<Letter, SortedMap<Letter, Rational>> exponent) {
        double words = Math.pow((double) fields.letters().size() * sizes.size(), longest);
        if (power < 1 || sizes.isEmpty() || longest < 1 || words > MOST_WORDS) {
            throw new IllegalArgumentException("given words of at most " + longest + " steps of the sizes " + sizes
                    + " on " + fields.letters() + " and the power " + power
                    + ", expected a power of at least 1 and at most "
                    + MOST_WORDS + " words; take shorter words or fewer sizes");
        }
        return new BracketFreeWords(fields, sizes, power, exponent).search(longest);
    }

    private List<Found> search(int longest) {
        List<Found> found = new ArrayList<>();
        int best = 0;
        for (int length = fields.letters().size(); length <= longest && best < power; length++) {
            List<Found> ofLength = new ArrayList<>();
            extend(new ArrayList<>(), FreeAssociative.one(RATIONALS, power + 1), length, best, ofLength);
            found.addAll(ofLength);
            best = ofLength.stream().mapToInt(Found::power).max().orElse(best);
        }
        return found;
    }

    private void extend(List<Step> word, FreeAssociative<Rational> product, int length, int best, List<Found> found) {
        if (word.size() == length) {
            int reached = isFair(word) ? bracketFree(product) : 0;
            if (reached > best) {
                String text = word.stream().map(Step::toString).collect(Collectors.joining(","));
                found.add(new Found(reached, text, length));
            }
            return;
        }
        for (Step step : steps) {
            if (!word.isEmpty() || step.field().equals(fields.letters().get(0))) {
                word.add(step);
                extend(word, product.multiply(step.exponential()), length, best, found);
                word.remove(word.size() - 1);
            }
        }
    }

    /** The highest power up to which the logarithm has letters only. */
    private int bracketFree(FreeAssociative<Rational> product) {
        return product.log().terms().keySet().stream()
                .filter(word -> word.length() > 1)
                .mapToInt(word -> word.weight() - 2)
                .min()
                .orElse(power);
    }

    /** Whether every field has the same total size. */
    private boolean isFair(List<Step> word) {
        Rational total = total(word, fields.letters().get(0));
        return !total.isZero()
                && fields.letters().stream()
                        .allMatch(field -> total(word, field).equals(total));
    }

    private static Rational total(List<Step> word, Letter field) {
        return word.stream()
                .filter(step -> step.field().equals(field))
                .map(Step::size)
                .reduce(Rational.ZERO, Rational::add);
    }
}
