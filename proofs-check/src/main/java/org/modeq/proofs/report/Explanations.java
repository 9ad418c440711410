package org.modeq.proofs.report;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.claim.Subject;

/** How claims about other optimizers than series over trees are decided: what a reader needs besides the step polynomials. */
final class Explanations {
    private static final String GENERATORS = """
            \\subsection*{Generators}
            Of independent draws $f_\\xi=f+d_\\xi$ with mean $f$, the average of a test function $\\varphi$ over a step is
            $\\mathbb E\\,\\varphi(\\theta+hf_\\xi)=(e^{h\\mathcal L}\\varphi)(\\theta)$ with
            \\begin{equation*}
            \\mathcal L\\varphi=\\sum_{(w,\\rho)} h^{|w|-1}\\,\\frac{(-1)^{k-1}e(w/\\rho)}{k\\,\\sigma(w,\\rho)}\\,
            \\mathbb E\\,\\varphi^{(r)}(F(t_1),\\dots,F(t_r)),
            \\end{equation*}
            the sum over forests $w=t_1\\dots t_r$ whose vertices are divided into $k$ blocks, one for each draw, and $e(w/\\rho)$ the
            number of orders in which the draws can be made, a child before its parent. In formulas the letters $a,b,\\dots$ are
            the deviations $d_\\xi$ of independent draws, and every term is averaged over all of them: a term with a letter
            that stands once is $0$, and the names of the letters do not matter.
            """;

    private static final String TRANSIENTS = """
            \\subsection*{Transients}
            Let $\\Phi_n$ be the map from $\\theta_0$ to $\\theta_n$ of a run from rest. The field of step $n$ is
            $\\tilde f_n=\\frac1h\\log(\\Phi_{n+1}\\circ\\Phi_n^{-1})$: its exact flow for the time $h$ carries $\\theta_n$ to
            $\\theta_{n+1}$.
            """;

    private static final String ADAPTIVE = """
            \\subsection*{Adaptive methods}
            The update is $\\theta_{n+1}=\\theta_n-h\\,U(m_n,v_n)$, coordinate by coordinate, $m$ and $v$ averages of
            $g=\\nabla L$ and of $g^{\\odot2}$ with the mean ages $\\tau=\\beta/(1-\\beta)$. After the transient
            $m=\\sum_r(-\\tau)^r\\nabla^rg$ in backward differences, and likewise $v$; each is a series over trees with the nodes
            $u$ (an update), $g$ and $q=g^{\\odot2}$, whose coefficients are polynomials in the number $n$ of the step.
            """;

    private static final Map<String, Predicate<Subject>> ALL = Map.of(
            GENERATORS,
            Subject.Draws.class::isInstance,
            TRANSIENTS,
            subject -> subject instanceof Subject.Steps<?> steps && steps.step().isPresent(),
            ADAPTIVE,
            Subject.Adaptive.class::isInstance);

    private Explanations() {}

    /** What is told of the optimizers that occur. */
    static List<String> of(List<CheckedFile> files) {
        List<Subject> subjects = files.stream()
                .flatMap(file -> file.decisions().stream())
                .map(decision -> decision.claim().subject())
                .toList();
        return List.of(GENERATORS, TRANSIENTS, ADAPTIVE).stream()
                .filter(text -> subjects.stream().anyMatch(ALL.getOrDefault(text, subject -> false)))
                .toList();
    }
}
