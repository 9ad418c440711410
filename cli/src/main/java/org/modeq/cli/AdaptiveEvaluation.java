package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.numeric.evaluate.AdaptiveEvaluator;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.problem.CircuitEvaluator;
import org.modeq.numeric.problem.Problem;
import org.modeq.symbolic.circuit.AdaptiveEquation;
import org.modeq.symbolic.circuit.AdaptiveMethod;
import org.modeq.symbolic.circuit.CircuitEquation;
import org.modeq.symbolic.circuit.CircuitMethod;
import org.modeq.symbolic.latex.TextView;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The field of an adaptive method at the point of a problem, in doubles. */
final class AdaptiveEvaluation {
    /** Vectors to this length are written whole, and terms with theirs. */
    private static final int LONGEST_VECTOR = 1000;

    private static final int FIRST_COMPONENTS = 6;

    private final String name;
    private final String remark;
    private final ObjectNode heading;
    private final List<List<FieldEquation.Term<Rational>>> formal;
    private final Problem problem;
    private final List<List<double[]>> terms;

    private AdaptiveEvaluation(
            String name,
            String remark,
            ObjectNode heading,
            List<List<FieldEquation.Term<Rational>>> formal,
            Problem problem,
            List<List<double[]>> terms) {
        this.name = name;
        this.remark = remark;
        this.heading = heading;
        this.formal = formal;
        this.problem = problem;
        this.terms = terms;
    }

    /** At the point of a problem, on its only loss or the one chosen. */
    static AdaptiveEvaluation of(AdaptiveMethod method, int order, Problem problem, Optional<String> field) {
        AdaptiveEquation<Rational> equation = AdaptiveEquation.rational(method, order);
        return new AdaptiveEvaluation(
                method.name(),
                "; ε " + method.place() + " the root",
                AdaptiveForms.heading(equation),
                IntStream.range(0, order).mapToObj(equation::terms).toList(),
                problem,
                AdaptiveEvaluator.terms(equation, descent(problem, field), problem.start()));
    }

    /** The same of a circuit of one's own. */
    static AdaptiveEvaluation of(CircuitMethod method, int order, Problem problem, Optional<String> field) {
        CircuitEquation<Rational> equation = CircuitEvaluator.equation(method, order);
        return new AdaptiveEvaluation(
                method.name(),
                "",
                CircuitForms.heading(method, order),
                IntStream.range(0, order).mapToObj(equation::terms).toList(),
                problem,
                CircuitEvaluator.terms(method, equation, descent(problem, field), problem.start()));
    }

    /** It takes one field, as gradient descent does. */
    private static VectorField descent(Problem problem, Optional<String> field) {
        Colour name = problem.meaning(EulerSteps.gradientDescent(), field).apply(Colour.F);
        return Objects.requireNonNull(problem.vectorFields().get(name));
    }

    /** The same with a remark on its range, as text and in the document. */
    AdaptiveEvaluation with(SeriesRange range) {
        ObjectNode more = heading.deepCopy();
        range.addTo(more);
        return new AdaptiveEvaluation(name, remark + "\n" + range.text(), more, formal, problem, terms);
    }

    /** f₁, …, f_N. */
    List<double[]> orders() {
        List<double[]> orders = new ArrayList<>();
        for (List<double[]> ofOnePower : terms) {
            double[] sum = new double[ofOnePower.get(0).length];
            ofOnePower.forEach(term -> Euclidean.add(sum, 1, term));
            orders.add(sum);
        }
        return orders;
    }

    String json() {
        ObjectNode root = heading.deepCopy();
        boolean isShort = problem.start().length <= LONGEST_VECTOR;
        ArrayNode orders = root.putArray("orders");
        int j = 0;
        for (double[] order : orders()) {
            j++;
            ObjectNode node = orders.addObject().put("j", j).put("norm", Euclidean.norm(order));
            Arrays.stream(order).forEach(node.putArray("vector")::add);
        }
        ArrayNode list = root.putArray("terms");
        for (int power = 0; power < terms.size(); power++) {
            List<FieldEquation.Term<Rational>> ofPower = formal.get(power);
            for (int i = 0; i < ofPower.size(); i++) {
                double[] vector = terms.get(power).get(i);
                ObjectNode node = list.addObject()
                        .put("power", power)
                        .put("tree", ofPower.get(i).tree().toString())
                        .put("coefficient", ofPower.get(i).coefficient().toString())
                        .put("norm", Euclidean.norm(vector));
                if (isShort) {
                    Arrays.stream(vector).forEach(node.putArray("vector")::add);
                }
            }
        }
        return Json.write(root);
    }

    String text() {
        List<List<String>> orders = new ArrayList<>(List.of(List.of("j", "‖f_j‖", "f_j")));
        int j = 0;
        for (double[] order : orders()) {
            j++;
            orders.add(List.of(Integer.toString(j), number(Euclidean.norm(order)), vector(order)));
        }
        List<List<String>> table =
                new ArrayList<>(List.of(List.of("power of h", "coefficient", "tree", "norm", "term")));
        for (int power = 0; power < terms.size(); power++) {
            List<FieldEquation.Term<Rational>> ofPower = formal.get(power);
            for (int i = 0; i < ofPower.size(); i++) {
                double[] term = terms.get(power).get(i);
                table.add(List.of(
                        Integer.toString(power),
                        ofPower.get(i).coefficient().toString(),
                        ofPower.get(i).tree().toString(),
                        number(Euclidean.norm(term)),
                        vector(term)));
            }
        }
        return name + " on " + problem.name() + "\n"
                + "θ̇ = f₁ + h f₂ + h² f₃ + …, time in h per step, after the transient" + remark + "\n\n"
                + TextView.table(orders).indent(2)
                + EvaluationView.SUM_OF_TERMS
                + TextView.table(table).indent(2);
    }

    static String vector(double... vector) {
        String rest = vector.length > FIRST_COMPONENTS ? ", …" : "";
        return Arrays.stream(vector)
                .limit(FIRST_COMPONENTS)
                .mapToObj(AdaptiveEvaluation::number)
                .collect(Collectors.joining(", ", "(", rest + ")"));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.10g", value + 0.0); // no -0.0
    }
}
