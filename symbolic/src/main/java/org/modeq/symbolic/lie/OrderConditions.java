package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.ParameterPolynomials.PARAMETER_POLYNOMIALS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LyndonWord;

/**
 * The order conditions of a splitting: polynomials in the sizes of its flows.
 *
 * <p>With the flows e^(a₁A) e^(b₁B) e^(a₂A) … the splitting has the order p exactly if the logarithm of their product is A +
 * B + … up to the weight p: one equation for each Lyndon word, Σ aᵢ = 1 for a letter and c_l(a, b, …) = 0 for a bracket.
 * There are as many as the free Lie algebra has dimensions; none of them follows from the others for long splittings.
 * Suzuki (1992); Hairer, Lubich and Wanner (2006), section III.5.
 */
public final class OrderConditions {
    private OrderConditions() {}

    /**
     * One equation.
     *
     * @param lyndon l
     * @param left c_l as a polynomial in the sizes
     * @param right 1 for a letter, 0 for a bracket
     */
    public record Condition(LyndonWord lyndon, ParameterPolynomial left, ParameterPolynomial right) {}

    /**
     * The conditions of a splitting with open sizes.
     *
     * <p>Exact. The size of the i-th flow of A is the symbol a and i: {@code a1}, {@code a2}, …. Cost: that of a logarithm in
     * the free associative algebra over polynomials.
     *
     * @param flows the fields of the flows, the first acting first
     * @param order p ≥ 1
     * @return the equations, weights rising; trivial ones 0 = 0 are left out
     * @throws IllegalArgumentException if there are no flows, p &lt; 1, or two fields differ only by case
     */
    public static List<Condition> of(List<Letter> flows, int order) {
        if (order < 1 || flows.isEmpty()) {
            throw new IllegalArgumentException("given " + flows.size() + " flows and the order " + order
                    + ", expected at least one flow and an order of at least 1");
        }
        Alphabet alphabet = new Alphabet(flows.stream().distinct().toList());
        requireDistinctSymbols(alphabet);
        Map<Letter, Integer> count = new HashMap<>();
        List<Map<Letter, ParameterPolynomial>> exponents = new ArrayList<>();
        for (Letter flow : flows) {
            String symbol = flow.field().toLowerCase(Locale.ROOT) + count.merge(flow, 1, Integer::sum);
            exponents.add(Map.of(flow, ParameterPolynomial.parameter(symbol)));
        }
        LieSeries<ParameterPolynomial> logarithm = LieSeries.logOfProduct(PARAMETER_POLYNOMIALS, exponents, order);
        return alphabet.lyndonWords(order).stream()
                .map(lyndon -> condition(lyndon, logarithm))
                .filter(condition -> !condition.left().equals(condition.right()))
                .toList();
    }

    private static Condition condition(LyndonWord lyndon, LieSeries<ParameterPolynomial> logarithm) {
        boolean isLetter = lyndon.word().length() == 1;
        return new Condition(
                lyndon,
                logarithm.coordinates().getOrDefault(lyndon, ParameterPolynomial.ZERO),
                isLetter ? ParameterPolynomial.ONE : ParameterPolynomial.ZERO);
    }

    private static void requireDistinctSymbols(Alphabet alphabet) {
        long symbols = alphabet.letters().stream()
                .map(letter -> letter.field().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (symbols < alphabet.letters().size()) {
            throw new IllegalArgumentException("given the fields " + alphabet.letters()
                    + ", expected names that differ by more than case, because the sizes are named after them");
        }
    }
}
