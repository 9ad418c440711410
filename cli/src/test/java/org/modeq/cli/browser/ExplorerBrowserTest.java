package org.modeq.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.cli.Run;
import org.modeq.cli.explore.ExplorePage;
import org.modeq.cli.explore.ExploreServer;
import org.openqa.selenium.Keys;

@Tag("browser")
@DisplayName("The explorer in a browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerBrowserTest {
    private static final String DISTANCES = "#distances tbody";
    private static final String REFUTED = "-\\nabla L+\\frac{h}{2}\\nabla^2 L\\,\\nabla L";

    private Browser browser;
    private ExploreServer server;

    @BeforeAll
    void start() {
        browser = Browser.start();
        server = ExplorePage.serve(
                0, words -> Run.of(words.toArray(String[]::new)).out());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** Opens a view and waits until it is whole. */
    private void open(String view) {
        browser.open("about:blank");
        browser.open(server.address() + (view.isEmpty() ? "" : "#" + view));
        awaitWhole();
    }

    private void awaitWhole() {
        browser.await("return document.querySelector('#formula .katex-display') !== null"
                + " && document.querySelectorAll('#family option').length > 20"
                + " && document.querySelector('#distances tbody tr') !== null");
    }

    private String value(String selector) {
        return browser.value("return document.querySelector(arguments[0]).value", selector)
                .toString();
    }

    private String curve(int order) {
        return browser.value("return document.querySelector('#picture .flow-' + arguments[0]).getAttribute('d')", order)
                .toString();
    }

    /** Waits until what a script gives is no longer what it was. */
    private void awaitOther(String script, String before) {
        browser.await("return (" + script + ") !== " + quoted(before));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void assertQuiet() {
        assertEquals(0, browser.number("return document.querySelectorAll('.katex-error').length"));
        assertEquals(List.of(), browser.console());
        List<String> foreign = browser.requests().stream()
                .filter(address -> !address.startsWith(server.address().toString()) && !address.startsWith("blob:"))
                .toList();
        assertEquals(List.of(), foreign, "no request leaves the server");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "method=gd&order=5                            | 18",
                "method=sequence%3AA%2CB&order=4&terms=open   | 61",
                "method=heavy-ball&order=4                    | 9",
                "method=sequence%3AA%2CB&form=brackets        | 21",
                "method=nesterov&form=loss&notation=field     | 5",
                "notation=index                               | 5",
                "method=sequence%3AA%2CB&notation=tree        | 21"
            })
    @DisplayName("renders every formula, says nothing in the console and asks nobody else")
    void formulas(String view, int formulas) {
        boolean hasRun = !view.startsWith("method=heavy-ball") && !view.startsWith("method=nesterov");
        String whole = hasRun ? view : view + "&param=beta%3D1%2F2";
        open(whole);
        assertEquals(formulas, browser.number("return document.querySelectorAll('.katex').length"));
        int trees = browser.number("return document.querySelectorAll('#terms tbody tr').length");
        assertEquals(trees, browser.number("return document.querySelectorAll('#terms tbody svg.tree').length"));
        if (view.contains("notation=tree")) {
            assertEquals(
                    trees,
                    browser.number(
                            "return [...document.querySelectorAll('#formula .place svg')].filter((tree) => {"
                                    + "const box = tree.getBoundingClientRect(); return box.width > 5 && box.height > 5; }).length"));
        }
        assertQuiet();
    }

    @Test
    @DisplayName("follows the step size, dragged or by keys, in curves, numbers and warnings; going back undoes it")
    void stepSize() {
        open("");
        String before = curve(2);
        String distances = browser.text(DISTANCES);
        String axes = browser.value("return document.querySelector('#picture g').textContent")
                .toString();
        browser.click("#h-slide");
        awaitOther("document.querySelector('#picture .flow-2').getAttribute('d')", before);
        assertEquals("0.0562", value("#h"), "the middle of 10^-3 to 10^0.5");
        assertNotEquals(distances, browser.text(DISTANCES));
        assertEquals(
                axes,
                browser.value("return document.querySelector('#picture g').textContent")
                        .toString(),
                "the picture stays where it is");
        String dragged = browser.text(DISTANCES);
        browser.focus("#h-slide");
        browser.press(Keys.ARROW_RIGHT, 3);
        awaitOther("document.querySelector('#distances tbody').textContent", dragged);
        assertEquals("0.0603", value("#h"));
        browser.back();
        browser.await("return document.getElementById('h').value === '0.2'");
        browser.await("return document.querySelector('#picture .flow-2').getAttribute('d') === " + quoted(before));
        browser.run("document.getElementById('h').focus(); document.getElementById('h').select()");
        browser.type("0.3", Keys.ENTER);
        browser.await("return document.getElementById('regime').textContent.includes('Above 1 ')");
        browser.run("document.getElementById('h').select()");
        browser.type("0.6", Keys.ENTER);
        browser.await("return document.getElementById('regime').textContent.includes('Above 2 ')");
        assertQuiet();
    }

    @Test
    @DisplayName("starts where the picture is clicked, and where arrow keys move the start")
    void startPoint() {
        open("");
        String before = curve(1);
        browser.click("#picture svg");
        awaitOther("document.querySelector('#picture .flow-1').getAttribute('d')", before);
        double x = Double.parseDouble(value("#x"));
        assertTrue(x > 0.6 && x < 0.9, "the middle of the picture: " + x);
        browser.focus("#picture");
        browser.press(Keys.ARROW_LEFT, 2);
        browser.await("return Number(document.getElementById('x').value) < " + x);
        assertTrue(browser.holds("return location.hash.includes('x=')"));
    }

    @Test
    @DisplayName("changes formula and table with order, notation and view by the keyboard; a reload keeps them")
    void choices() {
        open("");
        String formula = browser.text("#formula");
        browser.focus("#order");
        browser.type("4");
        browser.await("return document.querySelectorAll('#terms tbody tr').length === 8");
        browser.await("return document.querySelectorAll('#distances tbody tr').length === 4");
        browser.focus("#notation");
        browser.type("index");
        browser.await("return document.getElementById('formula').textContent.includes('f^{i}_{j}')");
        browser.focus("#notation");
        browser.type(Keys.HOME);
        browser.await("return document.getElementById('notation').value === ''");
        browser.focus("#form");
        browser.type("loss");
        browser.await("return document.getElementById('certificate').textContent.includes('negative gradient')");
        assertNotEquals(formula, browser.text("#formula"));
        String kept = browser.text("#formula");
        browser.reload();
        awaitWhole();
        assertEquals(kept, browser.text("#formula"));
        assertEquals("4", value("#order"));
        browser.back();
        browser.await("return document.getElementById('form').value === 'field'");
        browser.await("return document.getElementById('certificate').textContent === ''");
        assertQuiet();
    }

    @Test
    @DisplayName("has a field for each parameter and each loss of a method that is chosen or written by hand")
    void methods() {
        open("");
        browser.run("const all = document.getElementById('method'); all.focus(); all.select()");
        browser.type("sequence:A*2,B", Keys.ENTER);
        browser.await("return document.querySelectorAll('#losses input').length === 2");
        browser.await("return document.getElementById('formula').textContent.includes('L_{A}')"
                + " || document.getElementById('formula').textContent.includes('f_{A}')");
        browser.focus("#preset");
        browser.type("double");
        browser.await("return document.querySelectorAll('#losses input')[1].value.includes('(x - 1)^4/4')");
        browser.focus("#family");
        browser.type("heavy");
        browser.await("return document.querySelectorAll('#parameters input').length === 1");
        browser.await("return document.getElementById('run-status').textContent.includes('symbols among beta')");
        browser.run("document.querySelector('#parameters input').focus()");
        browser.type("1/2", Keys.ENTER);
        browser.await("return !document.getElementById('run-status').className");
        assertTrue(browser.holds("return location.hash.includes('param=beta%3D1%2F2')"));
        browser.await("return document.getElementById('command').textContent"
                + ".includes('heavy-ball --order 3 --param beta=1/2')");
    }

    @ParameterizedTest(name = "{0} as modeq {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "json    | derive sequence:A,B --order 3 --as loss --notation field --format json",
                "latex   | derive sequence:A,B --order 3 --as loss --notation field --format latex",
                "html    | derive sequence:A,B --order 3 --as loss --notation field --format html",
                "pytorch | export sequence:A,B --order 3 --language pytorch --as loss",
                "jax     | export sequence:A,B --order 3 --language jax --as loss",
                "numpy   | export sequence:A,B --order 3 --language numpy --as loss"
            })
    @DisplayName("downloads what the command line writes")
    void downloads(String file, String command) {
        open("method=sequence%3AA%2CB&form=loss&notation=field");
        browser.run("window.saved = []; const make = URL.createObjectURL;"
                + "URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make(blob); };"
                + "HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };");
        browser.click("[data-file=" + file + "]");
        browser.await("return window.saved.length === 2");
        List<String> saved = browser.strings("return saved");
        assertTrue(saved.get(0).startsWith("sequence-A-B-order-3-loss"), saved.get(0));
        assertEquals(Run.ofLine(command).out(), saved.get(1));
        assertQuiet();
    }

    @Test
    @DisplayName("copies the snippet of the command line")
    void copies() {
        open("order=4");
        browser.click("#formula button.copy");
        browser.await("return document.querySelector('#formula [role=status]').textContent === 'copied'");
        assertEquals(Run.ofLine("derive gd --order 4 --format latex").out(), browser.clipboard());
    }

    @Test
    @DisplayName("refutes a claim with a counterexample and the difference, and proves what it has copied itself")
    void claims() {
        open("claimed=" + encoded(REFUTED));
        browser.click("#claim button");
        browser.await("return document.querySelector('.verdict') !== null");
        assertEquals("refuted", browser.text(".verdict"));
        assertTrue(browser.text("#verdict").contains("Counterexample: L = "), browser.text("#verdict"));
        assertTrue(browser.holds("return document.querySelector('#verdict .katex') !== null"));
        open("order=4&claimed="
                + encoded(Run.ofLine("derive gd --order 4 --format latex").out()));
        browser.click("#claim button");
        browser.await("return document.querySelector('.verdict') !== null");
        assertEquals("proved", browser.text(".verdict"));
        assertQuiet();
    }

    @Test
    @DisplayName("shows hostile names and formulas as text")
    void hostile() {
        String evil = "</script><img src=x onerror=\"document.title='taken'\">";
        browser.open("about:blank");
        browser.open(server.address() + "#method=" + encoded("sequence:" + evil) + "&claimed=" + encoded(evil));
        browser.await("return document.getElementById('method-status').className === 'failed'");
        assertTrue(browser.text("#method-status").contains("onerror"), browser.text("#method-status"));
        browser.open("about:blank");
        open("loss=" + encoded("f=x^2"));
        browser.run("const loss = document.querySelector('#losses input'); loss.focus(); loss.select()");
        browser.type(evil, Keys.ENTER);
        browser.await("return document.getElementById('run-status').className === 'failed'");
        assertTrue(browser.text("#run-status").contains("onerror"), browser.text("#run-status"));
        assertEquals("true", browser.value("return document.querySelector('#losses input').ariaInvalid"));
        assertEquals(0, browser.number("return document.images.length"));
        assertEquals("modeq explorer", browser.value("return document.title"));
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1000, light", "1000, dark", "360, light", "360, dark"})
    @DisplayName("is found without fault by axe, and does not scroll sideways")
    void access(int width, String scheme) {
        browser.look(width, "screen", scheme);
        try {
            open("method=sequence%3AA%2CB&notation=tree&terms=open&h=0.4&claimed=" + encoded("-\\nabla L_A"));
            browser.click("#claim button");
            browser.await("return document.querySelector('.verdict') !== null");
            assertFalse(browser.scrollsSideways());
            assertEquals(List.of(), browser.axe());
        } finally {
            browser.look(1000, "screen", "light");
        }
    }
}
