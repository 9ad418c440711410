package org.modeq.proofs.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modeq.proofs.claim.Catalogue;
import org.modeq.proofs.claim.Claim;
import org.modeq.proofs.claim.ClaimKind;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.contraction.Formula;
import org.modeq.symbolic.contraction.FormulaMeaning;
import org.modeq.symbolic.contraction.FormulaParser;
import org.modeq.symbolic.contraction.FormulaText;
import org.modeq.symbolic.contraction.TensorForm;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFunction;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

@DisplayName("A misprint in a proved claim of the catalogue")
class CatalogueMutantsTest {
    private static final int FEWEST = 3;
    private static final int MOST = 40;
    private static final List<String> BATCHES = List.of("A", "B", "C");

    private static List<Claim> proved() {
        return Catalogue.files().stream()
                .flatMap(file -> file.claims().stream())
                .filter(claim -> claim.expected() == Verdict.PROVED
                        && claim.wording().coordinates().isEmpty())
                .toList();
    }

    private static List<String> tasks(Claim claim) {
        return claim.subject().fields().stream().map(Colour::name).toList();
    }

    /** The mutants spread evenly over the formula, of an equation those of each side. */
    private static List<String> mutants(Claim claim) {
        LinkedHashSet<String> all = new LinkedHashSet<>();
        Formula formula = FormulaParser.parse(claim.formula());
        if (claim.kind() == ClaimKind.EQUATION && formula instanceof Formula.Operation sides) {
            for (Formula left : Mutants.of(sides.left(), tasks(claim))) {
                all.add(FormulaText.ascii(new Formula.Operation(0, '-', left, sides.right())));
            }
            for (Formula right : Mutants.of(sides.right(), tasks(claim))) {
                all.add(FormulaText.ascii(new Formula.Operation(0, '-', sides.left(), right)));
            }
        } else {
            Mutants.of(formula, tasks(claim)).forEach(mutant -> all.add(FormulaText.ascii(mutant)));
        }
        List<String> texts = List.copyOf(all);
        List<String> chosen = new ArrayList<>();
        int step = Math.max(1, (texts.size() + MOST - 1) / MOST);
        for (int i = 0; i < texts.size(); i += step) {
            chosen.add(texts.get(i));
        }
        return chosen;
    }

    @ParameterizedTest(name = "{0} is refuted")
    @MethodSource("proved")
    void refuted(Claim claim) {
        int effective = 0;
        for (String mutant : mutants(claim)) {
            Decision decision = Prover.decide(claim.with(claim.wording().with(mutant)));
            if (decision.verdict() != Verdict.PROVED) {
                effective++;
                assertEquals(Verdict.REFUTED, decision.verdict(), mutant);
                Counterexample example = decision.counterexample().orElseThrow(() -> new AssertionError(mutant));
                assertNotEquals(example.claimed(), example.derived(), mutant);
                new Confirmation(claim, mutant, example)
                        .confirm(decision.differenceText().orElseThrow());
            }
        }
        assertTrue(effective >= FEWEST, claim.id() + " has " + effective + " mutants that say something else");
    }

    /** Both sides of a counterexample once more, with numbers for the parameters from the beginning, on Symja's derivatives. */
    private record Confirmation(Claim claim, String mutant, Counterexample example) {
        void confirm(String difference) {
            boolean isOfLosses = isOfLosses();
            ConcreteProblem problem = problem(isOfLosses);
            FormulaMeaning<Rational> meaning = meaning(isOfLosses);
            Formula formula = parsed(mutant);
            if (claim.kind() == ClaimKind.GENERATOR) {
                assertEquals(example.claimed(), meanOverDraws(problem, formula, isOfLosses), mutant);
                return;
            }
            if (claim.kind() == ClaimKind.EQUATION && formula instanceof Formula.Operation sides) {
                assertEquals(example.claimed(), components(problem, equation(meaning, sides.left())), mutant);
                assertEquals(example.derived(), components(problem, equation(meaning, sides.right())), mutant);
                return;
            }
            TensorForm<Rational> value = claim.kind() == ClaimKind.LOSS
                    ? meaning.value(formula, 0).derivative().negate()
                    : meaning.value(formula, rank());
            assertEquals(example.claimed(), components(problem, value), mutant);
            List<String> gap = new ArrayList<>();
            for (int i = 0; i < example.claimed().size(); i++) {
                Rational claimed = Rational.parse(example.claimed().get(i));
                gap.add(claimed.subtract(Rational.parse(example.derived().get(i)))
                        .toString());
            }
            assertEquals(gap, components(problem, meaning.value(parsed(difference), gapRank())), mutant);
        }

        /** A formula in which βⁿ is a name, as the example gives it a value. */
        private static Formula parsed(String text) {
            return new ExponentialPowers("n", Set.of("beta")).rewritten(FormulaParser.parse(text));
        }

        /** The mean of the coefficient over all draws of a batch for each letter. */
        private List<String> meanOverDraws(ConcreteProblem problem, Formula formula, boolean isOfLosses) {
            Rational sum = Rational.ZERO;
            for (String a : BATCHES) {
                for (String b : BATCHES) {
                    TensorForm<Rational> value = ofDraws(isOfLosses, a, b).value(formula, 0);
                    sum = sum.add(Rational.parse(components(problem, value).get(0)));
                }
            }
            return List.of(sum.divide(Rational.of(9)).toString());
        }

        /** What the letters mean if a and b are drawn. */
        private FormulaMeaning<Rational> ofDraws(boolean isOfLosses, String a, String b) {
            Map<String, TensorForm<Rational>> batches = new TreeMap<>();
            TensorForm<Rational> sum = TensorForm.zero(RATIONALS, isOfLosses ? 0 : 1);
            for (String batch : BATCHES) {
                TensorForm<Rational> form =
                        isOfLosses ? TensorForm.loss(RATIONALS, batch) : TensorForm.field(RATIONALS, batch);
                batches.put(batch, form);
                sum = sum.add(form);
            }
            TensorForm<Rational> mean = sum.scaled(Rational.of(1, BATCHES.size()));
            Map<String, TensorForm<Rational>> named = new TreeMap<>(Map.of(
                    "a", batches.get(a).subtract(mean), "b", batches.get(b).subtract(mean)));
            named.put(isOfLosses ? "L" : "f", mean);
            Map<String, TensorForm<Rational>> losses = new TreeMap<>();
            Map<String, TensorForm<Rational>> fields = new TreeMap<>();
            named.forEach((name, form) -> {
                if (isOfLosses) {
                    losses.put(name, form);
                }
                fields.put(
                        name.equals("L") ? "f" : name,
                        isOfLosses ? form.derivative().negate() : form);
            });
            losses.put("phi", TensorForm.loss(RATIONALS, "phi"));
            return new FormulaMeaning<>(RATIONALS, losses, fields, Map.of());
        }

        /** A vector, a matrix or a scalar. */
        private TensorForm<Rational> equation(FormulaMeaning<Rational> meaning, Formula side) {
            for (int rank : List.of(1, 2)) {
                try {
                    return meaning.value(side, rank);
                } catch (IllegalArgumentException ofAnotherRank) {
                    // the next one may be right
                }
            }
            return meaning.value(side, 0);
        }

        /** Of the formula: a quantity and a loss are scalars. */
        private int rank() {
            return claim.kind() == ClaimKind.LOSS ? 0 : gapRank();
        }

        /** Of the two sides: those of a loss are gradients. */
        private int gapRank() {
            return claim.wording().quantity().isPresent() || claim.kind() == ClaimKind.GENERATOR ? 0 : 1;
        }

        private List<String> components(ConcreteProblem problem, TensorForm<Rational> form) {
            return problem.value(form).stream()
                    .map(component -> component.coefficient(example.power()).toString())
                    .toList();
        }

        private boolean isOfLosses() {
            if (claim.kind() == ClaimKind.GENERATOR) {
                return mutant.contains("L");
            }
            try {
                meaning(false).value(parsed(mutant), rank());
                return false;
            } catch (IllegalArgumentException speaksOfLosses) {
                return true;
            }
        }

        private ConcreteProblem problem(boolean isOfLosses) {
            TreeMap<Colour, String> losses = new TreeMap<>();
            TreeMap<Colour, List<String>> fields = new TreeMap<>();
            example.losses().forEach((name, text) -> {
                if (isOfLosses || claim.wording().losses().contains(name) || name.equals("phi")) {
                    losses.put(new Colour(name), text);
                } else {
                    String inner = text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
                    fields.put(new Colour(name), List.of(inner.split(", ", -1)));
                }
            });
            TreeMap<String, ConcreteFunction> functions = new TreeMap<>();
            example.functions().forEach((head, formula) -> {
                int open = head.indexOf('(');
                List<String> variables =
                        List.of(head.substring(open + 1, head.length() - 1).split(",", -1));
                functions.put(head.substring(0, open), ConcreteFunction.of(variables, formula));
            });
            return new ConcreteProblem(
                    example.variables(),
                    losses,
                    fields,
                    functions,
                    example.point().stream().map(Rational::parse).toList());
        }

        private FormulaMeaning<Rational> meaning(boolean isOfLosses) {
            Map<String, TensorForm<Rational>> losses = new TreeMap<>();
            Map<String, TensorForm<Rational>> fields = new TreeMap<>();
            for (String task : tasks(claim)) {
                String name = task.equals("f") ? "L" : task;
                TensorForm<Rational> loss = TensorForm.loss(RATIONALS, name);
                if (isOfLosses) {
                    losses.put(name, loss);
                }
                fields.put(task, isOfLosses ? loss.derivative().negate() : TensorForm.field(RATIONALS, task));
            }
            claim.wording().losses().forEach(name -> losses.put(name, TensorForm.loss(RATIONALS, name)));
            Map<String, Rational> parameters = new TreeMap<>();
            example.parameters().forEach((name, value) -> parameters.put(name, Rational.parse(value)));
            return new FormulaMeaning<>(
                    RATIONALS, losses, fields, parameters, claim.wording().functions());
        }
    }
}
