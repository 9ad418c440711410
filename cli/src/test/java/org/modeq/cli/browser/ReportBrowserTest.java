package org.modeq.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.cli.Run;
import org.openqa.selenium.Keys;

@Tag("browser")
@DisplayName("A report in a browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserTest {
    private static final String GD = "derive gd --order 5";
    private static final String VALIDATION = "validate problem.yaml --method gd --field A --order 2 --step-size 0.2";
    private static final String SHOWN_SERIES = "#section-1 ~ .variant:not([hidden]) .formula";

    private Browser browser;
    private ReportPages pages;

    @BeforeAll
    void start(@TempDir Path folder) {
        browser = Browser.start();
        pages = new ReportPages(folder);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void look() {
        browser.script(true);
        browser.look(1000, "screen", "light");
    }

    private void open(String command) {
        browser.openMarkup(pages.of(command));
        browser.await("return document.readyState === 'complete'");
    }

    private int count(String selector) {
        return browser.number("return document.querySelectorAll(arguments[0]).length", selector);
    }

    /** Chooses a value of a list as a reader does. */
    private void choose(String name, String value) {
        browser.run(
                "const list = document.querySelector(`select[data-choice=${arguments[0]}]`); list.value = arguments[1];"
                        + "list.dispatchEvent(new Event('change'));",
                name,
                value);
    }

    @ParameterizedTest(name = "{0}: {1} formulas, {2} trees")
    @CsvSource({
        "derive gd --order 5, 19, 17",
        "'derive sequence:A,B --order 4', 63, 72",
        "derive heavy-ball --order 4, 10, 8",
        "bch --degree 5, 13, 0"
    })
    @DisplayName("sets every formula that is seen, draws every tree, says nothing and asks for nothing")
    void quiet(String command, int formulas, int trees) {
        open(command);
        assertEquals(formulas, count(".katex"), "formulas");
        assertEquals(
                0,
                browser.number("return [...document.querySelectorAll('code.tex')]"
                        + ".filter(code => !code.closest('[hidden]')).length"));
        assertEquals(0, count(".katex-error"));
        assertEquals(trees, count("svg.tree"));
        assertEquals(List.of(), browser.console());
        assertEquals(List.of(), browser.requests());
    }

    @Test
    @DisplayName("unfolds a long table, with its formulas set")
    void unfolds() {
        open("derive sequence:A,B --order 4");
        assertEquals("Show all 72 rows", browser.text("button.more"));
        browser.click("button.more");
        assertEquals(75, count(".katex"));
        assertEquals("all 72 rows are shown", browser.text("button.more ~ [role=status]"));
    }

    /** The command in the comment of a snippet, run. */
    private static String snippetOf(String copied) {
        Matcher command = Pattern.compile("% modeq: (.*?);").matcher(copied);
        assertTrue(command.find(), copied);
        return Run.ofLine(command.group(1)).out();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {GD, "derive sequence:A,B --order 4", "derive heavy-ball --order 4", "derive rk:rk4 --order 4"})
    @DisplayName("copies the series that is shown, as the command line writes it")
    void copies(String command) {
        open(command);
        browser.click(SHOWN_SERIES + " button.copy");
        browser.await("return document.querySelector('" + SHOWN_SERIES + " [role=status]').textContent === 'copied'");
        String first = browser.clipboard();
        assertEquals(snippetOf(first), first);
        choose("notation", "index");
        choose("order", "3");
        browser.click(SHOWN_SERIES + " button.copy");
        browser.await("return document.querySelector('" + SHOWN_SERIES + " [role=status]').textContent === 'copied'");
        String second = browser.clipboard();
        assertTrue(second.contains("--order 3") && second.contains("--notation index"), second);
        assertEquals(snippetOf(second), second);
    }

    @Test
    @DisplayName("copies one term, in the notation that is chosen")
    void copiesTerm() {
        open(GD);
        browser.click("#table-1 tbody tr:nth-child(2) button");
        browser.await("return document.querySelector('.table > .controls [role=status]').textContent === 'copied'");
        assertEquals("-\\frac{h}{2}\\nabla^{2}L\\,\\nabla L", browser.clipboard());
        choose("notation", "field");
        browser.click("#table-1 tbody tr:nth-child(2) button");
        browser.await("return document.querySelector('.table > .controls [role=status]').textContent === 'copied'");
        assertEquals("-\\frac{h}{2}f'f", browser.clipboard());
    }

    @Test
    @DisplayName(
            "changes formula and table with order and notation, and keeps the choice on the way back and on loading again")
    void choices() {
        open(GD);
        String whole = browser.text(SHOWN_SERIES);
        choose("order", "3");
        choose("notation", "field");
        String chosen = browser.text(SHOWN_SERIES);
        assertNotEquals(whole, chosen);
        assertTrue(chosen.contains("O(h^{3})") && chosen.contains("f''(f,f)"), chosen);
        assertEquals(4, count("#table-1 tbody tr:not([hidden])"));
        assertEquals(1, count("#table-1 th[data-when]:not([hidden])"));
        assertEquals("F(t)", browser.text("#table-1 th[data-when]:not([hidden])"));
        assertEquals("#notation=field&order=3", browser.value("return location.hash"));
        browser.reload();
        assertEquals(chosen, browser.text(SHOWN_SERIES));
        browser.back();
        browser.await("return document.querySelector('select[data-choice=notation]').value === 'gradient'");
        assertEquals(4, count("#table-1 tbody tr:not([hidden])"));
        browser.back();
        browser.await("return document.querySelector('select[data-choice=order]').value === '5'");
        assertEquals(whole, browser.text(SHOWN_SERIES));
    }

    @Test
    @DisplayName("changes the trajectory and its numbers with the step size, by keyboard")
    void slider() {
        open(VALIDATION);
        String curve = "return document.querySelector('.variant:not([hidden]) polyline').getAttribute('points')";
        String before = browser.value(curve).toString();
        String words = browser.text("output");
        assertTrue(words.startsWith("h = 0.200, 20 steps"), words);
        browser.focus("input[type=range]");
        browser.press(Keys.ARROW_RIGHT, 1);
        String after = browser.text("output");
        assertNotEquals(words, after);
        assertNotEquals(before, browser.value(curve).toString());
        assertEquals(after, browser.value("return document.querySelector('input[type=range]').ariaValueText"));
        browser.reload();
        assertEquals(after, browser.text("output"));
        browser.focus("input[type=range]");
        browser.press(Keys.ARROW_LEFT, 1);
        assertEquals(words, browser.text("output"));
        assertEquals(List.of(), browser.console());
    }

    @Test
    @DisplayName("reads values off a plot by pointer and by keyboard, and shows it larger")
    void plots() {
        open(VALIDATION);
        String status = "figure .controls:not(.choices) [role=status]";
        browser.focus("figure .scroll");
        browser.press(Keys.ARROW_RIGHT, 1);
        String first = browser.text(status);
        assertTrue(first.contains("step size h") && first.contains("distance"), first);
        browser.press(Keys.ARROW_RIGHT, 1);
        assertNotEquals(first, browser.text(status));
        assertEquals(1, count(".crosshair"));
        String box = "return document.querySelector('svg[data-x]').getAttribute('viewBox')";
        String whole = browser.value(box).toString();
        browser.type("+");
        assertNotEquals(whole, browser.value(box).toString());
        browser.type("0");
        assertEquals(whole, browser.value(box).toString());
        browser.point("figure svg.modeq-plot svg[data-x] polyline", 0, 0);
        browser.await("return document.querySelector('" + status + "').textContent.includes('step size h')");
    }

    @ParameterizedTest
    @ValueSource(strings = {GD, "derive heavy-ball --order 4", VALIDATION, "bch --degree 5", "check claims.yaml"})
    @DisplayName("passes axe in both colour schemes, wide and narrow, and does not scroll sideways")
    void access(String command) {
        open(command);
        assertEquals(List.of(), browser.axe(), "light, 1000 px");
        assertFalse(browser.scrollsSideways(), "sideways at 1000 px");
        browser.look(360, "screen", "dark");
        assertEquals(List.of(), browser.axe(), "dark, 360 px");
        assertFalse(browser.scrollsSideways(), "sideways at 360 px");
    }

    @Test
    @DisplayName("holds every coefficient without script")
    void withoutScript() throws IOException {
        browser.script(false);
        open(GD);
        List<String> rows = browser.strings(
                "return [...document.querySelectorAll('#table-1 tbody th')].map(tree => tree.textContent)");
        assertEquals(17, rows.size());
        assertEquals(3, count("#section-1 ~ .variant code.tex.display"));
        Run.ofLine(GD + " --format json").json().path("terms").forEach(term -> {
            String row = "#table-1 tbody tr:nth-child("
                    + (rows.indexOf(term.path("tree").asText()) + 1) + ")";
            assertTrue(browser.text(row).endsWith(term.path("coefficient").asText()), term::toString);
        });
        assertFalse(browser.scrollsSideways());
        assertEquals(
                0,
                browser.number("return [...document.querySelectorAll('button, select, input')]"
                        + ".filter(control => control.offsetParent).length"),
                "controls that would do nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {GD, "derive sequence:A,B --order 4", "derive heavy-ball --order 4", "check claims.yaml"})
    @DisplayName("prints every formula whole on A4, and no controls")
    void prints(String command) {
        open(command);
        browser.look(642, "print", "light");
        assertEquals(
                List.of(),
                browser.strings("return [...document.querySelectorAll('.formula .scroll')]"
                        + ".filter(box => box.offsetParent && box.scrollWidth > box.clientWidth)"
                        + ".map(box => `${box.scrollWidth} > ${box.clientWidth}: ${box.textContent.slice(0, 80)}`)"));
        assertEquals(
                0,
                browser.number("return [...document.querySelectorAll('button, select, input, nav')]"
                        + ".filter(control => control.offsetParent).length"));
    }

    @Test
    @DisplayName("prints with its fonts inside")
    void fonts(@TempDir Path folder) throws IOException {
        open(GD);
        Path file = folder.resolve("gd.pdf");
        browser.pdf(file);
        String pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String font : List.of("KaTeX_Main-Regular", "KaTeX_Math-Italic")) {
            assertTrue(pdf.contains("+" + font), font);
        }
        assertEquals(
                Pattern.compile("/Type /FontDescriptor").matcher(pdf).results().count(),
                Pattern.compile("/FontFile").matcher(pdf).results().count(),
                "fonts, and those of them that are inside");
    }

    @Test
    @DisplayName("shows hostile words as text")
    void hostile() {
        open("check claims.yaml");
        assertTrue(browser.text("main").contains("</script><img src=x onerror=alert(1)> & \"$x$ %s \\input{x}"));
        assertEquals(0, count("img"));
        assertEquals(List.of(), browser.console());
        assertEquals(List.of(), browser.requests());
        assertEquals(3, count("h3[id^=claim-]"));
        assertEquals(0, count(".katex-error"));
    }
}
