package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The linear stability of a method")
class LinearStabilityTest {
    private static Method<Rational> method(String name, String beta) {
        SortedMap<String, Rational> parameters = new TreeMap<>();
        if (!beta.isEmpty()) {
            parameters.put("beta", Rational.parse(beta));
        }
        return Methods.requireRational(Methods.parse(name, new MethodParameters(parameters, List.of())));
    }

    /**
     * Euler: 1 − x. Heavy ball: roots meet at x = (1 ∓ √β)², the larger passes −1 at x = 2(1 + β), f₁ = f/(1 − β). Nesterov:
     * z² − (1−x)(1+β)z + (1−x)β, whose discriminant vanishes at 1 − x = 4β/(1+β)², and which has the zero −1 at x = 1 +
     * 1/(1+2β). Implicit midpoint: (1 − x/2)/(1 + x/2). RK4: stable to 2.785293563 (Hairer and Wanner 1996, section IV.2); the
     * zeros −1.72944 ± 0.88897i of 1 + z + … + z⁴/24 have the modulus 1.94454.
     */
    @ParameterizedTest(name = "of {0} {1}: reach {2}, stable to {3}")
    @CsvSource({
        "gd, '', 1, 2, 0",
        "heavy-ball, 9/10, 0.02633403898972406, 38, 0.9",
        "heavy-ball, 1/4, 0.3333333333333333, 3.3333333333333335, 0.25",
        "nesterov, 1/2, 0.2222222222222222, 3, 0.5",
        "rk:implicit-midpoint, '', 2, Infinity, 0",
        "rk:implicit-euler, '', 1, Infinity, 0",
        "rk:heun, '', 1.4142135623730951, 2, 0",
        "rk:rk4, '', 1.944544365596894, 2.785293563405282, 0"
    })
    void known(String name, String beta, double reach, double stable, double parasitic) {
        LinearStability limits = LinearStability.of(DirectOptimizer.of(method(name, beta)));
        assertEquals(reach, limits.reach(), 1e-4 * reach, limits.toString());
        assertEquals(stable, limits.stable(), 1e-7 * stable, limits.toString());
        assertEquals(parasitic, limits.parasitic(), 1e-9, limits.toString());
    }

    /**
     * The other way: the tall tree of order k has the coefficient c_k of (−λ)^(k−1) in the series. One real singularity at r
     * gives c_k/c_(k−1) = 1/r (1 − a/k + …); k times the ratio, differenced, is 1/r but for O(1/k²).
     */
    @ParameterizedTest(name = "of {0} {1} is where the coefficients of tall trees say")
    @CsvSource({"gd, ''", "heavy-ball, 1/4", "nesterov, 1/2"})
    void againstTrees(String name, String beta) {
        int order = 10;
        var coefficients =
                ModifiedEquation.of(method(name, beta), order).field().nonzero();
        List<Double> tall = new ArrayList<>();
        RootedTree tree = RootedTree.parse("f");
        for (int k = 1; k <= order; k++) {
            tall.add(Math.abs(coefficients.get(tree).doubleValue()));
            tree = RootedTree.parse("f[" + tree + "]");
        }
        double last = order * tall.get(order - 1) / tall.get(order - 2);
        double before = (order - 1) * tall.get(order - 2) / tall.get(order - 3);
        // The series is in h·λ(f); that of f₁ is tall.get(0) times as large.
        double reach = tall.get(0) / (last - before);
        assertEquals(
                reach,
                LinearStability.of(DirectOptimizer.of(method(name, beta))).reach(),
                0.02 * reach);
    }

    @Test
    @DisplayName("of a sweep over several fields is that of gradient descent")
    void sweep() {
        assertEquals(new LinearStability(1, 2, 0), LinearStability.of(DirectOptimizer.of(method("sequence:A,B", ""))));
        assertTrue(LinearStability.of(DirectOptimizer.of(method("sequence:A,A", "")))
                        .stable()
                > 3.9);
    }
}
