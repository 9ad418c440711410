package org.modeq.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report: a title, the conventions of its results in one line, and its sections.
 *
 * @param title the title, as text
 * @param conventions the conventions in one line of text; may be empty
 * @param sections the sections, in this order; those without blocks are left out of the page
 */
public record HtmlReport(String title, String conventions, List<Section> sections) {
    private static final List<String> SCRIPTS = List.of("report.js", "choices.js", "plots.js");

    /**
     * Checks the title and copies the list.
     *
     * @param title the title, as text
     * @param conventions the conventions in one line of text; may be empty
     * @param sections the sections, in this order
     * @throws IllegalArgumentException if the title is blank
     */
    public HtmlReport {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a report with " + sections.size() + " sections has a blank title;"
                    + " expected a few words that say what was done, such as Modified equation of gd");
        }
        sections = List.copyOf(sections);
    }

    /**
     * The report as one HTML file, to be written in UTF-8. It opens from a disk, loads nothing, and shows everything
     * without script too. With a single formula it has about half a megabyte, nearly all of it KaTeX and its fonts; a
     * table adds the length of its cells.
     *
     * @return the page; equal reports give equal strings
     * @throws java.util.NoSuchElementException if the jar of KaTeX is not on the class path
     */
    public String render() {
        List<Section> shown =
                sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
        String katex = Html.script(Katex.script());
        String script = Html.script(SCRIPTS.stream().map(Resources::text).collect(Collectors.joining("\n")));
        String style = Katex.style(shown.stream().flatMap(HtmlReport::formulas).toList());
        String head = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <!--
                This page carries KaTeX and some of its fonts. Their licences:

                %s
                -->
                <style>%s</style>
                <style>%s</style>
                </head>
                """.formatted(
                        policy(katex, script),
                        Html.text(title),
                        Html.comment(Katex.licences()),
                        Html.style(style),
                        Html.style(Resources.text("report.css")));
        return head + body(shown) + "<script>" + katex + "</script>\n<script>" + script
                + "</script>\n</body>\n</html>\n";
    }

    private String body(List<Section> shown) {
        String line = conventions.isBlank() ? "" : "<p>" + Html.text(conventions) + "</p>\n";
        BlockWriter writer = new BlockWriter();
        String content = IntStream.range(0, shown.size())
                .mapToObj(i -> section(i + 1, shown.get(i), writer))
                .collect(Collectors.joining());
        return "<body>\n<header>\n<h1>" + Html.text(title) + "</h1>\n" + line + "</header>\n" + navigation(shown)
                + "<main>\n" + content + "</main>\n";
    }

    private static String navigation(List<Section> shown) {
        if (shown.size() < 2) {
            return "";
        }
        return IntStream.range(0, shown.size())
                .mapToObj(i -> "<li><a href=\"#section-" + (i + 1) + "\">"
                        + Html.text(shown.get(i).heading()) + "</a></li>\n")
                .collect(Collectors.joining("", "<nav aria-label=\"Sections\">\n<ul>\n", "</ul>\n</nav>\n"));
    }

    private static String section(int number, Section section, BlockWriter writer) {
        return """
                <section aria-labelledby="section-%1$d">
                <h2 id="section-%1$d">%2$s</h2>
                %3$s</section>
                """.formatted(
                        number,
                        Html.text(section.heading()),
                        section.blocks().stream().map(writer::write).collect(Collectors.joining()));
    }

    private static Stream<String> formulas(Section section) {
        return section.blocks().stream().flatMap(block -> block.fold(new FormulasOf()));
    }

    /** Nothing from outside, and of the scripts only these two: one that a string smuggled in would not run. */
    private static String policy(String... scripts) {
        String hashes = Stream.of(scripts)
                .map(script -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(script)) + "'")
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes
                + "; style-src 'unsafe-inline'; font-src data:; img-src data:;"
                + " base-uri 'none'; form-action 'none'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
