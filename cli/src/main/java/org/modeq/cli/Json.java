package org.modeq.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.modeq.proofs.check.Counterexample;
import org.modeq.proofs.check.Decision;
import org.modeq.proofs.claim.Verdict;
import org.modeq.symbolic.latex.StartView;
import org.modeq.symbolic.latex.SwapView;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.EffectiveStart;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.MomentumState;

/** Results as JSON; every document begins with its schema number. Exact numbers are strings, {@code "-1/12"}. */
final class Json {
    private static final int SCHEMA = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty document with its schema number. */
    static ObjectNode document() {
        return MAPPER.createObjectNode().put("schema", SCHEMA);
    }

    static ObjectNode of(FieldEquation<?> equation) {
        ObjectNode root = heading(equation.method(), equation.order());
        ArrayNode terms = root.putArray("terms");
        for (FieldEquation.Term<?> term : equation.terms()) {
            terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("b", term.b().toString())
                    .put("symmetry", term.symmetry());
        }
        return root;
    }

    /** Of S the terms with the powers of h of the map. */
    static ObjectNode of(EffectiveStart<?> start) {
        ObjectNode root = heading(start.method(), start.map().truncationOrder());
        ArrayNode terms = root.putArray("terms");
        for (StartView.Term term : StartView.terms(start)) {
            terms.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("a", term.value().toString())
                    .put("symmetry", term.symmetry());
        }
        return root;
    }

    /** Of a swap the terms of δθ and of δv. */
    static ObjectNode of(MomentumState.Swap<?> swap) {
        ObjectNode root = document()
                .put("swap", swap.first() + "," + swap.second())
                .put("order", swap.position().truncationOrder())
                .put("clock", "step")
                .put("beta", swap.beta().toString())
                .put("weight", swap.weight().toString());
        addTerms(root.putArray("position"), SwapView.position(swap));
        addTerms(root.putArray("velocity"), SwapView.velocity(swap));
        return root;
    }

    private static void addTerms(ArrayNode array, List<SwapView.Term> terms) {
        for (SwapView.Term term : terms) {
            array.addObject()
                    .put("power", term.power())
                    .put("tree", term.tree().toString())
                    .put("coefficient", term.coefficient().toString())
                    .put("b", term.value().toString())
                    .put("symmetry", term.symmetry());
        }
    }

    static ObjectNode summary(Method<?> method, List<FieldEquation.Summary> summary) {
        return addOrders(heading(method, summary.size()), summary);
    }

    /** The document with the numbers of each order. */
    static ObjectNode addOrders(ObjectNode root, List<FieldEquation.Summary> summary) {
        ArrayNode orders = root.putArray("orders");
        for (FieldEquation.Summary line : summary) {
            orders.addObject()
                    .put("order", line.order())
                    .put("count", line.count())
                    .put("nonzero", line.nonzero())
                    .put("sum", line.sum())
                    .put("absoluteSum", line.absoluteSum().orElse(null));
        }
        return root;
    }

    static ObjectNode of(BracketForm<?> form) {
        ObjectNode root = heading(form.method(), form.series().maximalWeight());
        ArrayNode terms = root.putArray("terms");
        for (BracketForm.Term<?> term : form.terms()) {
            terms.addObject()
                    .put("power", term.power())
                    .put("bracket", term.bracket().toString())
                    .put("coefficient", term.coefficient().toString());
        }
        return root;
    }

    /** A document with its method, order, clock and parameters. */
    static ObjectNode heading(Method<?> method, int order) {
        ObjectNode root = document()
                .put("method", method.name())
                .put("order", order)
                .put("clock", method.clock().toString());
        ObjectNode parameters = root.putObject("parameters");
        method.parameters().forEach(parameters::put);
        return root;
    }

    static ObjectNode add(ArrayNode claims, Decision decision) {
        ObjectNode node = claims.addObject()
                .put("id", decision.claim().id())
                .put("method", decision.claim().subject().name())
                .put("order", decision.claim().order())
                .put("kind", decision.claim().kind().toString())
                .put("printed", decision.claim().isConfirmed() ? "confirmed" : "unconfirmed")
                .put("verdict", decision.verdict().toString())
                .put("expected", decision.claim().expected().toString());
        decision.claim().wording().quantity().ifPresent(quantity -> node.put("quantity", quantity));
        decision.claim().assumptions().forEach(node.putArray("assume")::add);
        node.put("difference", decision.differenceText().orElse(null));
        decision.counterexample().ifPresentOrElse(example -> add(node, example), () -> node.putNull("counterexample"));
        String about = decision.verdict() == Verdict.WAITING ? "waitingFor" : "reason";
        decision.reason().ifPresent(reason -> node.put(about, reason));
        return node;
    }

    private static void add(ObjectNode claim, Counterexample example) {
        ObjectNode node = claim.putObject("counterexample");
        example.variables().forEach(node.putArray("variables")::add);
        ObjectNode losses = node.putObject("losses");
        example.losses().forEach(losses::put);
        if (!example.functions().isEmpty()) {
            ObjectNode functions = node.putObject("functions");
            example.functions().forEach(functions::put);
        }
        ObjectNode parameters = node.putObject("parameters");
        example.parameters().forEach(parameters::put);
        example.point().forEach(node.putArray("point")::add);
        node.put("power", example.power());
        example.claimed().forEach(node.putArray("claimed")::add);
        example.derived().forEach(node.putArray("derived")::add);
    }

    /** The document as indented text with a line end. */
    static String write(ObjectNode root) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }
}
