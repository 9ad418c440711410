package org.modeq.proofs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Paper;
import org.modeq.proofs.claim.Subject;
import org.modeq.symbolic.latex.IterateTable;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.MapFormula;
import org.modeq.symbolic.method.Method;

/** The decisions about claims in LaTeX, with everything that a referee needs to follow them. */
public final class ClaimDocument {
    private static final String METHOD = """
            \\section*{How the claims are decided}
            Losses and fields are smooth; where a claim speaks of losses the fields are $f=-\\nabla L$. A step has the size
            $h$, and $[f,g]=g'f-f'g$. For a rooted tree $t$ with $|t|$ vertices and $\\sigma(t)$ symmetries let $F(t)$ be its
            elementary differential, $F([t_1,\\dots,t_m])=f^{(m)}(F(t_1),\\dots,F(t_m))$. The $n$-th iterate of a method is
            \\begin{equation*}
            \\theta_n=\\theta_0+\\sum_t \\frac{h^{|t|}}{\\sigma(t)}\\,P(t;n)\\,F(t)(\\theta_0),
            \\end{equation*}
            where $P(t;n)$ follows from the step, tree by tree: it is a polynomial in $n$ with $P(t;0)=0$. The iterates are
            those of the flow of
            \\begin{equation*}
            \\tilde f=\\sum_t \\frac{h^{|t|-1}}{\\sigma(t)}\\,b(t)\\,F(t)
            \\end{equation*}
            at the times $nh$. The flow has such an expansion for every real $n$, and a polynomial is known from its values at
            the integers; the derivative at $n=0$ is $\\tilde f$, so $b(t)$ is the coefficient of $n$ in $P(t;n)$.
            If $f=-\\nabla L$, then $F(t)$ is $(-1)^{|t|}$ times the contraction of derivatives of $L$ along $t$.
            A formula is multiplied out by the product rule into a sum of contractions of derivatives; equal contractions
            are collected. If two formulas have the same sum they are equal for all functions in every dimension.
            """;

    private ClaimDocument() {}

    /**
     * A document that pdflatex compiles. Needs amsmath, amssymb, booktabs and longtable.
     *
     * @param command the command that makes it again
     * @param files the claims with their decisions
     * @param isAll whether what waits is listed too
     * @param width the width of a line in em
     * @return the source
     */
    public static String document(String command, List<CheckedFile> files, boolean isAll, double width) {
        List<String> parts = new ArrayList<>(List.of("% modeq: " + command + "\n\\sloppy\n", summary(files), METHOD));
        parts.addAll(Explanations.of(files));
        for (CheckedFile file : files) {
            parts.add(paper(file, isAll, width));
        }
        parts.add(tables(files));
        return LatexView.document("Claims, decided", parts);
    }

    /**
     * The sections of the claims alone, to paste into a document that loads amsmath and amssymb.
     *
     * @param command the command that makes them again
     * @param files the claims with their decisions
     * @param width the width of a line in em
     * @return the source
     */
    public static String snippet(String command, List<CheckedFile> files, double width) {
        return "% modeq: " + command + "; f = -grad L; [f,g] = g'f - f'g\n"
                + files.stream().map(file -> sections(file, width)).collect(Collectors.joining());
    }

    private static String summary(List<CheckedFile> files) {
        String rows = files.stream()
                .flatMap(file -> file.decisions().stream())
                .map(decision -> "\\texttt{%s} & \\raggedright %s of \\texttt{%s} & %d & %s\\\\%n"
                        .formatted(
                                LatexView.escape(decision.claim().id()),
                                decision.claim().kind(),
                                LatexView.escape(decision.claim().subject().name()),
                                decision.claim().order(),
                                decision.verdict()))
                .collect(Collectors.joining());
        return """
                {\\footnotesize
                \\begin{longtable}{lp{.5\\linewidth}rl}
                \\toprule
                claim & what & order & verdict\\\\
                \\midrule
                \\endhead
                %s\\bottomrule
                \\end{longtable}
                }
                """.formatted(rows);
    }

    private static String paper(CheckedFile file, boolean isAll, double width) {
        Paper paper = file.file().paper();
        String waiting = isAll
                ? file.file().waiting().stream()
                        .map(row -> "\\item \\texttt{%s}: %s. Waiting for: %s.%n"
                                .formatted(
                                        LatexView.escape(row.id()),
                                        LatexView.escape(row.what()),
                                        LatexView.escape(row.reason())))
                        .collect(Collectors.joining())
                : "";
        if (file.decisions().isEmpty() && waiting.isEmpty()) {
            return "";
        }
        String list = waiting.isEmpty() ? "" : "\\begin{itemize}\n" + waiting + "\\end{itemize}\n";
        return "\\section*{\\raggedright %s}%n%s, \\texttt{%s}.%n%n%s%s"
                .formatted(
                        LatexView.escape(paper.title()),
                        LatexView.escape(String.join(", ", paper.authors()) + " (" + paper.year() + ")"),
                        LatexView.escape(paper.url()),
                        sections(file, width),
                        list);
    }

    private static String sections(CheckedFile file, double width) {
        return file.decisions().stream()
                .map(decision -> new ClaimSection(decision, width).latex())
                .collect(Collectors.joining("\n"));
    }

    /** One table for each method, to the highest order that a claim needs. */
    private static String tables(List<CheckedFile> files) {
        Map<String, Method<?>> methods = new TreeMap<>();
        SortedMap<String, Integer> orders = new TreeMap<>();
        for (CheckedFile file : files) {
            for (Decision decision : file.decisions()) {
                Claim claim = decision.claim();
                boolean isDecided = decision.comparison().isPresent()
                        || decision.coordinates().isPresent();
                if (claim.kind() != ClaimKind.EQUATION && isDecided) {
                    Stream.concat(Stream.of(claim.subject()), claim.minus().stream())
                            .flatMap(ClaimDocument::withTable)
                            .forEach(method -> {
                                String key = method.name() + method.parameters();
                                methods.put(key, method);
                                orders.merge(key, claim.order(), Math::max);
                            });
                }
            }
        }
        return orders.isEmpty()
                ? ""
                : "\\section*{Step polynomials}\n"
                        + orders.entrySet().stream()
                                .map(entry -> table(methods, entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining("\n"));
    }

    /** The methods whose iterates from a point on the slow manifold are series over trees. */
    private static Stream<Method<?>> withTable(Subject subject) {
        return subject instanceof Subject.Steps<?> steps && steps.step().isEmpty()
                ? Stream.of(steps.method())
                : Stream.empty();
    }

    private static String table(Map<String, Method<?>> methods, String key, int order) {
        Method<?> method = methods.get(key);
        if (method == null) {
            throw new AssertionError(key);
        }
        return "\\subsection*{\\raggedright\\texttt{%s}, $|t|\\le %d$}%n%s, counted per %s.%n%n%s"
                .formatted(
                        LatexView.escape(method.name()),
                        order,
                        MapFormula.latex(method),
                        method.clock(),
                        IterateTable.of(method, order));
    }
}
