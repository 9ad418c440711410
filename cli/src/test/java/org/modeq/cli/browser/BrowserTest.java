package org.modeq.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The instrument itself: it must see the faults that the other tests look for. */
@Tag("browser")
@DisplayName("The browser of the tests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @DisplayName("sees messages, requests, wide pages and what axe finds")
    void faults() {
        browser.openMarkup("""
                <!DOCTYPE html><html><head><title>t</title></head><body><main><h1>h</h1>
                <div style="width: 1200px">wide</div><img src="missing.png">
                <script>console.error("a message");</script></main></body></html>""");
        browser.await("return document.readyState === 'complete'");
        assertTrue(browser.console().stream().anyMatch(line -> line.contains("a message")));
        assertTrue(browser.requests().get(0).endsWith("missing.png"));
        assertTrue(browser.scrollsSideways());
        List<String> rules =
                browser.axe().stream().map(line -> line.split(":", 2)[0]).toList();
        assertEquals(List.of("html-has-lang", "image-alt"), rules.subList(0, 2));
    }

    @Test
    @DisplayName("switches scripts off, changes width, media and colours, and reads the clipboard")
    void switches() {
        String page = """
                <!DOCTYPE html><html lang="en"><title>t</title><body><p>before</p>
                <script>document.querySelector("p").textContent = "after";</script>
                <button onclick="navigator.clipboard.writeText('words')">copy</button></body></html>""";
        browser.script(false);
        browser.openMarkup(page);
        assertEquals("before", browser.text("p"));
        browser.script(true);
        browser.openMarkup(page);
        assertEquals("after", browser.text("p"));
        browser.click("button");
        assertEquals("words", browser.clipboard());
        browser.look(360, "print", "dark");
        assertEquals(360, browser.number("return innerWidth"));
        assertTrue(browser.holds("return matchMedia('print and (prefers-color-scheme: dark)').matches"));
        browser.look(1000, "screen", "light");
        assertFalse(browser.scrollsSideways());
    }
}
