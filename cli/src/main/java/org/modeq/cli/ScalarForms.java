package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.modeq.symbolic.contraction.TreeFormula;
import org.modeq.symbolic.latex.LatexStyle;
import org.modeq.symbolic.latex.MetricView;
import org.modeq.symbolic.latex.Notation;
import org.modeq.symbolic.latex.ScalarView;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.HamiltonianForm;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.MetricForm;
import org.modeq.symbolic.modified.MetricObstruction;
import org.modeq.symbolic.modified.Obstruction;

/** Loss forms, metric forms and Hamiltonian forms in the formats of the command line. */
final class ScalarForms {
    private ScalarForms() {}

    static String of(LossForm<?> form, Optional<Notation> given, LatexStyle style, Page page) {
        given.filter(notation -> notation == Notation.INDEX || notation == Notation.TREE)
                .ifPresent(notation -> {
                    throw new IllegalArgumentException("given --notation " + notation
                            + " for the loss form, expected gradient or field; --as field has the others");
                });
        Notation notation = given.orElse(Notation.GRADIENT);
        return switch (page.format()) {
            case TEXT -> ScalarView.text(form, notation, page.columns());
            case LATEX -> ScalarView.snippet(page.command(), form, notation, style);
            case LATEX_DOCUMENT -> ScalarView.document(page.command(), form, notation, style);
            case JSON -> Json.write(json(form));
            case HTML -> SeriesPage.of(form, page);
            case SUMMARY -> throw page.lacks("a loss form");
        };
    }

    static String of(MetricForm<?> form, Optional<Notation> given, LatexStyle style, Page page) {
        given.filter(notation -> notation != Notation.GRADIENT).ifPresent(notation -> {
            throw new IllegalArgumentException("given --notation " + notation
                    + " for the metric form, expected gradient: its fields are the gradients of losses");
        });
        return switch (page.format()) {
            case TEXT -> MetricView.text(form, page.columns());
            case LATEX -> MetricView.snippet(page.command(), form, style);
            case LATEX_DOCUMENT -> MetricView.document(page.command(), form, style);
            case JSON -> Json.write(json(form));
            case HTML, SUMMARY -> throw page.lacks("a metric form");
        };
    }

    static String of(HamiltonianForm<?> form, Optional<Notation> given, LatexStyle style, Page page) {
        given.filter(notation -> notation != Notation.FIELD).ifPresent(notation -> {
            throw new IllegalArgumentException("given --notation " + notation
                    + " for the Hamiltonian form, expected field: its fields are not the gradients of losses");
        });
        return switch (page.format()) {
            case TEXT -> ScalarView.text(form, page.columns());
            case LATEX -> ScalarView.snippet(page.command(), form, style);
            case LATEX_DOCUMENT -> ScalarView.document(page.command(), form, style);
            case JSON -> Json.write(json(form));
            case HTML, SUMMARY -> throw page.lacks("a Hamiltonian form");
        };
    }

    private static ObjectNode json(LossForm<?> form) {
        ObjectNode root = Json.heading(form.method(), form.order());
        addLoss(root, form.terms());
        addRemainder(root, form.remainderTerms());
        root.put("isGradient", form.isGradient()).put("orderOfGradient", form.orderOfGradient());
        return root.put(
                "certificate", form.obstruction().map(Obstruction::toString).orElse(null));
    }

    private static ObjectNode json(MetricForm<?> form) {
        ObjectNode root = Json.heading(form.method(), form.order());
        addLoss(root, form.lossTerms());
        ArrayNode terms = root.putArray("metric");
        terms.addObject().put("power", 0).put("term", "1").put("coefficient", "1");
        for (MetricForm.Term<?> term : form.metricTerms()) {
            terms.addObject()
                    .put("power", term.power())
                    .put("term", TreeFormula.of(term.tree(), LossForm::lossName))
                    .put("coefficient", term.coefficient().toString());
        }
        root.put("isMetric", form.isMetric()).put("orderOfMetric", form.orderOfMetric());
        return root.put(
                "certificate",
                form.obstruction().map(MetricObstruction::toString).orElse(null));
    }

    private static void addLoss(ObjectNode root, List<? extends LossForm.Term<?>> loss) {
        ArrayNode terms = root.putArray("loss");
        for (LossForm.Term<?> term : loss) {
            terms.addObject()
                    .put("power", term.power())
                    .put("term", TreeFormula.of(term.tree(), LossForm::lossName))
                    .put("coefficient", term.coefficient().toString());
        }
    }

    private static ObjectNode json(HamiltonianForm<?> form) {
        ObjectNode root = Json.heading(form.method(), form.order());
        ArrayNode terms = root.putArray("hamiltonian");
        for (HamiltonianForm.Term<?> term : form.terms()) {
            terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString());
        }
        addRemainder(root, form.remainderTerms());
        root.put("isHamiltonian", form.isHamiltonian()).put("orderOfHamiltonian", form.orderOfHamiltonian());
        return root.put(
                "certificate", form.obstruction().map(Obstruction::toString).orElse(null));
    }

    private static void addRemainder(ObjectNode root, List<? extends FieldEquation.Term<?>> remainder) {
        ArrayNode terms = root.putArray("remainder");
        for (FieldEquation.Term<?> term : remainder) {
            terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("b", term.b().toString())
                    .put("symmetry", term.symmetry());
        }
    }
}
