package org.modeq.numeric.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.modeq.numeric.model.RandomStream;
import org.modeq.numeric.model.VectorField;
import org.modeq.numeric.problem.Problem;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** A problem of a sweep: its fields, and its start for every seed. */
public final class SweepProblem {
    private final Problem problem;
    private final String name;
    private final double spread;
    private final Optional<String> field;
    private final SortedMap<Colour, VectorField> fields;

    private SweepProblem(Problem problem, String name, double spread, Optional<String> field) {
        this.problem = problem;
        this.name = name;
        this.spread = spread;
        this.field = field;
        this.fields = problem.vectorFields();
    }

    /**
     * A problem.
     *
     * @param problem the problem
     * @param name what rows call it
     * @param spread s: problems given by formulas start at their point + s·N(0, 1) in every coordinate; models start with the
     *     random parameters of the seed
     * @param field which loss or field the only field of a method is, if there are several
     * @return the problem
     * @throws IllegalArgumentException if the spread is negative or not finite, or a formula has no point
     */
    public static SweepProblem of(Problem problem, String name, double spread, Optional<String> field) {
        if (!(spread >= 0) || !Double.isFinite(spread)) {
            throw new IllegalArgumentException("given the spread " + spread + ", expected a number of at least 0");
        }
        problem.start();
        return new SweepProblem(problem, name, spread, field);
    }

    /** {@return what rows call it} */
    public String name() {
        return name;
    }

    /** The files that its data were read from. */
    List<Path> dataFiles() {
        return problem.dataFiles();
    }

    /** θ₀ of a seed. */
    double[] start(long seed) {
        return problem.fold(
                formulas -> {
                    double[] start = formulas.start();
                    double[] normals = RandomStream.ofSeed(seed).normals(start.length);
                    for (int i = 0; i < start.length; i++) {
                        start[i] += spread * normals[i];
                    }
                    return start;
                },
                model -> model.model().layout().initialParameters(seed));
    }

    /** The fields in the names of a method. */
    SortedMap<Colour, VectorField> fields(Method<Rational> method) {
        UnaryOperator<Colour> meaning = problem.meaning(
                method, method.fields().size() == 1 && method.fields().contains(Colour.F) ? field : Optional.empty());
        SortedMap<Colour, VectorField> named = new TreeMap<>();
        for (Colour colour : method.fields()) {
            VectorField known = fields.get(meaning.apply(colour));
            if (known == null) {
                throw new AssertionError(colour);
            }
            named.put(colour, known);
        }
        return named;
    }
}
