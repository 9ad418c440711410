package org.modeq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.proofs.check.CheckedFile;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Paper;
import org.modeq.proofs.claim.Verdict;
import org.modeq.proofs.claim.Waiting;

/** Writes {@code docs/papers.md} from the catalogue, with the verdicts of today. */
final class PapersPage {
    private static final String BEGINNING = """
            # Papers that were checked

            Formulas of %d papers, from the [catalogue](../proofs-check/catalogue) that comes with modeq, with what `./modeq check` finds: %s.
            *Proved* is for every smooth loss (or field) in every dimension. *Conditional* is false in general and proved under conditions,
            which are named. *Refuted* is false, with what is wrong with it; `./modeq check` adds a counterexample. *Consistent* agrees in
            numbers at random points, which is no proof.

            **What this does not say.** No wording has been compared with a printed page yet, and numbers of theorems are from memory:
            each claim has `printed: unconfirmed`, and a verdict is about the formula as it stands in the catalogue. Many of the
            refuted ones are nobody's: they are readings that go one step too far ("read for gradient descent", "taken for"), kept
            because it is easy to fall for them. Those that are believed to be in print say so ("as printed", "Theorem 3.1"). If you have
            the page at hand, compare, and change `printed` to `confirmed` or mend the claim.

            All are in the convention f = −∇L, [f,g] = g′f − f′g, sums of losses and not means, step size h, unless the row says
            otherwise. [Check a formula](check-a-formula.md) of your own.
            """;

    private static final int LONGEST_DIFFERENCE = 320;

    private PapersPage() {}

    static String text() {
        List<CheckedFile> checked =
                Catalogue.files().stream().map(CheckedFile::of).toList();
        StringBuilder page = new StringBuilder(BEGINNING.formatted(checked.size(), counts(checked)));
        page.append(
                "\n## What is refuted, or true under conditions only\n\n| claim | paper | what | verdict |\n| --- | --- | --- | --- |\n");
        checked.forEach(paper -> paper.decisions().stream()
                .filter(decision -> decision.verdict() != Verdict.PROVED)
                .forEach(decision -> page.append("| `" + decision.claim().id() + "` | `"
                        + paper.file().paper().id() + "` | " + what(decision) + " | " + verdict(decision) + " |\n")));
        page.append("\n## All papers\n");
        checked.forEach(paper -> append(page, paper));
        return page.toString();
    }

    private static String counts(List<CheckedFile> checked) {
        return List.of(Verdict.PROVED, Verdict.CONDITIONAL, Verdict.REFUTED, Verdict.CONSISTENT).stream()
                .map(verdict -> checked.stream()
                                .flatMap(paper -> paper.decisions().stream())
                                .filter(decision -> decision.verdict() == verdict)
                                .count()
                        + " " + verdict)
                .collect(Collectors.joining(", "));
    }

    private static void append(StringBuilder page, CheckedFile checked) {
        Paper paper = checked.file().paper();
        String title = paper.url().isEmpty() ? paper.title() : "[" + paper.title() + "](" + paper.url() + ")";
        page.append("\n### " + paper.id() + "\n\n" + String.join(", ", paper.authors()) + ", *" + title + "* ("
                + paper.year() + ")\n\n| claim | about | what | verdict |\n| --- | --- | --- | --- |\n");
        for (Decision decision : checked.decisions()) {
            page.append("| `" + decision.claim().id() + "` | `"
                    + cell(decision.claim().subject().name()) + "` to order "
                    + decision.claim().order() + " | " + what(decision) + " | " + decision.verdict() + " |\n");
        }
        for (Waiting row : checked.file().waiting()) {
            page.append(
                    "| `" + row.id() + "` | | " + words(row.what()) + " | waiting for " + words(row.reason()) + " |\n");
        }
    }

    private static String what(Decision decision) {
        return words(decision.claim().where());
    }

    /** Words that Markdown is not to read as its own marks. */
    private static String words(String text) {
        return cell(text).replaceAll("[*_\\[<]", "\\\\$0");
    }

    private static String verdict(Decision decision) {
        String reason = decision.reason()
                .map(text -> ": " + words(text.replaceFirst("^is refuted ", "")))
                .orElse("");
        String difference = decision.differenceText()
                .map(text -> text.length() > LONGEST_DIFFERENCE
                        ? "; claimed − derived is long, `./modeq check` prints it"
                        : "; claimed − derived = `" + cell(text) + "`")
                .orElse("");
        return decision.verdict() + reason + difference;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** Writes the page anew into the folder of the project. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of("docs", "papers.md"), text());
    }
}
