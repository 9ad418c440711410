package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.modeq.cli.FormatOption.Format;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.check.Prover;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.ClaimReader;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Waiting;
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
            "Without a file the catalogue of papers is checked. The exit code is 1 if a verdict is not the expected one:",
            "proved, unless the claim says 'expect: refuted' or 'expect: conditional'.",
            "",
            "Examples:",
            "  modeq check",
            "  modeq check --all",
            "  modeq check my-claims.yaml --format json"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Claim files (YAML).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--all", description = "List also the statements that cannot be decided yet.")
    private boolean isAll;

    @Mixin
    private FormatOption format;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    CheckCommand() {}

    /** The decisions about one paper. */
    private record Checked(ClaimFile file, List<Decision> decisions) {}

    @Override
    public Integer call() {
        boolean isJson = format.among(Format.TEXT, Format.JSON) == Format.JSON;
        List<ClaimFile> claimFiles = files.isEmpty()
                ? Catalogue.files()
                : files.stream().map(ClaimReader::read).toList();
        List<Checked> checked = claimFiles.stream()
                .map(file -> new Checked(
                        file, file.claims().stream().map(Prover::decide).toList()))
                .toList();
        output.write(isJson ? json(checked) : text(checked));
        boolean isAsExpected =
                checked.stream().flatMap(paper -> paper.decisions().stream()).allMatch(Decision::isExpected);
        return isAsExpected ? Main.DONE : Main.CHECK_FAILED;
    }

    private static String json(List<Checked> checked) {
        ObjectNode root = Json.document();
        ArrayNode claims = root.putArray("claims");
        ArrayNode waiting = root.putArray("waiting");
        for (Checked paper : checked) {
            paper.decisions().forEach(decision -> Json.add(claims, decision));
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

    private String text(List<Checked> checked) {
        StringBuilder text = new StringBuilder();
        for (Checked paper : checked) {
            List<Waiting> waiting = isAll ? paper.file().waiting() : List.of();
            if (!paper.decisions().isEmpty() || !waiting.isEmpty()) {
                text.append(paper.file().paper().citation()).append('\n');
            }
            paper.decisions().forEach(decision -> append(text, decision));
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
                "  %-11s %-20s %s of %s to order %d: %s%s%n",
                decision.verdict(),
                claim.id(),
                claim.kind(),
                claim.method().name(),
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
        decision.difference().ifPresent(difference -> line(text, always + sides + difference));
        decision.counterexample()
                .ifPresent(example -> line(text, "for example " + (isEquation ? example.ofEquation() : example)));
    }

    /** How many claims have which verdict, in one line. */
    private static String summary(List<Checked> checked) {
        SortedMap<Verdict, Integer> counts = new TreeMap<>();
        int unexpected = 0;
        for (Checked paper : checked) {
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
