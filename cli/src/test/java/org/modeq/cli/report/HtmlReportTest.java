package org.modeq.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A report")
class HtmlReportTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 9 9\">"
            + "<title>tree</title><desc>f[f]</desc><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>";

    private static String page(Block... blocks) {
        return new HtmlReport("Modified equation of gd", "f = −∇L", List.of(new Section("Series", List.of(blocks))))
                .render();
    }

    /** What a reader sees: the page without its head, and without its scripts. */
    private static String body(String page) {
        return page.substring(page.indexOf("<body>"), page.indexOf("<script>"));
    }

    private static Block.Table table(int rows) {
        return new Block.Table(
                "All terms",
                List.of("tree", "b"),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> List.of("t" + i, "\\frac{1}{" + i + "}"))
                        .toList(),
                Set.of(1));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Nested
    @DisplayName("has the structure of a document")
    class Structure {
        private final String body = body(new HtmlReport(
                        "Modified equation of gd",
                        "f = −∇L; time h per step",
                        List.of(
                                new Section("Series", List.of(new Block.Formula("\\dot\\theta", "\\dot x\n"))),
                                new Section("Brackets", List.of()),
                                new Section("Terms", List.of(new Block.Paragraph("Two."), table(2)))))
                .render());

        @Test
        @DisplayName("with a language, one first heading, landmarks, and a link to each section")
        void headings() {
            assertTrue(page().startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
            assertTrue(body.contains("<header>\n<h1>Modified equation of gd</h1>\n<p>f = −∇L; time h per step</p>\n"));
            assertEquals(1, count(body, "<h1>"));
            assertEquals(1, count(body, "<main>"));
            assertTrue(body.contains("<li><a href=\"#section-2\">Terms</a></li>"));
            assertTrue(body.contains("<section aria-labelledby=\"section-2\">\n<h2 id=\"section-2\">Terms</h2>"));
        }

        @Test
        @DisplayName("without sections that have no content, and without links where there is one section")
        void absentSections() {
            assertFalse(body.contains("Brackets"));
            assertFalse(body(page(table(1))).contains("<nav"));
        }

        @Test
        @DisplayName("with every formula as its source, in a labelled box that the keyboard can scroll")
        void formulas() {
            assertTrue(body.contains("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Formula 1\">"
                    + "<code class=\"tex display\">\\dot\\theta</code></div>"));
            assertTrue(body.contains("<code class=\"tex\">\\frac{1}{2}</code>"));
            assertEquals(3, count(body, "<code class=\"tex"));
        }

        @Test
        @DisplayName("with the text to copy in the button, and a line that will say that it was copied")
        void copyButton() {
            assertTrue(body.contains("<button type=\"button\" class=\"copy\" data-copy=\"\\dot x\n\" hidden>Copy LaTeX"
                    + "</button> <span role=\"status\"></span>"));
        }

        @Test
        @DisplayName("with captions and with headers of columns and rows in its tables")
        void tables() {
            assertTrue(body.contains("<caption>All terms</caption>"));
            assertTrue(body.contains("<th scope=\"col\">tree</th><th scope=\"col\">b</th>"));
            assertTrue(body.contains(
                    "<tr><th scope=\"row\">t1</th><td><code class=\"tex\">\\frac{1}{1}</code></td></tr>"));
        }

        @Test
        @DisplayName("with columns of numbers flush right, and with empty cells where a formula is absent")
        void cells() {
            String markup = body(page(new Block.Table(
                    "c",
                    List.of("t", "error", "F"),
                    List.of(List.of("a", "1.5e-3", ""), List.of("b", "−2/3", "f'f")),
                    Set.of(2))));
            assertTrue(markup.contains("<td class=\"number\">1.5e-3</td><td></td>"));
            assertTrue(markup.contains("<td class=\"number\">−2/3</td><td><code class=\"tex\">f&#39;f</code></td>"));
        }

        @Test
        @DisplayName("with pictures as they were drawn, and with commands as they are typed")
        void picturesAndCommands() {
            String markup =
                    body(page(new Block.Picture(SVG, "The cherry"), new Block.Code("modeq derive gd \\\n  --order 4")));
            assertTrue(markup.contains(SVG));
            assertTrue(markup.contains("<figcaption>The cherry</figcaption>"));
            assertTrue(markup.contains("<code>modeq derive gd \\\n  --order 4</code></pre>"));
            assertFalse(body(page(new Block.Picture(SVG, ""))).contains("figcaption"));
        }
    }

    @Nested
    @DisplayName("shows sixty rows of a table and a button for the rest")
    class LongTables {
        @Test
        @DisplayName("not for sixty rows")
        void sixty() {
            String body = body(page(table(60)));
            assertEquals(1, count(body, "<tbody>"));
            assertFalse(body.contains("class=\"more\""));
        }

        @Test
        @DisplayName("for sixty-one, with all of them in the markup, and visible without script")
        void sixtyOne() {
            String body = body(page(table(61)));
            assertEquals(61, count(body, "<th scope=\"row\">"));
            assertEquals(2, count(body, "<tbody>"));
            assertTrue(body.indexOf("t60<") < body.lastIndexOf("<tbody>"));
            assertTrue(body.indexOf("t61<") > body.lastIndexOf("<tbody>"));
            assertTrue(body.contains("<button type=\"button\" class=\"more\" aria-controls=\"table-1\" hidden>"
                    + "Show all 61 rows</button>"));
        }
    }

    @Nested
    @DisplayName("takes every string as text")
    class Escaping {
        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {"</script><b>", "\"><img src=x onerror=alert(1)>", "a & b", "$x$", "'-->", "</style>", "%s"})
        void hostile(String text) {
            String safe = text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
            String page = new HtmlReport(
                            text,
                            text,
                            List.of(new Section(
                                    text,
                                    List.of(
                                            new Block.Paragraph(text),
                                            new Block.Formula(text, text),
                                            new Block.Table(
                                                    text, List.of(text, text), List.of(List.of(text, text)), Set.of(1)),
                                            new Block.Picture(SVG, text),
                                            new Block.Code(text)))))
                    .render();
            for (String place : List.of(
                    "<title>#</title>",
                    "<h1>#</h1>",
                    "</h1>\n<p>#</p>",
                    "<h2 id=\"section-1\">#</h2>",
                    "</h2>\n<p>#</p>",
                    "<code class=\"tex display\">#</code>",
                    "data-copy=\"#\" hidden>Copy LaTeX",
                    "<caption>#</caption>",
                    "<th scope=\"col\">#</th>",
                    "<th scope=\"row\">#</th>",
                    "<td><code class=\"tex\">#</code></td>",
                    "<figcaption>#</figcaption>",
                    "<code>#</code></pre>",
                    "data-copy=\"#\" hidden>Copy<")) {
                assertTrue(page.contains(place.replace("#", safe)), place);
            }
            assertEquals(2, count(page, "<script>"));
            assertEquals(2, count(page, "</script>"));
            assertFalse(body(page).contains("<img"));
        }

        @Test
        @DisplayName("and keeps carriage returns, which a reader of HTML would drop")
        void carriageReturns() {
            assertTrue(page(new Block.Formula("x", "a\r\nb")).contains("data-copy=\"a&#13;\nb\""));
        }

        @Test
        @DisplayName("and lets no program, style sheet or comment end before its end")
        void containers() {
            assertEquals("'<\\/script>' + '<\\!--'", Html.script("'</script>' + '<!--'"));
            assertEquals("a{content:'<\\/style>'}", Html.style("a{content:'</style>'}"));
            assertEquals("a -- > b -- !> c", Html.comment("a --> b --!> c"));
        }
    }

    @Nested
    @DisplayName("needs nothing but itself")
    class SelfContained {
        private final String page = page(
                new Block.Formula("\\nabla L", "\\nabla L"),
                table(400),
                new Block.Picture(SVG, "p"),
                new Block.Code("modeq"));

        @Test
        @DisplayName("and names no address but those of licences and of name spaces")
        void addresses() {
            String outsideComment = page.replaceFirst("(?s)<!--.*?-->", "");
            Set<String> addresses = Pattern.compile("https?:[^\"'\\s)]*")
                    .matcher(outsideComment)
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg"), addresses);
            assertFalse(outsideComment.contains("@import"));
            assertEquals(Set.of("data:font/woff2"), match(outsideComment, "url\\(([^;)]*)"));
        }

        @Test
        @DisplayName("and forbids the browser to load or to run anything else")
        void policy() throws Exception {
            Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                    .matcher(page);
            assertTrue(policy.find());
            assertTrue(policy.group(1).startsWith("default-src 'none'; script-src 'sha256-"));
            assertTrue(policy.group(1).contains("; style-src 'unsafe-inline'; font-src data:; img-src data:;"));
            for (String script : match(page, "(?s)<script>(.*?)</script>")) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
                assertTrue(policy.group(1).contains(Base64.getEncoder().encodeToString(hash)));
            }
        }

        @Test
        @DisplayName("and carries the licences")
        void licences() {
            assertTrue(page.contains("The MIT License (MIT)"));
            assertTrue(page.contains("SIL OPEN FONT LICENSE"));
            assertEquals(1, count(page, "<!--"));
        }

        @Test
        @DisplayName("and has at most 1.5 MB")
        void size() {
            int size = page.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(size <= 1_500_000, size + " bytes");
        }

        @Test
        @DisplayName("and equal reports give equal bytes")
        void equalBytes() {
            HtmlReport report = new HtmlReport("t", "c", List.of(new Section("s", List.of(table(70)))));
            HtmlReport same = new HtmlReport("t", "c", List.of(new Section("s", List.of(table(70)))));
            assertEquals(report, same);
            assertEquals(report.render(), same.render());
        }
    }

    @Nested
    @DisplayName("lets the reader choose")
    class Choosings {
        private final Block.Choices choices = new Block.Choices(List.of(new Block.Choices.Choice(
                "order", "Order", List.of(Map.entry("1", "one"), Map.entry("2", "two")), "2")));

        @Test
        @DisplayName("from lists that only the script shows")
        void lists() {
            assertTrue(body(page(choices)).contains("""
                    <p class="controls choices" hidden>
                    <label>Order <select data-choice="order"><option value="1">one</option>\
                    <option value="2" selected>two</option></select></label>
                    </p>
                    """));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Block.Choices.Choice("order", "Order", List.of(Map.entry("1", "one")), "3"));
        }

        @Test
        @DisplayName("what is spare being left to the script, what is not standing there without it")
        void variants() {
            Map<String, String> when = Map.of("order", "2", "notation", "field");
            String body = body(page(
                    new Block.Variant(when, false, new Block.Paragraph("whole")),
                    new Block.Variant(Map.of("order", "1"), true, new Block.Paragraph("part"))));
            assertTrue(body.contains(
                    "<div class=\"variant\" data-when=\"notation=field order=2\">\n<p>whole</p>\n</div>"));
            assertTrue(body.contains("<template class=\"variant\" data-when=\"order=1\">\n<p>part</p>\n</template>"));
        }

        @Test
        @DisplayName("the rows, the columns and the texts to copy of a table")
        void tables() {
            Choosing choosing =
                    new Choosing(List.of(1, 2), Map.of(1, "field"), List.of(Map.of(), Map.of("field", "\"")));
            String body = body(page(new Block.Table(
                    "c",
                    List.of("t", "F"),
                    List.of(List.of("a", "x"), List.of("b", "y")),
                    Set.of(),
                    Set.of(),
                    choosing)));
            assertTrue(body.contains("<th scope=\"col\" data-when=\"notation=field\">F</th>"));
            assertTrue(body.contains(
                    "<tr data-order=\"1\"><th scope=\"row\">a</th><td data-when=\"notation=field\">x</td>"));
            assertTrue(body.contains("<tr data-order=\"2\" data-copy-field=\"&quot;\">"));
            Exception e = assertThrows(
                    IllegalArgumentException.class,
                    () -> new Block.Table("c", List.of("t"), List.of(), Set.of(), Set.of(), choosing));
            assertTrue(e.getMessage().contains("give one for each row or none"), e.getMessage());
        }

        @Test
        @DisplayName("one of several pictures, one of which is there without script")
        void frames() {
            Block.Frames.Frame frame = new Block.Frames.Frame("h = 1", SVG);
            String body = body(page(new Block.Frames("Step size", List.of(frame, frame), 1, "The run")));
            assertTrue(body.contains(
                    "<input type=\"range\" data-choice=\"frame1\" min=\"0\" max=\"1\" step=\"1\" value=\"1\">"));
            assertTrue(body.contains("<template class=\"variant\" data-words=\"h = 1\" data-when=\"frame1=0\">"));
            assertTrue(body.contains("<div class=\"variant\" data-words=\"h = 1\" data-when=\"frame1=1\">\n" + SVG));
            assertThrows(IllegalArgumentException.class, () -> new Block.Frames("h", List.of(frame), 1, ""));
        }
    }

    @Test
    @DisplayName("has headings within a section that an address leads to")
    void subheadings() {
        assertTrue(body(page(new Block.Subheading("claim-a", "a < b")))
                .contains("<h3 id=\"claim-a\">a &lt; b <a class=\"anchor\" href=\"#claim-a\""));
        assertThrows(IllegalArgumentException.class, () -> new Block.Subheading("1 a", "a"));
    }

    private static Set<String> match(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest(name = "{0} needs besides the common fonts: {1}")
    @CsvSource({
        "\\nabla L, ''",
        "\\mathcal{L}, Caligraphic-Regular",
        "\\mathfrak g, Fraktur-Regular",
        "\\mathbf{x}, Main-Bold Math-BoldItalic",
        "\\mathrm{x}\\mathcalx, ''",
        "\\boldsymbol{\\mathcal{L}}, Caligraphic-Bold Caligraphic-Regular Main-Bold Math-BoldItalic",
        "\\texttt{gd}, Typewriter-Regular",
    })
    void fonts(String tex, String more) {
        Set<String> expected = new TreeSet<>(List.of(
                "AMS-Regular",
                "Main-Regular",
                "Math-Italic",
                "Size1-Regular",
                "Size2-Regular",
                "Size3-Regular",
                "Size4-Regular"));
        List.of(more.split(" ", -1)).stream().filter(font -> !font.isEmpty()).forEach(expected::add);
        List<String> faces = List.copyOf(match(Katex.style(List.of(tex)), "@font-face\\{([^}]*)\\}"));
        assertEquals(expected.size(), faces.size(), "number of fonts");
        for (String font : expected) {
            byte[] data = Resources.bytes(Katex.home() + "dist/fonts/KaTeX_" + font + ".woff2");
            String url = "url(data:font/woff2;base64," + Base64.getEncoder().encodeToString(data) + ")";
            assertEquals(1, faces.stream().filter(face -> face.contains(url)).count(), font);
        }
    }

    @Test
    @DisplayName("knows every font of KaTeX's style sheet")
    void allFonts() {
        String everything = "\\mathcal\\mathfrak\\mathsf\\mathscr\\mathtt\\mathit\\boldsymbol{x}";
        assertEquals(20, count(Katex.style(List.of(everything)), "@font-face"));
        assertFalse(Katex.style(List.of(everything)).contains("fonts/"));
    }

    @Nested
    @DisplayName("refuses")
    class Refusals {
        @Test
        @DisplayName("a row that has not one cell for each header")
        void ragged() {
            List<List<String>> rows = List.of(List.of("a"));
            Exception e = assertThrows(
                    IllegalArgumentException.class, () -> new Block.Table("c", List.of("x", "y"), rows, Set.of()));
            assertEquals(
                    "the row [a] has 1 cells, but the table has 2 headers; give each row one cell for each header",
                    e.getMessage());
        }

        @Test
        @DisplayName("a column of formulas that does not exist")
        void noSuchColumn() {
            Exception e = assertThrows(
                    IllegalArgumentException.class, () -> new Block.Table("c", List.of("x"), List.of(), Set.of(1)));
            assertEquals(
                    "column 1 is to hold formulas or pictures, but the table has 1 columns; count them from 0 to 0",
                    e.getMessage());
        }

        @Test
        @DisplayName("a blank title, heading, caption or formula")
        void blanks() {
            assertThrows(IllegalArgumentException.class, () -> new HtmlReport(" ", "", List.of()));
            assertThrows(IllegalArgumentException.class, () -> new Section("", List.of()));
            assertThrows(IllegalArgumentException.class, () -> new Block.Table("", List.of("x"), List.of(), Set.of()));
            assertThrows(IllegalArgumentException.class, () -> new Block.Formula("x", ""));
        }

        @Test
        @DisplayName("a resource that is not there, and says which jars to give")
        void missingResource() {
            Exception e = assertThrows(NoSuchElementException.class, () -> Resources.text("/nothing.js"));
            assertTrue(e.getMessage().contains("no /nothing.js"));
        }
    }
}
