package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Subject;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Wording;
import org.modeq.symbolic.method.Methods;

@DisplayName("A claim about how a quantity changes")
class QuantitiesTest {
    private static Decision decide(ClaimKind kind, String method, int order, String quantity, String formula) {
        String[] methods = method.split(" less ", -1);
        Optional<Subject> minus =
                methods.length > 1 ? Optional.of(Subject.of(Methods.parse(methods[1]))) : Optional.empty();
        return Prover.decide(new Claim(
                "test",
                "",
                true,
                kind,
                Subject.of(Methods.parse(methods[0])),
                minus,
                order,
                List.of(),
                Verdict.PROVED,
                Wording.of(formula).about(quantity, new TreeSet<>(quantity.contains("E") ? List.of("E") : List.of()))));
    }

    @ParameterizedTest(name = "is proved: {0} of {3} under {1} to order {2} is {4}")
    @CsvSource(
            delimiter = ';',
            value = {
                "FIELD; gd; 1; L; -norm2(grad(L))",
                "FIELD; gd; 2; L; -norm2(grad(L)) - h/2*dot(grad(L),hess(L)*grad(L))",
                "FIELD; rk:euler; 2; E; dot(grad(E),f) - h/2*dot(grad(E),jac(f)*f)",
                "FIELD; gd; 2; norm2(grad(L)); -2*dot(grad(L),hess(L)*grad(L)) - h*norm2(hess(L)*grad(L))",
                "MAP; gd; 2; L; -h*norm2(grad(L)) + h^2/2*dot(grad(L),hess(L)*grad(L))",
                "MAP; gd; 3; E; -h*dot(grad(E),grad(L)) + h^2/2*D(E,2)[grad(L),grad(L)] - h^3/6*D(E,3)[grad(L),grad(L),grad(L)]",
                "DIFFERENCE; sequence:A,B less sequence:B,A; 2; E; h^2*dot(grad(E),bracket(grad(A),grad(B)))",
                "DIFFERENCE; sequence:A,B less sequence:B,A; 2; A; h^2*dot(grad(A),bracket(grad(A),grad(B)))"
            })
    void proved(ClaimKind kind, String method, int order, String quantity, String formula) {
        assertEquals(
                Verdict.PROVED, decide(kind, method, order, quantity, formula).verdict());
    }

    @ParameterizedTest(name = "is refuted: {0} of {3} under {1} to order {2} is {4}, for example {5}")
    @CsvSource(
            delimiter = ';',
            value = {
                "FIELD; gd; 2; L; -norm2(grad(L)); L = x^2 at x = 1: at h the claim says 0, the method has -4",
                "MAP; gd; 2; E; -h*dot(grad(E),grad(L)); "
                        + "E = x^2, L = x^3 at x = 1: at h^2 the claim says 0, the method has 9",
                "CONSERVED; gd; 1; L; 0; L = x^2 at x = 1: the claim says 0, the method has -4"
            })
    void refuted(ClaimKind kind, String method, int order, String quantity, String formula, String example) {
        Decision decision = decide(kind, method, order, quantity, formula);
        assertEquals(Verdict.REFUTED, decision.verdict());
        String found = decision.counterexample().orElseThrow().toString();
        assertTrue(found.contains("the method has"), found);
        assertEquals(example, found);
    }
}
