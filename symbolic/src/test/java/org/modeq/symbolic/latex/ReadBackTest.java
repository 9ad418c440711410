package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.LatexFormulaParser;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** What is written is read by the reader of claims, which knows nothing of the writer: the same series comes out. */
@DisplayName("LaTeX that was written")
class ReadBackTest {
    private static final int ORDER = 4;

    /** The names of a problem: f of L alone, or A of A. */
    private record Reader(Set<String> colours) {
        static Reader of(Set<Colour> fields) {
            return new Reader(fields.stream().map(Colour::name).collect(Collectors.toCollection(TreeSet::new)));
        }

        TensorForm<Rational> read(String snippet, int rank) {
            return value(LatexFormulaParser.parse(body(snippet), losses(), new TreeSet<>(colours)), rank);
        }

        /** Of a formula in the language of the project. */
        TensorForm<Rational> readPlain(String formula) {
            return value(FormulaParser.parse(formula), 1);
        }

        private List<String> losses() {
            return colours.stream()
                    .map(name -> LossForm.lossName(new Colour(name)))
                    .toList();
        }

        private TensorForm<Rational> value(Formula formula, int rank) {
            Map<String, TensorForm<Rational>> losses = new TreeMap<>();
            Map<String, TensorForm<Rational>> fields = new TreeMap<>();
            colours.forEach(name -> {
                String loss = LossForm.lossName(new Colour(name));
                losses.put(loss, TensorForm.loss(RATIONALS, loss));
                fields.put(name, losses.get(loss).derivative().negate());
            });
            return new FormulaMeaning<>(RATIONALS, losses, fields, Map.of()).value(formula, rank);
        }
    }

    /** The right side without the marks of lines and O(hⁿ), which is no number. */
    private static String body(String snippet) {
        String lines = snippet.substring(snippet.lastIndexOf("&= ") + 3).split("\\\\label|\n\\\\end", 2)[0];
        return lines.replace("\\notag", "")
                .replace("\\\\\n", " ")
                .replace("&\\quad", "")
                .replaceAll("\\+O\\(h(\\^\\{\\d+})?\\)", "");
    }

    private static String written(FieldEquation<?> equation, Notation notation) {
        return LatexView.snippet(equation, notation, 38);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gd",
                "sequence:A,B",
                "sequence:A*2,B",
                "joint:A,B",
                "joint-mean:A,B",
                "extragradient",
                "rk:rk4",
                "rk:heun",
                "rk:implicit-midpoint",
                "splitting:A/2,B,A/2",
                "avf",
                "shuffle-once:A,B"
            })
    @DisplayName("in gradients and in fields is the same field, read back")
    void fields(String method) {
        ModifiedEquation<?> equation = ModifiedEquation.of(Methods.parse(method), ORDER);
        Reader reader = Reader.of(equation.method().fields());
        TensorForm<Rational> inGradients = reader.read(written(equation, Notation.GRADIENT), 1);
        TensorForm<Rational> inFields = reader.read(written(equation, Notation.FIELD), 1);
        assertEquals(inGradients, inFields);
        assertEquals(trees(equation, reader), inFields);
    }

    /** The field from its trees, in the language of the project and not in LaTeX. */
    private static TensorForm<Rational> trees(ModifiedEquation<?> equation, Reader reader) {
        TensorForm<Rational> sum = TensorForm.zero(RATIONALS, 1);
        for (FieldEquation.Term<?> term : equation.terms()) {
            if (term.coefficient().toString().equals("0")) {
                continue;
            }
            String text = (term.tree().order() % 2 == 0 ? "(" : "-(") + term.coefficient() + ")*"
                    + (term.power() == 0 ? "" : "h^" + term.power() + "*")
                    + TreeFormula.of(term.tree(), LossForm::lossName);
            sum = sum.add(reader.readPlain(text));
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} --as brackets")
    @CsvSource(
            delimiter = ';',
            value = {"splitting:A,B; 4", "splitting:A/2,B,A/2; 4"})
    @DisplayName("in brackets is the same field, read back, whatever the sign of the bracket is not")
    void brackets(String method, int order) {
        BracketForm<?> form = BracketForm.of(Methods.parse(method), order);
        Reader reader = Reader.of(form.method().fields());
        assertEquals(
                reader.read(written(ModifiedEquation.of(Methods.parse(method), order), Notation.FIELD), 1),
                reader.read(
                        LatexView.snippet(form, 38)
                                .replaceAll(
                                        "\\\\operatorname\\{ad}_\\{(f_\\{.})}\\^\\{3}(f_\\{.})", "[$1,[$1,[$1,$2]]]"),
                        1));
    }

    @ParameterizedTest(name = "{0} --as loss")
    @ValueSource(strings = {"gd", "sequence:A,B", "joint:A,B"})
    @DisplayName("of a loss has the field as minus its gradient, with the remainder")
    void losses(String method) {
        LossForm<?> form = LossForm.of(Methods.parse(method), 3);
        Reader reader = Reader.of(form.method().fields());
        String snippet = ScalarView.snippet("derive", form, Notation.GRADIENT, 38);
        String[] blocks = snippet.split("&= ", -1);
        TensorForm<Rational> loss = reader.read("&= " + blocks[2].replaceAll("\\\\\\\\\n[^&]*$", ""), 0);
        TensorForm<Rational> rest = reader.read("&= " + blocks[3], 1);
        assertEquals(
                reader.read(written(ModifiedEquation.of(Methods.parse(method), 3), Notation.GRADIENT), 1),
                loss.derivative().negate().add(rest));
    }
}
