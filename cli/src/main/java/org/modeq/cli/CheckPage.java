package org.modeq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Waiting;
import org.modeq.proofs.report.ClaimFormulas;

/** Claims with their verdicts as one page: what is claimed, what follows from the method, and where they differ. */
final class CheckPage {
    private static final String CONVENTIONS =
            "f = −∇L for every loss L; [f,g] = g′f − f′g; time h per step, sweep or epoch of the method; modeq ";

    private final boolean isAll;
    private final Function<Decision, Optional<String>> restated;
    private final double width;

    private CheckPage(boolean isAll, Function<Decision, Optional<String>> restated, double width) {
        this.isAll = isAll;
        this.restated = restated;
        this.width = width;
    }

    /** The page; a claim is also restated in another convention, if there is one. */
    static String html(
            List<CheckedFile> files,
            boolean isAll,
            Function<Decision, Optional<String>> restated,
            Provenance provenance,
            double width) {
        CheckPage page = new CheckPage(isAll, restated, width);
        List<Section> sections = new ArrayList<>();
        sections.add(verdicts(files));
        files.forEach(file -> sections.add(page.paper(file)));
        sections.add(provenance.section());
        return new HtmlReport("Claims, decided", CONVENTIONS + Main.Version.number(), sections).render();
    }

    private static Section verdicts(List<CheckedFile> files) {
        List<List<String>> rows = new ArrayList<>();
        for (CheckedFile file : files) {
            for (Decision decision : file.decisions()) {
                Claim claim = decision.claim();
                rows.add(List.of(
                        claim.id(),
                        CheckCommand.what(claim),
                        "" + claim.order(),
                        decision.verdict() + (decision.isExpected() ? "" : ", expected " + claim.expected())));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(CheckCommand.summary(files).strip() + "."));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    "Every claim with its verdict", List.of("claim", "what", "order", "verdict"), rows, Set.of()));
        }
        return new Section("Verdicts", blocks);
    }

    private Section paper(CheckedFile file) {
        List<Block> blocks = new ArrayList<>();
        file.decisions().forEach(decision -> blocks.addAll(claim(decision)));
        if (isAll) {
            file.file().waiting().forEach(row -> blocks.addAll(waiting(row)));
        }
        if (!blocks.isEmpty()) {
            blocks.add(0, new Block.Paragraph(file.file().paper().citation()));
        }
        return new Section(heading(file), blocks);
    }

    private static String heading(CheckedFile file) {
        String title = file.file().paper().title();
        return title.isBlank() ? file.file().paper().id() : title;
    }

    private List<Block> claim(Decision decision) {
        Claim claim = decision.claim();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Subheading(anchor(claim.id()), claim.id() + ": " + decision.verdict()));
        String place = claim.where().isBlank() ? "" : claim.where() + ": ";
        blocks.add(new Block.Paragraph(place + CheckCommand.what(claim) + " to order " + claim.order()
                + (claim.isConfirmed() ? "." : " (printed wording unconfirmed).")
                + (decision.isExpected() ? "" : " Expected: " + claim.expected() + ".")));
        for (ClaimFormulas.Display display : ClaimFormulas.of(decision, width)) {
            blocks.add(new Block.Paragraph(display.words()));
            blocks.add(new Block.Formula(display.tex(), display.snippet()));
        }
        restated.apply(decision)
                .ifPresent(formula -> blocks.add(new Block.Paragraph("In the convention given: " + formula)));
        decision.counterexample()
                .map(example -> claim.kind() == ClaimKind.EQUATION ? example.ofEquation() : example.toString())
                .ifPresent(example -> blocks.add(new Block.Paragraph("For example " + example + ".")));
        blocks.add(new Block.Paragraph(conclusion(decision)));
        return blocks;
    }

    private static String conclusion(Decision decision) {
        String reason = decision.reason().map(given -> ": " + given).orElse("");
        return switch (decision.verdict()) {
            case PROVED -> "Proved: the two are the same" + reason + ".";
            case REFUTED -> "Refuted" + reason + ".";
            case CONDITIONAL -> "Conditional" + reason + ".";
            case CONSISTENT -> "Numerical runs do not contradict the claim" + reason + ".";
            case WAITING -> "Waiting for" + reason + ".";
        };
    }

    private static List<Block> waiting(Waiting row) {
        return List.of(
                new Block.Subheading(anchor(row.id()), row.id() + ": " + Verdict.WAITING),
                new Block.Paragraph(row.what() + ". Waiting for: " + row.reason() + "."));
    }

    /** The anchor of a claim: {@code claim-}, and its name with anything unusual replaced. */
    static String anchor(String id) {
        return "claim-" + id.replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
