package org.modeq.symbolic.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A partial derivative of an unknown function: F″ as F with the indices 0, 0, and F_12 as F with 0, 1.
 *
 * @param function the function
 * @param indices by which arguments, from 0, rising; none for the function itself
 */
record Jet(String function, List<Integer> indices) {
    /** The highest order of a derivative. */
    static final int HIGHEST_ORDER = 20;

    /** The most arguments, so that an index is one digit. */
    static final int MOST_ARGUMENTS = 9;

    private static final Pattern NAME = Pattern.compile("([A-Za-z]+)('*|_([1-9]+))");

    /** The number of derivatives of one function. */
    static final int COUNT = (int) binomial(HIGHEST_ORDER + MOST_ARGUMENTS, MOST_ARGUMENTS);

    Jet {
        indices = List.copyOf(indices);
        if (indices.size() > HIGHEST_ORDER) {
            throw new ArithmeticException("given a derivative of " + function + " of order " + indices.size()
                    + ", expected at most " + HIGHEST_ORDER + "; take a lower order");
        }
    }

    /** The derivative that a name means, if it has the form of one for a function of so many arguments. */
    static Optional<Jet> named(String name, String function, int arguments) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !matcher.group(1).equals(function)) {
            return Optional.empty();
        }
        String digits = matcher.group(3);
        if (digits == null) {
            int order = matcher.group(2).length();
            return arguments > 1 && order > 0
                    ? Optional.empty()
                    : Optional.of(new Jet(
                            function, Stream.generate(() -> 0).limit(order).toList()));
        }
        List<Integer> indices =
                digits.chars().map(digit -> digit - '1').sorted().boxed().toList();
        return arguments == 1 || indices.get(indices.size() - 1) >= arguments
                ? Optional.empty()
                : Optional.of(new Jet(function, indices));
    }

    /** F, F′, F″ with one argument, F, F_1, F_12 with several. */
    String name(int arguments) {
        if (arguments == 1) {
            return function + "'".repeat(indices.size());
        }
        String digits = indices.stream().map(index -> String.valueOf(index + 1)).collect(Collectors.joining());
        return digits.isEmpty() ? function : function + "_" + digits;
    }

    /** The derivative by one more argument. */
    Jet derivative(int argument) {
        List<Integer> more = new ArrayList<>(indices);
        more.add(argument);
        more.sort(null);
        return new Jet(function, more);
    }

    /**
     * The place of α among the derivatives of a function of m arguments, by order, then colexicographically: there are
     * C(n−1+m, m) of order below n, and i₁ ≤ … ≤ i_n is number Σ C(i_l + l − 1, l) of order n. Knuth,
     * <em>The Art of Computer Programming</em> 4A, section 7.2.1.3.
     */
    int rank(int arguments) {
        int order = indices.size();
        long rank = below(order, arguments);
        for (int l = 1; l <= order; l++) {
            rank += binomial(indices.get(l - 1) + l - 1, l);
        }
        return (int) rank;
    }

    /** The derivative with a given place. */
    static Jet ofRank(String function, int arguments, int rank) {
        int order = 0;
        while (below(order + 1, arguments) <= rank) {
            order++;
        }
        long rest = rank - below(order, arguments);
        List<Integer> indices = new ArrayList<>();
        for (int l = order; l >= 1; l--) {
            int index = 0;
            while (binomial(index + l, l) <= rest) {
                index++;
            }
            rest -= binomial(index + l - 1, l);
            indices.add(0, index);
        }
        return new Jet(function, indices);
    }

    private static long below(int order, int arguments) {
        return order == 0 ? 0 : binomial(order - 1 + arguments, arguments);
    }

    /** C(n, k), 0 for k &gt; n. */
    private static long binomial(int n, int k) {
        long binomial = 1;
        for (int i = 1; i <= k; i++) {
            binomial = binomial * (n - k + i) / i;
        }
        return binomial;
    }
}
