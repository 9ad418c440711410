package org.modeq.numeric.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.model.GraphField;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** What a problem file describes: formulas, or a model with its data. */
public sealed interface Problem permits FormulaProblem, ModelProblem {
    /** {@return how errors call it} */
    String name();

    /** {@return the files that it was read from besides its own: data, masks, points} */
    List<Path> dataFiles();

    /** {@return the names of its fields; a loss L names the field −∇L} */
    SortedSet<Colour> fieldNames();

    /**
     * Its losses in doubles, with all derivatives.
     *
     * @return L by name, without those fields that are given by components
     * @throws ArithmeticException if a formula is no real elementary expression
     */
    SortedMap<Colour, Loss> losses();

    /**
     * Its fields as columns of computational graphs, for numbers of any precision.
     *
     * @return f by name, −∇L for a loss L
     * @throws ArithmeticException if a formula is no real elementary expression
     */
    SortedMap<Colour, Node> fieldNodes();

    /**
     * Its fields in doubles, with all derivatives.
     *
     * @return f by name, −∇L for a loss L
     * @throws ArithmeticException if a formula is no real elementary expression
     */
    default SortedMap<Colour, VectorField> vectorFields() {
        SortedMap<Colour, VectorField> fields = new TreeMap<>();
        fieldNodes().forEach((name, node) -> fields.put(name, GraphField.of(node)));
        return fields;
    }

    /**
     * Its point in doubles.
     *
     * @return θ
     * @throws IllegalArgumentException if the problem has no point
     */
    double[] start();

    /**
     * Either of the two.
     *
     * @param onFormulas what to do with a problem given by formulas
     * @param onModel what to do with a model
     * @param <R> the result
     * @return the result
     */
    <R> R fold(Function<FormulaProblem, R> onFormulas, Function<ModelProblem, R> onModel);

    /**
     * Which field of the problem each field of a method is.
     *
     * <p>The only field f of a method such as gd is the only field of the problem, or the one chosen; the fields of
     * other methods are those of the same names.
     *
     * @param method the method
     * @param chosen the name of the field that f is, empty for the only one
     * @return the name in the problem of a field of the method
     * @throws IllegalArgumentException if the problem has not the fields that the method needs
     */
    default UnaryOperator<Colour> meaning(Method<Rational> method, Optional<String> chosen) {
        boolean isUnnamed = method.fields().size() == 1 && method.fields().contains(Colour.F);
        if (isUnnamed) {
            Colour only = chosen.map(this::known).orElseGet(() -> only(method));
            return field -> only;
        }
        if (chosen.isPresent()) {
            throw new IllegalArgumentException("given the field '" + chosen.get() + "' for " + method.name()
                    + ", which names its fields itself; leave out --field");
        }
        for (Colour field : method.fields()) {
            if (!fieldNames().contains(field)) {
                throw new IllegalArgumentException(method.name() + " needs " + method.fields() + ", but " + name()
                        + " has " + fieldNames() + "; add " + field + " or rename it");
            }
        }
        return UnaryOperator.identity();
    }

    private Colour only(Method<Rational> method) {
        if (fieldNames().size() != 1) {
            throw new IllegalArgumentException(
                    method.name() + " takes one loss or field, but " + name() + " has " + fieldNames()
                            + "; choose one, as in --field " + fieldNames().first());
        }
        return fieldNames().first();
    }

    private Colour known(String text) {
        return fieldNames().stream()
                .filter(field -> field.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown field '" + text + "', expected one of "
                        + fieldNames() + ", those of " + name()
                        + NearestWord.hint(
                                text, fieldNames().stream().map(Colour::name).toList())));
    }
}
