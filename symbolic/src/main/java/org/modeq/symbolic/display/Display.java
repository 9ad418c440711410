package org.modeq.symbolic.display;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How one value is shown. Each form is written when it is asked for, and only then. */
public final class Display {
    private static final List<DisplayProvider> PROVIDERS =
            ServiceLoader.load(DisplayProvider.class, Display.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private final Supplier<String> line;
    private final Supplier<String> text;
    private final Supplier<String> latex;
    private final Supplier<String> html;

    private Display(Supplier<String> line, Supplier<String> text, Supplier<String> latex, Supplier<String> html) {
        this.line = line;
        this.text = text;
        this.latex = latex;
        this.html = html;
    }

    /**
     * A display by its four forms.
     *
     * @param line gives the formula in plain text, without conventions
     * @param text gives conventions, formula and terms in plain text
     * @param latex gives the formula in LaTeX, math mode without delimiters
     * @param html gives a fragment of HTML
     * @return the display
     */
    public static Display of(
            Supplier<String> line, Supplier<String> text, Supplier<String> latex, Supplier<String> html) {
        return new Display(line, text, latex, html);
    }

    /**
     * A display of one formula, whose page is the formula alone.
     *
     * @param text the formula in plain text
     * @param latex gives it in LaTeX
     * @return the display
     */
    public static Display ofFormula(String text, Supplier<String> latex) {
        return of(() -> text, () -> text, latex, () -> HtmlFragment.formula(latex.get()));
    }

    /**
     * The display of a value: that of the first provider that knows it; a collection shows its elements one below the
     * other; text and everything that nobody knows is shown as it is.
     *
     * @param value any value
     * @return how it is shown
     * @throws NoSuchElementException if the value is displayable and the class path has no provider for it
     */
    public static Display of(Object value) {
        return ofKnown(value).orElseGet(() -> {
            if (value instanceof Display display) {
                return display;
            }
            if (value instanceof Collection<?> values) {
                return ofAll(values);
            }
            if (value instanceof Displayable) {
                throw new NoSuchElementException("no provider on the class path shows a "
                        + value.getClass().getSimpleName() + ", expected the files META-INF/services/"
                        + DisplayProvider.class.getName()
                        + " of the jars of modeq; if they were put into one jar, merge these files line by line");
            }
            return ofText(String.valueOf(value));
        });
    }

    private static Optional<Display> ofKnown(Object value) {
        return PROVIDERS.stream()
                .map(provider -> provider.of(value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Display ofText(String text) {
        return of(
                () -> text,
                () -> text,
                () -> "\\text{" + HtmlFragment.latexText(text) + "}",
                () -> HtmlFragment.preformatted(text));
    }

    private static Display ofAll(Collection<?> values) {
        List<Display> displays = values.stream().map(Display::of).toList();
        return of(
                () -> joined(displays, Display::line, "\n"),
                () -> joined(displays, Display::text, "\n"),
                () -> "\\begin{gathered}\n" + joined(displays, Display::latex, "\\\\\n") + "\n\\end{gathered}",
                () -> joined(displays, Display::html, "\n"));
    }

    private static String joined(List<Display> displays, Function<Display, String> form, String separator) {
        return displays.stream().map(form).collect(Collectors.joining(separator));
    }

    /** {@return the formula in plain text, without conventions: what {@code toString} says} */
    public String line() {
        return line.get();
    }

    /** {@return conventions, formula and terms in plain text} */
    public String text() {
        return text.get();
    }

    /** {@return the formula in LaTeX, math mode without delimiters} */
    public String latex() {
        return latex.get();
    }

    /** {@return a fragment of HTML, without script, with formulas between {@code \[} and {@code \]}} */
    public String html() {
        return html.get();
    }

    /**
     * All forms by their types, from which the front end of a notebook takes the best that it can show.
     *
     * @return {@code text/plain}, {@code text/latex} and {@code text/html}, in this order
     */
    public Map<String, String> mimeBundle() {
        Map<String, String> bundle = new LinkedHashMap<>();
        bundle.put("text/plain", text());
        bundle.put("text/latex", "$$" + latex() + "$$");
        bundle.put("text/html", html());
        return bundle;
    }

    /** {@return the {@linkplain #line() line}} */
    @Override
    public String toString() {
        return line();
    }
}
