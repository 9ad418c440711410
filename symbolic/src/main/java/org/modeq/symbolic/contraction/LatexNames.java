package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modeq.symbolic.ring.Rational;

/** What the letters of a formula in LaTeX stand for. */
final class LatexNames {
    /** Marks a transposed vector until it meets what it is multiplied with. */
    static final String TRANSPOSED = "transposed vector";

    /** Marks a norm until its square is read. */
    static final String NORM = "norm";

    private static final Set<String> MATRICES = Set.of("hess", "jac", "transpose", "curl", "diag");

    private final List<String> tasks;
    private final Set<String> fields;
    private final Set<String> functions;

    /** The tasks over which a sum runs, by its letter. */
    private final Map<String, String> bound = new HashMap<>();

    LatexNames(List<String> tasks, Set<String> fields, Set<String> functions) {
        this.tasks = List.copyOf(tasks);
        this.fields = Set.copyOf(fields);
        this.functions = Set.copyOf(functions);
    }

    void bind(String index, String task) {
        bound.put(index, task);
    }

    void unbind(String index) {
        bound.remove(index);
    }

    /** Every task, or every pair of tasks in order. */
    List<List<String>> choices(boolean isPair) {
        List<List<String>> choices = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (!isPair) {
                choices.add(List.of(tasks.get(i)));
            }
            for (int j = i + 1; isPair && j < tasks.size(); j++) {
                choices.add(List.of(tasks.get(i), tasks.get(j)));
            }
        }
        return choices;
    }

    boolean isField(String letter) {
        return fields.contains(letter) || letter.equals("f");
    }

    /** Whether ᵀ behind a formula makes another matrix of it, and not an inner product. */
    boolean isMatrix(Formula formula) {
        if (formula instanceof Formula.Operation operation) {
            return isMatrix(operation.left()) || isMatrix(operation.right());
        }
        if (!(formula instanceof Formula.Application application)) {
            return false;
        }
        return switch (application.function()) {
            case "D" ->
                freeLegs(application) == (isField(application.arguments().get(0)) ? 1 : 2);
            case "contract" ->
                application.arguments().get(0) instanceof Formula.Application free
                        && free.function().equals("free")
                        && free.arguments().size() == 2;
            default -> MATRICES.contains(application.function());
        };
    }

    /** The function of coordinates that a letter or word stands for; \varphi is phi. */
    Optional<String> function(String token) {
        String name = token.startsWith("\\") ? token.substring(1) : token;
        return Optional.of(name.equals("varphi") ? "phi" : name).filter(functions::contains);
    }

    boolean isFunction(Formula formula) {
        return formula instanceof Formula.Application application
                && functions.contains(AppliedFunction.baseName(application.function()));
    }

    private static int freeLegs(Formula.Application derivative) {
        Formula.Constant order = (Formula.Constant) derivative.arguments().get(1);
        return order.value().numerator().intValue() - derivative.directions().size();
    }

    private boolean isField(Formula base) {
        return base instanceof Formula.Name name && fields.contains(name.name()) && !tasks.contains(name.name());
    }

    /** The formula that a letter with an index is; empty if it is unknown. */
    Optional<Formula> meaning(String letter, Optional<String> index, int position) {
        Optional<String> task = index.map(name -> bound.getOrDefault(name, name));
        String loss = task.orElse("L");
        Formula.Name name = new Formula.Name(position, loss);
        boolean isTask = tasks.contains(loss);
        boolean isOwn = fields.contains(letter) && index.isEmpty();
        switch (letter) {
            case "L", "\\ell" -> {
                return isTask ? Optional.of(name) : Optional.empty();
            }
            case "f" -> {
                String field = task.orElse("f");
                return fields.contains(field) ? Optional.of(new Formula.Name(position, field)) : Optional.empty();
            }
            case "g", "H" -> {
                if (!isOwn && isTask) {
                    String function = letter.equals("g") ? "grad" : "hess";
                    return Optional.of(new Formula.Application(position, function, List.of(name), List.of()));
                }
            }
            default -> {
                // a field, a parameter or the step size by its own name
            }
        }
        String own = letter.equals("\\varphi") ? "phi" : letter.startsWith("\\") ? letter.substring(1) : letter;
        boolean isWord = own.matches("[A-Za-z]\\w*");
        return isWord ? Optional.of(new Formula.Name(position, own + task.orElse(""))) : Optional.empty();
    }

    /** The field of a task as what it is, −∇A: the second derivative of A might be that of the loss or of the field. */
    Formula asField(Formula base) {
        if (!(base instanceof Formula.Name name) || !tasks.contains(name.name())) {
            return base;
        }
        int position = name.position();
        Formula gradient = new Formula.Application(position, "grad", List.of(name), List.of());
        return new Formula.Operation(position, '*', new Formula.Constant(position, Rational.of(-1)), gradient);
    }

    String expected() {
        return "a loss such as " + (tasks.isEmpty() ? "L" : tasks.get(0).equals("L") ? "L" : "L_" + tasks.get(0))
                + ", a field such as f, h or a parameter";
    }
}
