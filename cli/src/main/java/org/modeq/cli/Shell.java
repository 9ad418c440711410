package org.modeq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modeq.cli.report.Block;
import org.modeq.cli.report.Choosing;
import org.modeq.cli.report.HtmlReport;
import org.modeq.cli.report.Section;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.latex.LatexView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.FieldEquation;

/** What one types in {@code modeq shell} beside {@link org.modeq.symbolic.Modeq}: here results are printed and opened. */
public final class Shell {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Shell() {}

    /**
     * Prints a value in plain text: conventions, formula, terms.
     *
     * @param value any value, or a list of some
     */
    public static void text(Object value) {
        print(Display.of(value).text());
    }

    /**
     * Prints a value in LaTeX, to stand between {@code \[} and {@code \]}.
     *
     * @param value any value, or a list of some
     */
    public static void latex(Object value) {
        print(Display.of(value).latex());
    }

    /** Prints the methods that {@code derive} knows, one in a line. */
    public static void methods() {
        Methods.entries()
                .forEach(entry -> print(String.format(Locale.ROOT, "%-26s %s", entry.usage(), entry.summary())));
    }

    /**
     * Runs a command of the command line.
     *
     * @param line the command with its options, as {@code validate problem.yaml --method gd}; quotes keep blanks
     * @return the exit code: 0 done, 1 a check failed, 2 bad input
     */
    public static int modeq(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return Main.run(System.out, System.err, words.toArray(new String[0]));
    }

    /**
     * Writes a value as a page that needs nothing but a browser.
     *
     * @param value any value that is displayable, or a list of some
     * @param file where to; its folder is made if there is none
     * @return the file
     * @throws IllegalArgumentException if it cannot be written
     */
    public static Path page(Object value, String file) {
        Display display = Display.of(value);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Formula", List.of(new Block.Formula(display.latex(), display.latex()))));
        if (value instanceof FieldEquation<?> equation) {
            sections.add(new Section("Terms", List.of(terms(equation))));
        }
        sections.add(new Section("Text", List.of(new Block.Code(display.text()))));
        Path path = Path.of(file);
        Output.write(path, new HtmlReport(title(value), conventions(value), sections).render());
        return path;
    }

    /**
     * Opens a value as a page in the browser of this machine; where there is none, the address is printed to be opened
     * elsewhere.
     *
     * @param value any value that is displayable, or a list of some
     * @return the file, in the folder for temporary files
     */
    public static Path open(Object value) {
        try {
            Path file = page(value, Files.createTempFile("modeq-", ".html").toString());
            print(file.toUri().toString());
            Desktop.browse(file.toUri().toString())
                    .ifPresent(none -> print("there is no " + none + " here; open the address yourself"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be made in the folder for temporary files", e);
        }
    }

    private static String title(Object value) {
        return value instanceof FieldEquation<?> equation
                ? equation.command() + " " + equation.method().name() + " --order " + equation.order()
                : "modeq";
    }

    private static String conventions(Object value) {
        return value instanceof FieldEquation<?> equation ? Conventions.of(equation.method()) : "";
    }

    private static Block terms(FieldEquation<?> equation) {
        List<List<String>> rows = new ArrayList<>();
        for (FieldEquation.Term<?> term : equation.terms()) {
            rows.add(List.of(
                    term.tree().toString(),
                    TreeDrawing.of(term.tree()).toSvg(),
                    "" + term.power(),
                    LatexView.differential(term.tree(), Notation.FIELD),
                    term.coefficient().toString()));
        }
        return new Block.Table(
                "Every tree t with its differential F(t) and the factor b/σ",
                List.of("tree t", "drawn", "power of h", "F(t)", "b/σ"),
                rows,
                Set.of(3),
                Set.of(1),
                Choosing.NOTHING);
    }

    @SuppressWarnings("SystemOut") // a shell prints
    private static void print(String text) {
        System.out.println(text.stripTrailing());
    }
}
