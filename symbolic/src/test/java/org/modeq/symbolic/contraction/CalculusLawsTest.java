package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty-nine laws, each for ten random formulas in place of a, b (scalars), u, v, w (vectors), p, q (matrices). */
@DisplayName("The laws of the calculus")
class CalculusLawsTest {
    private static final int SAMPLES = 10;
    private static final Map<String, Integer> RANKS = Map.of("a", 0, "b", 0, "u", 1, "v", 1, "w", 1, "p", 2, "q", 2);

    private static List<Arguments> laws() {
        return Stream.of(
                        "1; grad(a*b); a*grad(b) + b*grad(a)",
                        "0; div(a*u); a*div(u) + dot(grad(a),u)",
                        "1; grad(dot(u,v)); transpose(jac(u))*v + transpose(jac(v))*u",
                        "2; hess(a); transpose(hess(a))",
                        "1; bracket(u,v); -1*bracket(v,u)",
                        "1; bracket(u,bracket(v,w)); bracket(bracket(u,v),w) + bracket(v,bracket(u,w))",
                        "1; bracket(u,v); jac(v)*u - jac(u)*v",
                        "1; bracket(u,a*v); a*bracket(u,v) + dot(grad(a),u)*v",
                        "0; trace(p*q); trace(q*p)",
                        "1; jac(odot(u,v))*w; odot(jac(u)*w,v) + odot(u,jac(v)*w)",
                        "0; laplacian(a*b); a*laplacian(b) + b*laplacian(a) + 2*dot(grad(a),grad(b))",
                        "1; hess(a*b)*u; a*(hess(b)*u) + b*(hess(a)*u) + dot(grad(a),u)*grad(b) + dot(grad(b),u)*grad(a)",
                        "0; div(bracket(u,v)); dot(u,grad(div(v))) - dot(v,grad(div(u)))",
                        "2; transpose(p*q); transpose(q)*transpose(p)",
                        "1; grad(norm2(u)); 2*(transpose(jac(u))*u)",
                        "1; D(a,3)[u,v]; D(a,3)[v,u]",
                        "0; norm2(u+v); norm2(u) + 2*dot(u,v) + norm2(v)",
                        "0; div(jac(v)*u); trace(jac(u)*jac(v)) + dot(u,grad(div(v)))",
                        "1; curl(a*grad(b))*u; dot(grad(a),u)*grad(b) - dot(grad(b),u)*grad(a)",
                        "0; dot(u,p*v); dot(transpose(p)*u,v)",
                        "1; grad(sum(phi(grad(L)))); hess(L)*phi'(grad(L))",
                        "1; jac(phi(u+5*f))*v; odot(phi'(u+5*f),jac(u+5*f)*v)",
                        "1; grad(sum(U(f,u+5*g))); transpose(jac(f))*U_1(f,u+5*g) + transpose(jac(u+5*g))*U_2(f,u+5*g)",
                        "2; jac(phi(u+5*f)); diag(phi'(u+5*f))*jac(u+5*f)",
                        "2; p*diag(u)*diag(v)*q; p*diag(odot(v,u))*q",
                        "1; D(phi(f),2)[v,w]; odot(phi''(f),odot(jac(f)*v,jac(f)*w)) + odot(phi'(f),D(f,2)[v,w])",
                        "2; hess(sum(phi(f))); transpose(hess(sum(phi(f))))",
                        "1; bracket(phi(f),bracket(u,U(f,g)));"
                                + " bracket(bracket(phi(f),u),U(f,g)) + bracket(u,bracket(phi(f),U(f,g)))",
                        "1; jac(odot(phi(f),u))*w; odot(phi'(f),odot(jac(f)*w,u)) + odot(phi(f),jac(u)*w)")
                .map(law -> law.split("; "))
                .map(law -> Arguments.of(Integer.parseInt(law[0]), law[1], law[2]))
                .toList();
    }

    @ParameterizedTest(name = "{1} = {2}")
    @MethodSource("laws")
    @DisplayName("hold")
    void identities(int rank, String left, String right) {
        for (int sample = 0; sample < SAMPLES; sample++) {
            Map<String, String> meanings = draw(sample);
            assertEquals(
                    SymjaCalculus.form(filled(left, meanings), rank),
                    SymjaCalculus.form(filled(right, meanings), rank),
                    meanings::toString);
        }
    }

    @ParameterizedTest(name = "{1} = {2}")
    @MethodSource("laws")
    @Tag("slow")
    @DisplayName("fail when their right side is changed, where Symja says so")
    void nonIdentities(int rank, String left, String right) {
        int toldApart = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            Map<String, String> meanings = draw(sample);
            List<String> mutants = mutants(right);
            for (int choice = sample; choice < sample + 2; choice++) {
                Formula mutant = filled(mutants.get(choice % mutants.size()), meanings);
                toldApart += isToldApart(filled(left, meanings), mutant, rank) ? 1 : 0;
            }
        }
        assertTrue(toldApart >= SAMPLES, toldApart + " mutants told apart");
    }

    /** Whether normal forms differ; Symja agrees, on a random problem of degree 3 or, to tell forms apart, a higher one. */
    private static boolean isToldApart(Formula first, Formula second, int rank) {
        boolean differs = !SymjaCalculus.form(first, rank).equals(SymjaCalculus.form(second, rank));
        boolean isSeen = false;
        for (int degree = 3; degree == 3 || (differs && !isSeen && degree <= 10); degree++) {
            SymjaCalculus symja = new SymjaCalculus(degree, degree);
            isSeen = !symja.bySymja(first).equals(symja.bySymja(second));
        }
        assertEquals(differs, isSeen, () -> FormulaText.ascii(first) + " and " + FormulaText.ascii(second));
        return differs;
    }

    /** The right side with another sign, another factor, without its last summand, and with u and v, p and q swapped. */
    private static List<String> mutants(String right) {
        List<String> mutants = new ArrayList<>(List.of("-1*(" + right + ")", "3/2*(" + right + ")"));
        int last = Math.max(right.lastIndexOf(" + "), right.lastIndexOf(" - "));
        if (last > 1) {
            mutants.add(right.substring(0, last));
        }
        String swapped =
                right.replaceAll("\\bu\\b", "#").replaceAll("\\bv\\b", "u").replace('#', 'v');
        mutants.add(
                swapped.replaceAll("\\bp\\b", "#").replaceAll("\\bq\\b", "p").replace('#', 'q'));
        return mutants;
    }

    @RepeatedTest(100)
    @DisplayName("give the values that Symja gives, on polynomials in three variables")
    void values(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        int rank = seed % 3;
        Formula formula = FormulaParser.parse(new RandomFormulas(seed).draw(rank, 3));
        SymjaCalculus problem = new SymjaCalculus(seed, 3);
        List<?> expected = problem.bySymja(formula);
        assertFalse(expected.isEmpty());
        assertEquals(expected, problem.byContraction(SymjaCalculus.form(formula, rank)));
    }

    private static Map<String, String> draw(int seed) {
        RandomFormulas random = new RandomFormulas(seed);
        Map<String, String> meanings = new TreeMap<>();
        new TreeMap<>(RANKS).forEach((name, rank) -> meanings.put(name, "(" + random.draw(rank, 1) + ")"));
        return meanings;
    }

    private static Formula filled(String law, Map<String, String> meanings) {
        String text = law;
        for (Map.Entry<String, String> meaning : meanings.entrySet()) {
            text = text.replaceAll("\\b" + meaning.getKey() + "\\b", meaning.getValue());
        }
        return FormulaParser.parse(text);
    }
}
