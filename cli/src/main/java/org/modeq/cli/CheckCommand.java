package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.modeq.cli.FormatOption.Format;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.check.Prover;
import org.modeq.proofs.check.Verdict;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.ClaimFile;
import org.modeq.proofs.claim.ClaimReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modeq check [FILE…]}: claims of papers, proved or refuted. */
@Command(
        name = "check",
        description = "Decide claims about modified equations: proved, or refuted with a counterexample.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without a file the catalogue of papers is checked. The exit code is 1 if a claim is refuted.",
            "",
            "Examples:",
            "  modeq check",
            "  modeq check my-claims.yaml --format json"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Claim files (YAML).")
    private List<Path> files = new ArrayList<>();

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
        boolean isAnyRefuted = checked.stream()
                .flatMap(paper -> paper.decisions().stream())
                .anyMatch(decision -> decision.verdict() == Verdict.REFUTED);
        return isAnyRefuted ? Main.CHECK_FAILED : Main.DONE;
    }

    private static String json(List<Checked> checked) {
        ObjectNode root = Json.document();
        ArrayNode claims = root.putArray("claims");
        checked.forEach(paper -> paper.decisions().forEach(decision -> Json.add(claims, decision)));
        return Json.write(root);
    }

    private static String text(List<Checked> checked) {
        StringBuilder text = new StringBuilder();
        for (Checked paper : checked) {
            text.append(paper.file().paper().citation()).append('\n');
            for (Decision decision : paper.decisions()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-9s %-12s %s of %s to order %d: %s%s%n",
                        decision.verdict(),
                        decision.claim().id(),
                        decision.claim().kind(),
                        decision.claim().method().name(),
                        decision.claim().order(),
                        decision.claim().where(),
                        decision.claim().isConfirmed() ? "" : " (printed wording unconfirmed)"));
                decision.difference().ifPresent(difference -> line(text, "claimed − derived = " + difference));
                decision.counterexample().ifPresent(example -> line(text, "for example " + example));
                decision.reason().ifPresent(reason -> line(text, "waiting for: " + reason));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String content) {
        text.append("            ").append(content).append('\n');
    }
}
