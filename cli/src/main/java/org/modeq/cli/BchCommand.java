package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.modeq.cli.FormatOption.Format;
import org.modeq.symbolic.latex.LatexStyle;
import org.modeq.symbolic.latex.LieView;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.lie.LyndonCoordinates;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;
import org.modeq.symbolic.word.LieBasis;
import org.modeq.symbolic.word.LyndonBasis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code modeq bch}: the logarithm of a product of exponentials. */
@Command(
        name = "bch",
        description = "The logarithm of a product of exponentials in a basis of the free Lie algebra, exactly.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  modeq bch --degree 5                                  log(e^A e^B)",
            "  modeq bch --word A/2,B,A/2 --degree 7 --format latex  symmetric",
            "  modeq bch --word A,B,-A,-B --basis hall               a commutator",
            "  modeq bch --word A+B/2,A-B/2 --degree 4               sums as exponents",
            "  modeq bch --letters A,B,C --degree 12 --format summary"
        })
final class BchCommand implements Callable<Integer> {
    private static final List<String> BASES = List.of("lyndon", "hall", "right-normed");

    @Option(
            names = "--letters",
            paramLabel = "A,B,...",
            description = "The letters, ordered by name in the basis (default: those of the word, or A,B).")
    private Optional<String> letters;

    @Option(
            names = "--degree",
            paramLabel = "N",
            defaultValue = "4",
            description = "The highest degree (default: ${DEFAULT-VALUE}).")
    private int degree;

    @Option(
            names = "--word",
            paramLabel = "X,Y,...",
            description = "The exponents, the first acting first: A, -A, A/2, 3/8*A or A+B/2 (default: the letters).")
    private Optional<String> word;

    @Option(
            names = "--basis",
            paramLabel = "NAME",
            defaultValue = "lyndon",
            description = "lyndon, hall or right-normed (default: ${DEFAULT-VALUE}).")
    private String basis;

    @Mixin
    private LatexOptions latex;

    @Mixin
    private Page page;

    @SuppressWarnings("NullAway.Init")
    BchCommand() {}

    @Override
    public Integer call() {
        page.check();
        latex.check(page);
        Optional<Alphabet> given = letters.map(BchCommand::alphabet);
        ExponentialProduct product = ExponentialProduct.parse(word.orElse(letters.orElse("A,B")));
        LieBasis chosen = basis(given.map(alphabet -> having(alphabet, product)).orElseGet(() -> of(product)));
        if (page.format() == Format.SUMMARY) {
            List<LyndonCoordinates.Totals> totals = chosen instanceof LyndonBasis
                    ? LyndonCoordinates.of(product, chosen.alphabet().letters(), degree)
                            .totals()
                    : LieExpansion.of(product, chosen, degree).totals();
            page.write(page.isJson() ? summary(product, chosen, totals) : LieView.summary(totals));
        } else {
            write(LieExpansion.of(product, chosen, degree));
        }
        return Main.DONE;
    }

    private LieBasis basis(Alphabet alphabet) {
        String name = basis.strip().toLowerCase(Locale.ROOT);
        if (!BASES.contains(name)) {
            String hint = NearestWord.to(name, BASES)
                    .map(nearest -> "; did you mean " + nearest + "?")
                    .orElse("");
            throw new IllegalArgumentException(
                    "given the basis '" + basis + "', expected one of " + String.join(", ", BASES) + hint);
        }
        return LieBasis.named(name, alphabet);
    }

    private static Alphabet alphabet(String letters) {
        List<Letter> given = letters(letters);
        if (given.stream().distinct().count() < given.size()) {
            throw new IllegalArgumentException(
                    "given the letters '" + letters + "', expected each once; leave out what is repeated");
        }
        return new Alphabet(given);
    }

    /** The letters of a list of names. */
    static List<Letter> letters(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .map(name -> letter(name, names))
                .toList();
    }

    private static Letter letter(String name, String letters) {
        if (!name.matches("[A-Za-z]\\w*")) {
            throw new IllegalArgumentException("given '" + name + "' in the letters '" + letters
                    + "', expected a letter and then letters, digits or _; separate them by commas, as A,B");
        }
        return Letter.of(name);
    }

    private static Alphabet having(Alphabet alphabet, ExponentialProduct product) {
        SortedSet<Letter> all = new TreeSet<>(alphabet.letters());
        all.addAll(product.letters());
        if (all.size() > alphabet.letters().size()) {
            throw new IllegalArgumentException("given the letters " + joined(alphabet.letters()) + " and the word "
                    + product + ", expected a word of these letters; write --letters " + joined(all)
                    + " or leave --letters out");
        }
        return alphabet;
    }

    private static String joined(Collection<Letter> letters) {
        return letters.stream().map(Letter::toString).collect(Collectors.joining(","));
    }

    /** The letters of the word; of A,-A, where nothing is left, one letter all the same. */
    private static Alphabet of(ExponentialProduct product) {
        return new Alphabet(product.letters().isEmpty() ? List.of(Letter.of("A")) : List.copyOf(product.letters()));
    }

    private LatexStyle style(LieExpansion expansion) {
        return latex.style(
                page.ems(),
                expansion.basis().alphabet().letters().stream()
                        .map(Letter::field)
                        .collect(Collectors.toSet()));
    }

    private void write(LieExpansion expansion) {
        page.write(
                switch (page.format()) {
                    case TEXT -> LieView.text(expansion, page.columns());
                    case LATEX -> LieView.snippet(page.command(), expansion, style(expansion));
                    case LATEX_DOCUMENT -> LieView.document(page.command(), expansion, style(expansion));
                    case JSON -> json(expansion);
                    case HTML ->
                        throw new IllegalArgumentException("given --format html for a logarithm of exponentials,"
                                + " expected text, latex, latex-document, json or summary; modeq derive METHOD has html"
                                + " for a field, its brackets and its loss");
                    case SUMMARY -> throw new AssertionError(); // written without the terms
                });
    }

    private static ObjectNode heading(ExponentialProduct product, LieBasis basis, int degree) {
        ObjectNode root = Json.document();
        ArrayNode names = root.putArray("letters");
        basis.alphabet().letters().forEach(letter -> names.add(letter.toString()));
        return root.put("product", product.toString())
                .put("basis", basis.name())
                .put("degree", degree);
    }

    private static String json(LieExpansion expansion) {
        ObjectNode root = heading(expansion.product(), expansion.basis(), expansion.degree());
        ArrayNode terms = root.putArray("terms");
        for (LieExpansion.Term term : expansion.terms()) {
            terms.addObject()
                    .put("word", term.letters())
                    .put("bracket", term.bracket().toString())
                    .put("coefficient", term.coefficient().toString());
        }
        return Json.write(root);
    }

    private static String summary(ExponentialProduct product, LieBasis basis, List<LyndonCoordinates.Totals> totals) {
        ObjectNode root = heading(product, basis, totals.size());
        ArrayNode orders = root.putArray("orders");
        for (LyndonCoordinates.Totals line : totals) {
            orders.addObject()
                    .put("order", line.weight())
                    .put("count", line.words())
                    .put("nonzero", line.nonzero())
                    .put("sum", line.sum().toString())
                    .put("absoluteSum", line.absoluteSum().toString());
        }
        return Json.write(root);
    }
}
