package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.LinearMultistep;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.ParameterFraction;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesMap;
import org.modeq.symbolic.tree.RootedTree;

@DisplayName("The effective start of a run with momentum")
class EffectiveStartTest {
    private static LinearMultistep<Rational> method(String name, String beta) {
        TreeMap<String, Rational> values = new TreeMap<>(Map.of("beta", Rational.parse(beta)));
        return (LinearMultistep<Rational>) Methods.parseRational(name, new MethodParameters(values, List.of()));
    }

    /** The run as it is, step by step, against the sums in n and βⁿ. */
    @ParameterizedTest(name = "of {0} with β = {1}: the sums are the run itself, for every n")
    @CsvSource({
        "heavy-ball, 1/2",
        "nesterov, 2/3",
        "ema, 9/10",
        "heavy-ball, -1/3",
        "memory:1/3+(2+z)/(1-beta*z), 1/2",
        "memory:1/((1-beta*z)*(1+z/3)^2), 1/2",
        "memory:1+1/(1-z/4)+z/(1-beta*z), 1/2",
        "memory:(1-z/3)/((1-beta*z)*(1-beta*z))@1+beta*(1-z), 1/2"
    })
    void sumsAreTheRun(String name, String beta) {
        LinearMultistep<Rational> method = method(name, beta);
        Map<RootedTree, TransientSum<Rational>> runs = RunFromRest.of(method, 5).byTree();
        for (int n = 0; n < 7; n++) {
            BSeriesMap<Rational> run = method.mapFromRest(n, 5);
            for (Map.Entry<RootedTree, TransientSum<Rational>> entry : runs.entrySet()) {
                assertEquals(run.coefficient(entry.getKey()), entry.getValue().valueAt(n), entry.getKey() + " at " + n);
            }
        }
    }

    /** The part without βⁿ at n is S, then n steps of the flow of the slow field. */
    @ParameterizedTest(name = "of {0} with β = {1}: S, then the flow, is the run without its transient")
    @CsvSource({
        "heavy-ball, 1/2",
        "nesterov, 2/3",
        "ema, 9/10",
        "memory:1/3+(2+z)/(1-beta*z), 1/2",
        "memory:1/((1-beta*z)*(1+z/3)^2), 1/2"
    })
    void startThenFlow(String name, String beta) {
        LinearMultistep<Rational> method = method(name, beta);
        BSeriesMap<Rational> start = EffectiveStart.of(method, 5).map();
        BSeriesMap<Rational> flow = ModifiedEquation.of(method, 5).field().flow();
        BSeriesMap<Rational> two = start.then(flow).then(flow);
        RunFromRest.of(method, 5).byTree().forEach((tree, run) -> {
            Rational slow = Rational.ZERO;
            for (int j = 0; j <= tree.order(); j++) {
                slow = slow.add(Rational.of(2).pow(j).multiply(run.coefficient(j, 0)));
            }
            assertEquals(slow, two.coefficient(tree), tree.toString());
        });
    }

    @ParameterizedTest(name = "of heavy ball has with β a symbol {0}: {1}")
    @CsvSource({
        "f, -beta/(1-beta)^2",
        "f[f], beta*(2+beta)/(1-beta)^4",
        "'f[f,f]', -beta*(1+3*beta+4*beta^2+beta^3)/((1+beta)*(1-beta)^6)",
        "f[f[f]], -beta*(3+6*beta+beta^2)/(1-beta)^6"
    })
    @SuppressWarnings("unchecked")
    void symbols(String tree, String formula) {
        Method<ParameterFraction> method = (Method<ParameterFraction>) Methods.parse("heavy-ball");
        ParameterFraction value = EffectiveStart.of(method, 3).map().coefficient(RootedTree.parse(tree));
        for (String beta : List.of("1/2", "2/3", "-1/5")) {
            Rational b = Rational.parse(beta);
            assertEquals(evaluated(formula, b), value.evaluate(Map.of("beta", b)), tree + " at " + beta);
        }
    }

    @ParameterizedTest(name = "of {0} with symbols to order {1} is that with numbers")
    @CsvSource({"heavy-ball, 5", "nesterov, 5", "ema, 4", "qhm, 4", "aggmo:2, 3"})
    @SuppressWarnings("unchecked")
    void symbolsAndNumbers(String text, int order) {
        TreeMap<String, Rational> values = new TreeMap<>();
        Methods.parse(text)
                .parameters()
                .keySet()
                .forEach(name -> values.put(name, Rational.of(values.size() + 1L, values.size() + 3L)));
        BSeriesMap<Rational> numbers = EffectiveStart.of(
                        Methods.parseRational(text, new MethodParameters(values, List.of())), order)
                .map();
        Method<ParameterFraction> method = (Method<ParameterFraction>) Methods.parse(text);
        BSeriesMap<ParameterFraction> symbols = EffectiveStart.of(method, order).map();
        symbols.nonzero()
                .forEach((tree, value) ->
                        assertEquals(numbers.coefficient(tree), value.evaluate(values), tree.toString()));
        assertEquals(numbers.nonzero().keySet(), symbols.nonzero().keySet());
    }

    private static Rational evaluated(String formula, Rational b) {
        Rational one = Rational.ONE;
        Rational r = one.subtract(b);
        return switch (formula) {
            case "-beta/(1-beta)^2" -> b.negate().divide(r.pow(2));
            case "beta*(2+beta)/(1-beta)^4" -> b.multiply(b.add(Rational.of(2))).divide(r.pow(4));
            case "-beta*(3+6*beta+beta^2)/(1-beta)^6" ->
                b.negate()
                        .multiply(Rational.of(3).add(Rational.of(6).multiply(b)).add(b.pow(2)))
                        .divide(r.pow(6));
            default ->
                b.negate()
                        .multiply(one.add(Rational.of(3).multiply(b))
                                .add(Rational.of(4).multiply(b.pow(2)))
                                .add(b.pow(3)))
                        .divide(one.add(b).multiply(r.pow(6)));
        };
    }

    @Test
    @DisplayName("is refused without momentum, and where gradients are delayed or poles have no name")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> EffectiveStart.of(Methods.parseRational("gd"), 2));
        assertThrows(IllegalArgumentException.class, () -> EffectiveStart.of(method("heavy-ball", "0"), 2));
        for (String text : List.of("memory:z", "memory:z^2/(1-z/2)", "memory:1/(1-z/2+z^2/5)", "memory:1@1+(1-z)")) {
            assertThrows(IllegalArgumentException.class, () -> EffectiveStart.of(Methods.parse(text), 2), text);
        }
    }
}
