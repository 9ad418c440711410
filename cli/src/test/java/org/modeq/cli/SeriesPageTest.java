package org.modeq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page of a series")
class SeriesPageTest {
    private static final Pattern HEADING = Pattern.compile("<h2 id=\"[a-z0-9-]+\">([^<]+)</h2>");

    private static String page(String line) {
        Run run = Run.ofLine("derive " + line + " --format html");
        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        return run.out();
    }

    private static List<String> headings(String page) {
        return HEADING.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @ParameterizedTest(name = "{0}: {1} trees")
    @CsvSource(
            delimiter = '|',
            value = {
                "gd --order 5           | 17 | Series, Terms, Loss and remainder, How to reproduce, Cite",
                "sequence:A,B --order 3 | 20 | Series, Terms, Brackets, Loss and remainder, How to reproduce, Cite",
                "heavy-ball --order 4   | 8  | Series, Terms, Loss and remainder, How to reproduce, Cite",
                "rk:rk4 --order 4       | 8  | Series, Terms, How to reproduce, Cite"
            })
    @DisplayName("has a drawing for each tree, and sections for what there is")
    void sections(String line, int trees, String headings) {
        String page = page(line);
        assertEquals(trees, count(page, "<svg class=\"tree\""));
        assertEquals(List.of(headings.split(", ", -1)), headings(page));
        assertTrue(page.contains("modeq derive " + line.strip()), "the command");
    }

    @Test
    @DisplayName("has the series in three notations, each copied with the comment that says how it was made")
    void notations() {
        String page = page("gd --order 3 --notation tree");
        for (String source : List.of("\\nabla^{2}L\\,\\nabla L", "f&#39;&#39;(f,f)", "f^{i}_{jk}f^{j}f^{k}")) {
            assertTrue(page.contains("<code class=\"tex display\">") && page.contains(source), source);
        }
        assertFalse(page.contains("\\label{eq:modeq-gd-3}</code>"));
        List<String> copies = Pattern.compile("data-copy=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(copy -> copy.startsWith("% modeq: derive gd"))
                .toList();
        assertEquals(10, copies.size(), "three notations of three orders, and the loss");
    }

    @Test
    @DisplayName("has the brackets or the loss alone where these are asked for")
    void forms() {
        assertEquals(
                List.of("Brackets", "How to reproduce", "Cite"),
                headings(page("sequence:A,B --as brackets --order 3")));
        String loss = page("gd --as loss --order 3");
        assertEquals(List.of("Loss and remainder", "How to reproduce", "Cite"), headings(loss));
        assertTrue(loss.contains("through h^1 and not beyond"), "where the loss ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd --order 5", "sequence:A,B --order 4", "heavy-ball --order 4"})
    @DisplayName("is the same twice, at most 1.5 MB, and names nothing that would be loaded")
    void oneFile(String line) {
        String page = page(line);
        assertEquals(page, page(line));
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length <= 1_500_000);
        assertFalse(Pattern.compile("(src|href)=\"(?!#|data:)")
                .matcher(page.substring(0, page.indexOf("<script>")))
                .find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "derive adam --format html",
                "derive sgd --as generator --format html",
                "derive gd --as metric --format html"
            })
    @DisplayName("is refused where there is none, in a line that says what there is")
    void refused(String line) {
        Run run = Run.ofLine(line);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("expected text, latex, latex-document or json"), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    @DisplayName("has lists of notations and orders, and the lower orders aside for the script")
    void choices() {
        String page = page("gd --order 3 --notation field");
        assertTrue(page.contains("<option value=\"field\" selected>derivatives of fields</option>"));
        assertTrue(page.contains("<option value=\"3\" selected>3</option>"));
        assertEquals(6, count(page, "<template class=\"variant\" data-when=\"notation="));
        assertTrue(page.contains("<div class=\"variant\" data-when=\"notation=field order=3\">"));
        assertTrue(page.contains("data-order=\"2\" data-copy-field=\"-\\frac{h}{2}f&#39;f\""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gd --order 10, 1205 trees, true",
        "gd --order 12, 7813 trees, false",
        "'sequence:A,B --order 6', 1202 trees, true"
    })
    @DisplayName("of many terms shows some, says so, and stays below 1.5 MB")
    void manyTerms(String line, String trees, boolean hasFormula) {
        String page = page(line);
        assertTrue(page.contains(" of " + trees + ";"), line);
        assertEquals(hasFormula, page.contains("<select data-choice=\"notation\">"));
        assertEquals(!hasFormula, page.contains(" terms long, has no room on a page; modeq derive " + line));
        assertTrue(page.getBytes(StandardCharsets.UTF_8).length <= 1_500_000, page.length() + " characters");
    }

    @Test
    @DisplayName("is there for a product of exponentials too")
    void logarithm() {
        Run run = Run.ofLine("bch --word A/2,B,A/2 --degree 3 --format html");
        assertEquals("", run.err());
        assertEquals(List.of("Series", "Terms", "How to reproduce", "Cite"), headings(run.out()));
        assertTrue(run.out().contains("<h1>Logarithm of e^(A/2) e^B e^(A/2) to degree 3</h1>"));
        assertTrue(run.out().contains("data-copy=\"% modeq: bch --word A/2,B,A/2 --degree 3 --format latex;"));
        assertTrue(run.out().contains("<td><code class=\"tex\">[[A,B],B]</code></td>"));
    }
}
