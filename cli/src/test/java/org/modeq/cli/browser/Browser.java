package org.modeq.cli.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * The system's Chromium without a window, with a profile of its own that goes away with it. One serves a whole class of
 * tests; every page is opened afresh, and {@link #look} and {@link #script} hold until they are called again.
 */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    /** Without it, the logger may be collected, and with it its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Pattern REQUEST =
            Pattern.compile("\"request\":\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\"url\":\"([^\"]*)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Starts one, or skips the test and says why. */
    static Browser start() {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "skipped: no chromium with chromedriver on the path; install them (Debian: chromium, chromium-driver)");
        SELENIUM.setLevel(Level.SEVERE);
        Path profile = temporaryFolder();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        Browser browser = new Browser(driver, profile);
        browser.look(1000, "screen", "light");
        return browser;
    }

    private static Optional<Path> program(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + "/usr/bin";
        return Arrays.stream(names)
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("modeq-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page that is given as markup, from a file as its reader would. */
    void openMarkup(String markup) {
        try {
            Path file = Files.writeString(profile.resolve("page.html"), markup);
            open("about:blank");
            // A long history would lose entries of its own accord.
            driver.executeCdpCommand("Page.resetNavigationHistory", Map.of());
            open(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an address; what the console said and was asked for before is forgotten. */
    void open(String address) {
        driver.get(address);
        if (address.equals("about:blank")) {
            console();
            requests();
        }
    }

    /** {@return what the page has written to the console since this was last asked} */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** {@return the addresses that were asked for since the page was opened or this was last called, the page itself left out} */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message ->
                        message.contains("\"Network.requestWillBeSent\"") && !message.contains("\"type\":\"Document\""))
                .map(REQUEST::matcher)
                .filter(Matcher::find)
                .map(request -> request.group(1))
                .filter(address -> !address.startsWith("data:"))
                .toList();
    }

    /** The value of a script of the form {@code return …}, which sees the arguments as {@code arguments[0]}, … */
    Object value(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments), "the script gave null: " + script);
    }

    /** Runs a script for what it does. */
    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    /** {@return whether a script gives true} */
    boolean holds(String script, Object... arguments) {
        return Boolean.TRUE.equals(driver.executeScript(script, arguments));
    }

    /** {@return the value of a script that gives a whole number} */
    int number(String script, Object... arguments) {
        return ((Number) value(script, arguments)).intValue();
    }

    /** {@return the value of a script that gives an array of strings} */
    List<String> strings(String script, Object... arguments) {
        return ((List<?>) value(script, arguments))
                .stream().map(String::valueOf).toList();
    }

    /** {@return the text of the first element that a selector finds} */
    String text(String selector) {
        return value("return document.querySelector(arguments[0]).textContent", selector)
                .toString();
    }

    /** Waits until a script of the form {@code return …} gives true. */
    void await(String condition) {
        new FluentWait<>(driver)
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(JavascriptException.class)
                .withMessage("until " + condition)
                .until(browser -> holds(condition));
    }

    /** Clicks the first element that a selector finds, as a reader would, scrolled to. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Moves the pointer to a place of an element, in pixels from its middle. */
    void point(String selector, int right, int down) {
        var element = driver.findElement(By.cssSelector(selector));
        new Actions(driver).moveToElement(element, right, down).perform();
    }

    /** Sends keys to the element that has the focus. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Sends one key several times. */
    void press(Keys key, int times) {
        for (int i = 0; i < times; i++) {
            type(key);
        }
    }

    /** Gives the first element that a selector finds the focus. */
    void focus(String selector) {
        run("document.querySelector(arguments[0]).focus()", selector);
    }

    /** Goes back in the history. */
    void back() {
        driver.navigate().back();
    }

    /** Loads the page again. */
    void reload() {
        driver.navigate().refresh();
    }

    /** {@return the text in the clipboard} */
    String clipboard() {
        Object answer = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "navigator.clipboard.readText().then(done, error => done('clipboard: ' + error));");
        return Objects.requireNonNull(answer).toString();
    }

    /**
     * How the page is looked at from now on.
     *
     * @param width the width of the window, in pixels
     * @param media screen or print
     * @param scheme light or dark
     */
    void look(int width, String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Whether the scripts of pages run that are opened from now on. */
    void script(boolean runs) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !runs));
    }

    /** {@return whether the page can be scrolled sideways} */
    boolean scrollsSideways() {
        return number("return document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0;
    }

    /** {@return what axe-core finds wrong with the page as it is looked at, one line each; empty if nothing} */
    List<String> axe() {
        if (!holds("return typeof axe !== 'undefined'")) {
            driver.executeScript(axeSource());
        }
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        Object answer = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then(
                  result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id}: ${rule.help} at ${node.target.join(" ")}: ${node.html.slice(0, 200)}`
                    + ` (${node.failureSummary})`))),
                  error => done([String(error)]));
                """);
        return ((List<?>) Objects.requireNonNull(answer))
                .stream().map(String::valueOf).toList();
    }

    private static String axeSource() {
        try (InputStream stream = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is in the window as a PNG file, to be looked at. */
    void screenshot(Path file) {
        write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Writes the page as it would be printed on A4. */
    void pdf(Path file) {
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "preferCSSPageSize", true));
        write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillInUse) {
            profile.toFile().deleteOnExit();
        }
    }
}
