package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.problem.YamlFile;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Comparison;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.ClaimReader;
import org.modeq.proofs.claim.Convention;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Waiting;
import org.modeq.proofs.report.ClaimDocument;
import org.modeq.symbolic.contraction.FormulaText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modeq check [FILE…]}: claims of papers, proved or refuted. */
@Command(
        name = "check",
        description = "Decide claims about modified equations: proved, conditional, or refuted with a counterexample.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without a file or formula the catalogue of papers is checked. The exit code is 1 if a verdict is not the expected one:",
            "proved, unless the claim says 'expect: refuted', 'expect: conditional' or 'expect: consistent'.",
            "",
            "Examples:",
            "  modeq check",
            "  modeq check --all",
            "  modeq check --method gd --order 2 --kind loss --formula 'L + \\frac{h}{4}\\|\\nabla L\\|^2'",
            "  modeq check my-claims.yaml --format json",
            "  modeq check my-claims.yaml --format latex-document --output referee.tex",
            "  modeq check my-claims.yaml --format html --output claims.html",
            "  modeq check my-claims.yaml --convention \"{step: eta, losses: mean}\""
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Claim files (YAML).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--all", description = "List also the statements that cannot be decided yet.")
    private boolean isAll;

    @Option(
            names = "--convention",
            paramLabel = "MAPPING",
            description = "Restate each claim as a paper with this convention would print it, as in"
                    + " \"{step: eta, losses: mean}\".")
    private Optional<String> convention;

    @Mixin
    private TypedClaim typed;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    CheckCommand() {}

    @Override
    public Integer call() {
        Format format = page.format(Format.TEXT, Format.LATEX, Format.LATEX_DOCUMENT, Format.HTML, Format.JSON);
        double width = page.ems();
        Optional<Convention> target = convention.map(CheckCommand::read);
        List<CheckedFile> checked = claimFiles().stream().map(CheckedFile::of).toList();
        page.write(
                switch (format) {
                    case LATEX -> ClaimDocument.snippet(page.command(), checked, width);
                    case LATEX_DOCUMENT -> ClaimDocument.document(page.command(), checked, isAll, width);
                    case HTML ->
                        CheckPage.html(
                                checked,
                                isAll,
                                decision -> restated(decision, target),
                                Provenance.of(page.command(), List.of(), files),
                                width);
                    case JSON -> json(checked, target);
                    default -> text(checked, target);
                });
        boolean isAsExpected =
                checked.stream().flatMap(paper -> paper.decisions().stream()).allMatch(Decision::isExpected);
        return isAsExpected ? Main.DONE : Main.CHECK_FAILED;
    }

    private List<ClaimFile> claimFiles() {
        if (typed.isGiven() && !files.isEmpty()) {
            throw new IllegalArgumentException(
                    "given --formula and " + files.get(0) + ", expected one of them; write the formula into the file");
        }
        if (typed.isGiven()) {
            return List.of(typed.file());
        }
        typed.requireNothing();
        return files.isEmpty()
                ? Catalogue.files()
                : files.stream().map(ClaimReader::read).toList();
    }

    private static Convention read(String mapping) {
        String name = "--convention";
        try {
            return Convention.read(
                    YamlFile.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), name));
        } catch (IllegalArgumentException badConvention) {
            throw new IllegalArgumentException(name + ": " + badConvention.getMessage(), badConvention);
        }
    }

    /** What a claim says in another convention; nothing for equations, which have no clock. */
    private static Optional<String> restated(Decision decision, Optional<Convention> target) {
        return target.flatMap(convention -> decision.comparison()
                .filter(comparison -> decision.claim().kind() != ClaimKind.EQUATION)
                .map(comparison -> restated(decision, comparison, convention)));
    }

    private static String restated(Decision decision, Comparison comparison, Convention convention) {
        try {
            return FormulaText.ascii(comparison.restated(convention));
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(
                    "claim " + decision.claim().id() + " " + impossible.getMessage(), impossible);
        }
    }

    private static String json(List<CheckedFile> checked, Optional<Convention> target) {
        ObjectNode root = Json.document();
        ArrayNode claims = root.putArray("claims");
        ArrayNode waiting = root.putArray("waiting");
        for (CheckedFile paper : checked) {
            paper.decisions().forEach(decision -> {
                ObjectNode claim = Json.add(claims, decision);
                restated(decision, target).ifPresent(formula -> claim.put("restated", formula));
            });
            paper.file()
                    .waiting()
                    .forEach(row -> waiting.addObject()
                            .put("id", row.id())
                            .put("paper", paper.file().paper().id())
                            .put("what", row.what())
                            .put("waitingFor", row.reason()));
        }
        return Json.write(root);
    }

    private String text(List<CheckedFile> checked, Optional<Convention> target) {
        StringBuilder text = new StringBuilder();
        for (CheckedFile paper : checked) {
            List<Waiting> waiting = isAll ? paper.file().waiting() : List.of();
            if (!typed.isGiven() && (!paper.decisions().isEmpty() || !waiting.isEmpty())) {
                text.append(paper.file().paper().citation()).append('\n');
            }
            for (Decision decision : paper.decisions()) {
                append(text, decision);
                restated(decision, target).ifPresent(formula -> line(text, "restated: " + formula));
            }
            for (Waiting row : waiting) {
                text.append(String.format(Locale.ROOT, "  %-11s %-20s %s%n", Verdict.WAITING, row.id(), row.what()));
                line(text, "waiting for: " + row.reason());
            }
        }
        boolean isHiding = !isAll
                && checked.stream().anyMatch(paper -> !paper.file().waiting().isEmpty());
        return text + summary(checked) + (isHiding ? "modeq check --all lists what waits\n" : "");
    }

    private static void append(StringBuilder text, Decision decision) {
        Claim claim = decision.claim();
        text.append(String.format(
                Locale.ROOT,
                "  %-11s %-20s %s to order %d: %s%s%n",
                decision.verdict(),
                claim.id(),
                what(claim),
                claim.order(),
                claim.where(),
                claim.isConfirmed() ? "" : " (printed wording unconfirmed)"));
        if (!decision.isExpected()) {
            line(text, "expected: " + claim.expected());
        }
        boolean isWaiting = decision.verdict() == Verdict.WAITING;
        decision.reason().ifPresent(reason -> line(text, isWaiting ? "waiting for: " + reason : reason));
        boolean isEquation = claim.kind() == ClaimKind.EQUATION;
        String always = decision.verdict() == Verdict.CONDITIONAL ? "in general " : "";
        String sides = isEquation ? "left − right = " : "claimed − derived = ";
        decision.differenceText().ifPresent(difference -> line(text, always + sides + difference));
        decision.counterexample()
                .ifPresent(example -> line(text, "for example " + (isEquation ? example.ofEquation() : example)));
    }

    /** What a claim speaks of. */
    static String what(Claim claim) {
        String method = claim.subject().name();
        return claim.wording()
                .quantity()
                .map(quantity -> claim.kind() == ClaimKind.CONSERVED
                        ? "conservation of " + quantity + " by " + method
                        : claim.kind() + " of " + quantity + " under " + method)
                .orElseGet(() -> claim.kind() + " of " + method);
    }

    /** How many claims have which verdict, in one line. */
    static String summary(List<CheckedFile> checked) {
        SortedMap<Verdict, Integer> counts = new TreeMap<>();
        int unexpected = 0;
        for (CheckedFile paper : checked) {
            paper.decisions().forEach(decision -> counts.merge(decision.verdict(), 1, Integer::sum));
            unexpected += (int) paper.decisions().stream()
                    .filter(decision -> !decision.isExpected())
                    .count();
            if (!paper.file().waiting().isEmpty()) {
                counts.merge(Verdict.WAITING, paper.file().waiting().size(), Integer::sum);
            }
        }
        String verdicts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return verdicts + (unexpected == 0 ? "; all as expected\n" : "; " + unexpected + " not as expected\n");
    }

    private static void line(StringBuilder text, String content) {
        text.append("              ").append(content).append('\n');
    }
}
