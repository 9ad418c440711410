package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.modeq.symbolic.ring.PrimeField;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.DescentBound;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.FreeLieDimension;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;

/**
 * All coordinates of log(e^X₁ … e^X_K) in the Lyndon basis up to a weight, exact: the fast twin of
 * {@link LieSeries#logOfProduct}.
 *
 * <p>With the integers x_k(a) = D times the coefficients of X_k, D their common denominator, and n = |l|, the number
 * d_n Dⁿ c_l is an integer ({@link CommonDenominator}); it is found by its remainders modulo primes of 62 bits
 * ({@link LyndonWalk}). How many primes are enough is proved. Read the dual basis as sums over linear extensions: S_l is
 * Σ over the linear extensions of a tree with n vertices, divided by a symmetry number, of the words along them. The
 * coefficient of a word v in g^N is a sum over the ways to take its letters from exponentials k at places s in them, each
 * with its Π x_k(vᵢ) and the number C(N + n − 1 − δ, n) of choices of the copies, δ the number of descents of (k, s) along
 * v. So, with the bound B of {@link DescentBound},
 * <pre>
 *   Dⁿ |c_l| ≤ Π ρ(vᵢ) · B(Σ_v S_l(v)),       ρ(a) = Σ_k |x_k(a)|.
 * </pre>
 *
 * <p>Cost: for each word and prime about as many products as there are powers of s, times the number of copies of g: at
 * most (N+1)N for weight N. Memory: 18 bytes a word, 8 more for each further prime.
 */
public final class LyndonCoordinates {
    /** Of a table with its copies while it grows; measured, rounded up. */
    private static final long BYTES_PER_WORD = 120;

    /** Twice, and more by far than the rounding errors of a bound. */
    private static final double TWICE = 2.001;

    /** The product of all primes there are, rounded down. */
    private static final double GREATEST =
            0.999 * PrimeField.FIELDS.stream().mapToDouble(PrimeField::prime).reduce(1, (a, b) -> a * b);

    private final ExponentialProduct product;
    private final int maximalWeight;
    private final LyndonAlphabet alphabet;
    private final BigInteger scale;
    private final ResidueTable table = new ResidueTable();

    private LyndonCoordinates(ExponentialProduct product, Collection<Letter> letters, int maximalWeight) {
        this.product = product;
        this.maximalWeight = maximalWeight;
        this.alphabet = new LyndonAlphabet(letters, maximalWeight);
        this.scale = product.denominator();
    }

    /**
     * Computes the coordinates.
     *
     * @param product e^X₁ … e^X_K
     * @param letters the letters of the free Lie algebra; those of the product are added
     * @param maximalWeight N ≥ 1
     * @return the coordinates
     * @throws IllegalArgumentException if N &lt; 1, there is no letter, or the words up to N do not fit into memory
     */
    public static LyndonCoordinates of(ExponentialProduct product, Collection<Letter> letters, int maximalWeight) {
        if (maximalWeight < 1) {
            throw new IllegalArgumentException(
                    "given degree " + maximalWeight + ", expected at least 1; degree 2 is the first bracket");
        }
        SortedSet<Letter> all = new TreeSet<>(letters);
        all.addAll(product.letters());
        requireThatItFits(List.copyOf(all), maximalWeight, Runtime.getRuntime().maxMemory());
        LyndonCoordinates coordinates = new LyndonCoordinates(product, all, maximalWeight);
        coordinates.compute();
        return coordinates;
    }

    /** Refuses a weight whose words need more than three quarters of the given memory, naming the largest that fits. */
    static void requireThatItFits(List<Letter> letters, int maximalWeight, long bytes) {
        // Where words do not fit into a long the alphabet refuses them, if memory does not end before.
        int highest = Math.min(maximalWeight, LyndonAlphabet.highestWeight(letters));
        List<BigInteger> words = FreeLieDimension.byWeight(new Alphabet(letters), highest);
        BigInteger room = BigInteger.valueOf(bytes / 4 * 3 / BYTES_PER_WORD);
        BigInteger stored = BigInteger.ZERO;
        for (int weight = 1; weight <= highest; weight++) {
            stored = stored.add(words.get(weight - 1));
            if (stored.compareTo(room) > 0) {
                throw new IllegalArgumentException("degree " + maximalWeight + " over "
                        + LyndonAlphabet.described(letters) + " needs more than the " + (bytes >> 20)
                        + " MB of memory there are; the largest degree that fits is "
                        + (weight - 1) + " (more memory: MODEQ_JAVA_OPTS=-Xmx…)");
            }
        }
    }

    private void compute() {
        Bounds bounds = new Bounds(alphabet.longestWord(maximalWeight));
        for (PrimeField field : PrimeField.FIELDS) {
            walk(field, bounds);
            BigInteger largest = new BigDecimal(TWICE * bounds.largest).toBigInteger();
            if (table.product().compareTo(largest) > 0) {
                return;
            }
        }
        throw new AssertionError(bounds.largest);
    }

    /** The largest bound of an integer d_n Dⁿ c_l. */
    private final class Bounds {
        private final double[] denominators;
        private final double[] factorials;
        private final DescentBound[] descents;
        private double largest;

        Bounds(int longest) {
            denominators = IntStream.rangeClosed(0, longest)
                    .mapToDouble(n -> CommonDenominator.of(n).doubleValue())
                    .toArray();
            factorials = new double[longest + 1];
            factorials[0] = 1;
            for (int n = 1; n <= longest; n++) {
                factorials[n] = n * factorials[n - 1];
            }
            descents = IntStream.rangeClosed(0, longest)
                    .mapToObj(n -> new DescentBound(Math.max(n, 1)))
                    .toArray(DescentBound[]::new);
        }

        void add(int length, double flat, double ways) {
            double extensions = factorials[length] * flat;
            double factor = denominators[length] * ways;
            if (factor * extensions / length > largest) {
                largest = Math.max(largest, factor * descents[length].of(extensions));
                requireThatItIsFound(largest);
            }
        }
    }

    /** At the first word that asks for more than there are primes, before the others are walked through. */
    private void requireThatItIsFound(double bound) {
        if (!(TWICE * bound < GREATEST)) {
            throw new IllegalArgumentException("given degree " + maximalWeight
                    + " and factors whose coefficients may be fractions of more than " + (int) Math.log10(GREATEST)
                    + " digits; lower the degree or give factors with fewer digits");
        }
    }

    private void walk(PrimeField field, Bounds bounds) {
        int longest = alphabet.longestWord(maximalWeight);
        boolean isFirst = table.size() == 0;
        long[] denominators = IntStream.rangeClosed(0, longest)
                .mapToLong(n -> field.of(CommonDenominator.of(n)))
                .toArray();
        Remainders remainders = new Remainders(Math.max(1024, table.size()));
        LyndonWalk.Sink sink = (code, length, weight, coordinate, flat, ways) -> {
            if (isFirst) {
                table.append(code, length, weight);
                bounds.add(length, flat, ways);
            }
            remainders.add(field.multiply(denominators[length], coordinate));
        };
        IteratedIntegrals integrals = new IteratedIntegrals(field, multiples(field), longest);
        new LyndonWalk(alphabet, integrals, masses(), maximalWeight, sink).run();
        table.add(field, remainders.values);
    }

    /** A growing list. */
    private static final class Remainders {
        private long[] values;
        private int size;

        Remainders(int room) {
            values = new long[room];
        }

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }
    }

    /** x_k(a) modulo a prime, the last exponential first. */
    private long[][] multiples(PrimeField field) {
        int pieces = product.factors().size();
        long[][] multiples = new long[pieces][alphabet.size()];
        for (int k = 0; k < pieces; k++) {
            for (int a = 0; a < alphabet.size(); a++) {
                multiples[k][a] = field.of(integer(pieces - 1 - k, a));
            }
        }
        return multiples;
    }

    /** ρ(a) = Σ_k |x_k(a)| by letter. */
    private double[] masses() {
        return IntStream.range(0, alphabet.size())
                .mapToDouble(a -> IntStream.range(0, product.factors().size())
                        .mapToDouble(k -> integer(k, a).abs().doubleValue())
                        .sum())
                .toArray();
    }

    /** x_k(a). */
    private BigInteger integer(int k, int a) {
        Rational value = product.factors().get(k).getOrDefault(alphabet.letter(a), Rational.ZERO);
        return value.numerator().multiply(scale.divide(value.denominator()));
    }

    /** {@return e^X₁ … e^X_K} */
    public ExponentialProduct product() {
        return product;
    }

    /** {@return N, the weight up to which the coordinates are known} */
    public int maximalWeight() {
        return maximalWeight;
    }

    /**
     * The numbers of one weight.
     *
     * @param weight the weight
     * @param words how many Lyndon words there are
     * @param nonzero how many of them have c_l ≠ 0
     * @param sum Σ c_l
     * @param absoluteSum Σ |c_l|
     */
    public record Totals(int weight, long words, long nonzero, Rational sum, Rational absoluteSum) {}

    /** {@return the numbers of the weights 1, 2, …, N} */
    public List<Totals> totals() {
        int longest = alphabet.longestWord(maximalWeight);
        IntegerSum[][] sums = new IntegerSum[maximalWeight + 1][longest + 1];
        long[] words = new long[maximalWeight + 1];
        long[] nonzero = new long[maximalWeight + 1];
        for (int i = 0; i < table.size(); i++) {
            int weight = table.weight(i);
            int length = table.length(i);
            if (sums[weight][length] == null) {
                sums[weight][length] = new IntegerSum();
            }
            words[weight]++;
            if (!table.isZero(i)) {
                nonzero[weight]++;
                table.addTo(sums[weight][length], i);
            }
        }
        List<Totals> totals = new ArrayList<>();
        for (int weight = 1; weight <= maximalWeight; weight++) {
            Rational sum = Rational.ZERO;
            Rational absoluteSum = Rational.ZERO;
            for (int length = 1; length <= longest; length++) {
                IntegerSum integers = sums[weight][length];
                if (integers != null) {
                    sum = sum.add(Rational.of(integers.sum(), denominator(length)));
                    absoluteSum = absoluteSum.add(Rational.of(integers.absoluteSum(), denominator(length)));
                }
            }
            totals.add(new Totals(weight, words[weight], nonzero[weight], sum, absoluteSum));
        }
        return totals;
    }

    /** d_n Dⁿ. */
    private BigInteger denominator(int length) {
        return CommonDenominator.of(length).multiply(scale.pow(length));
    }

    /**
     * Hands out the non-zero coordinates, weights rising, then in lexicographic order.
     *
     * @param action takes a Lyndon word l and c_l
     */
    public void forEachNonzero(BiConsumer<LyndonWord, Rational> action) {
        Integer[] order = IntStream.range(0, table.size())
                .filter(i -> !table.isZero(i))
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(table::weight)
                        .thenComparing((i, j) -> LyndonAlphabet.compare(
                                table.code(i), table.length(i), table.code(j), table.length(j))));
        for (int i : order) {
            int length = table.length(i);
            action.accept(
                    new LyndonWord(alphabet.word(table.code(i), length)),
                    Rational.of(table.integer(i), denominator(length)));
        }
    }

    /** {@return the same as a Lie series; for weights at which its objects fit into memory} */
    public LieSeries<Rational> toLieSeries() {
        SortedMap<LyndonWord, Rational> coordinates = new TreeMap<>();
        forEachNonzero((lyndon, value) -> coordinates.put(lyndon, value));
        return new LieSeries<>(RATIONALS, maximalWeight, coordinates);
    }
}
