package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * What a formula means: its normal form, given which names are losses, fields, parameters and functions of coordinates.
 *
 * <p>A name may stand for both a loss and a field (the task A is the loss A and the field −∇A); which of them is meant
 * follows from where it stands, as in {@code grad(A)} and {@code bracket(A,B)}. The name {@code h} is the step size.
 *
 * @param <E> the coefficients
 */
public final class FormulaMeaning<E> {
    private static final int HIGHEST_DERIVATIVE = 12;
    private static final int HIGHEST_POWER = 50;
    private static final List<String> RANKS = List.of("a scalar", "a vector", "a matrix");

    private final Ring<E> ring;
    private final SortedMap<String, TensorForm<E>> losses;
    private final SortedMap<String, TensorForm<E>> fields;
    private final SortedMap<String, E> parameters;
    private final DeclaredFunctions functions;

    /**
     * The meaning of formulas over given names.
     *
     * @param ring the ring of the coefficients
     * @param losses the losses by name, each a scalar
     * @param fields the fields by name, each a vector
     * @param parameters the parameters by name
     */
    public FormulaMeaning(
            Ring<E> ring,
            Map<String, TensorForm<E>> losses,
            Map<String, TensorForm<E>> fields,
            Map<String, E> parameters) {
        this(ring, losses, fields, parameters, Map.of());
    }

    /**
     * The meaning of formulas over given names, with unknown functions of coordinates, φ(v)_i = φ(v_i).
     *
     * @param ring the ring of the coefficients
     * @param losses the losses by name, each a scalar
     * @param fields the fields by name, each a vector
     * @param parameters the parameters by name
     * @param functions the numbers of arguments of the functions by name, from 1 to 9
     * @throws IllegalArgumentException if the name of a function is taken, or its number of arguments is not from 1 to 9
     */
    public FormulaMeaning(
            Ring<E> ring,
            Map<String, TensorForm<E>> losses,
            Map<String, TensorForm<E>> fields,
            Map<String, E> parameters,
            Map<String, Integer> functions) {
        this.ring = ring;
        this.losses = new TreeMap<>(losses);
        this.fields = new TreeMap<>(fields);
        this.parameters = new TreeMap<>(parameters);
        SortedSet<String> taken = new TreeSet<>(List.of("h"));
        List.of(losses, fields, parameters).forEach(named -> taken.addAll(named.keySet()));
        this.functions = new DeclaredFunctions(functions, taken);
    }

    /**
     * The normal form of a formula.
     *
     * @param formula the formula
     * @param rank 0 if a scalar is expected, 1 for a vector, 2 for a matrix
     * @return its normal form
     * @throws IllegalArgumentException if the formula is not of that rank; the message shows the position
     */
    public TensorForm<E> value(Formula formula, int rank) {
        if (formula instanceof Formula.Constant constant) {
            return constant(constant, rank);
        }
        if (formula instanceof Formula.Name name) {
            return named(name, rank);
        }
        if (formula instanceof Formula.Operation operation) {
            return operation(operation, rank);
        }
        if (formula instanceof Formula.Application application) {
            TensorForm<E> value = application(application);
            if (value.rank() != rank) {
                throw error(application, "given " + RANKS.get(value.rank()) + ", expected " + RANKS.get(rank));
            }
            return value;
        }
        throw new AssertionError(formula);
    }

    private TensorForm<E> constant(Formula.Constant constant, int rank) {
        if (constant.value().isZero()) {
            return TensorForm.zero(ring, rank);
        }
        if (rank != 0) {
            throw error(
                    constant,
                    "given a number, expected " + RANKS.get(rank) + "; multiply it with one, as in 1/2*grad(L)");
        }
        return TensorForm.number(ring, 0, ring.of(constant.value()));
    }

    private TensorForm<E> named(Formula.Name name, int rank) {
        if (!ranks(name).contains(rank)) {
            SortedSet<String> known = new TreeSet<>(rank == 0 ? losses.keySet() : fields.keySet());
            if (rank == 0) {
                known.addAll(parameters.keySet());
            }
            throw error(
                    name,
                    "'" + name.name() + "' is not " + RANKS.get(rank) + " that is known here, expected "
                            + (rank == 2
                                    ? "hess(L), jac(f) or a product of such"
                                    : "one of " + String.join(", ", known))
                            + (name.name().endsWith("'") ? "; write jac(f) for f'" : ""));
        }
        if (rank == 1) {
            return fields.getOrDefault(name.name(), TensorForm.zero(ring, 1));
        }
        if (name.name().equals("h")) {
            return TensorForm.number(ring, 1, ring.one());
        }
        E parameter = parameters.get(name.name());
        return parameter != null
                ? TensorForm.number(ring, 0, parameter)
                : losses.getOrDefault(name.name(), TensorForm.zero(ring, 0));
    }

    private TensorForm<E> operation(Formula.Operation operation, int rank) {
        Formula left = operation.left();
        Formula right = operation.right();
        return switch (operation.sign()) {
            case '+' -> summand(left, rank).add(summand(right, rank));
            case '-' -> summand(left, rank).subtract(summand(right, rank));
            case '*' -> product(operation, rank);
            case '/' -> value(left, rank).times(TensorForm.number(ring, 0, inverse(right)));
            case '^' -> power(operation, rank);
            default -> throw new AssertionError(operation);
        };
    }

    /** A summand; a number beside matrices is that multiple of the identity, as in 1 + h*hess(L). */
    private TensorForm<E> summand(Formula formula, int rank) {
        return rank == 2 && isNumber(formula)
                ? TensorForm.identity(ring).times(value(formula, 0))
                : value(formula, rank);
    }

    private boolean isNumber(Formula formula) {
        if (formula instanceof Formula.Operation operation) {
            return isNumber(operation.left()) && isNumber(operation.right());
        }
        return formula instanceof Formula.Constant
                || (formula instanceof Formula.Name name
                        && (name.name().equals("h") || parameters.containsKey(name.name())));
    }

    private TensorForm<E> product(Formula.Operation product, int rank) {
        SortedSet<Integer> left = ranks(product.left());
        SortedSet<Integer> right = ranks(product.right());
        List<int[]> readings = new ArrayList<>();
        if (left.contains(0) && right.contains(rank)) {
            readings.add(new int[] {0, rank});
        }
        if (rank > 0 && left.contains(rank) && right.contains(0)) {
            readings.add(new int[] {rank, 0});
        }
        if (rank > 0 && left.contains(2) && right.contains(rank)) {
            readings.add(new int[] {2, rank});
        }
        if (left.isEmpty() || right.isEmpty()) {
            value(left.isEmpty() ? product.left() : product.right(), rank);
        }
        if (readings.isEmpty()) {
            throw error(
                    product,
                    "a product of these is not " + RANKS.get(rank)
                            + "; write dot(u,v) for an inner product, odot(u,v) for a coordinate-wise one");
        }
        if (readings.size() > 1) {
            throw error(product, "this product can be read in two ways; write grad(L) for the field of a loss L");
        }
        int[] reading = readings.get(0);
        TensorForm<E> first = value(product.left(), reading[0]);
        TensorForm<E> second = value(product.right(), reading[1]);
        if (reading[0] == 0) {
            return second.times(first);
        }
        return reading[1] == 0 ? first.times(second) : first.contracted(second);
    }

    private TensorForm<E> power(Formula.Operation power, int rank) {
        int exponent = natural(power.right(), HIGHEST_POWER);
        if (rank == 1 || (rank == 2 && exponent == 0)) {
            throw error(power, rank == 1 ? "a vector has no powers; write norm2(v)" : "expected a power of at least 1");
        }
        TensorForm<E> base = value(power.left(), rank);
        TensorForm<E> result = rank == 0 ? TensorForm.number(ring, 0, ring.one()) : base;
        for (int i = rank == 0 ? 0 : 1; i < exponent; i++) {
            result = rank == 0 ? result.times(base) : result.contracted(base);
        }
        return result;
    }

    private TensorForm<E> application(Formula.Application application) {
        if (!application.function().equals("D") && !application.directions().isEmpty()) {
            throw error(application, "only D(L,3)[u,v] takes directions in square brackets");
        }
        if (functions.isDeclared(application.function())) {
            return functions.value(application, ring, argument -> value(argument, 1));
        }
        return switch (application.function()) {
            case "grad" -> argument(application, 0, 1, 0).derivative();
            case "hess" -> argument(application, 0, 1, 0).derivative().derivative();
            case "laplacian" ->
                argument(application, 0, 1, 0).derivative().derivative().trace();
            case "jac" -> argument(application, 0, 1, 1).derivative();
            case "div" -> argument(application, 0, 1, 1).derivative().trace();
            case "curl" -> {
                TensorForm<E> jacobian = argument(application, 0, 1, 1).derivative();
                yield jacobian.subtract(jacobian.transposed());
            }
            case "norm2" -> {
                TensorForm<E> vector = argument(application, 0, 1, 1);
                yield vector.contracted(vector);
            }
            case "trace" -> argument(application, 0, 1, 2).trace();
            case "transpose" -> argument(application, 0, 1, 2).transposed();
            case "bracket" -> argument(application, 0, 2, 1).bracket(argument(application, 1, 2, 1));
            case "dot" -> argument(application, 0, 2, 1).contracted(argument(application, 1, 2, 1));
            case "odot" -> argument(application, 0, 2, 1).coordinatewise(argument(application, 1, 2, 1));
            case "diag" -> argument(application, 0, 1, 1).diagonal();
            case "sum" -> argument(application, 0, 1, 1).summed();
            case "D" -> tensor(application);
            case "contract" -> new ContractionReader<>(ring, losses, fields, this::function).read(application);
            default ->
                throw error(
                        application,
                        "unknown function '" + application.function() + "', expected one of "
                                + String.join(", ", functions.names())
                                + "; functions of your own must be declared, as in functions: {phi: 1} of a claim");
        };
    }

    /** φ^(k)(v), empty if the function is none that is declared. */
    private Optional<TensorForm<E>> function(Formula.Application application) {
        return functions.isDeclared(application.function()) ? Optional.of(application(application)) : Optional.empty();
    }

    private TensorForm<E> argument(Formula.Application application, int place, int count, int rank) {
        if (application.arguments().size() != count) {
            throw error(
                    application,
                    "given " + application.arguments().size() + " arguments of " + application.function()
                            + ", expected " + count);
        }
        return value(application.arguments().get(place), rank);
    }

    /** D(L,k)[v₁, …]: the k-th derivative in directions that are not themselves differentiated. */
    private TensorForm<E> tensor(Formula.Application derivative) {
        if (derivative.arguments().size() != 2) {
            throw error(derivative, "expected a loss or field and the order of the derivative, as in D(L,3)[u,v]");
        }
        Formula argument = derivative.arguments().get(0);
        SortedSet<Integer> ranks = ranks(argument);
        int directions = derivative.directions().size();
        int order = natural(derivative.arguments().get(1), HIGHEST_DERIVATIVE);
        int base = ranks.contains(0) ? 0 : 1;
        int rank = base + order - directions;
        if (order < 1 || rank < base || rank > 2 || ranks.contains(2)) {
            throw error(
                    derivative,
                    "given the derivative of order " + order + " of " + RANKS.get(base) + " with " + directions
                            + " directions, expected at most " + order + " of them and at least " + (base + order - 2));
        }
        TensorForm<E> result = value(argument, base);
        for (int i = 0; i < directions; i++) {
            result = result.derivative(TensorForm.standIn(ring, i));
        }
        for (int i = directions; i < order; i++) {
            result = result.derivative();
        }
        for (int i = 0; i < directions; i++) {
            result = result.filled(i, value(derivative.directions().get(i), 1));
        }
        return result;
    }

    /** The ranks that a formula may have; errors are found when it is evaluated. */
    private SortedSet<Integer> ranks(Formula formula) {
        SortedSet<Integer> ranks = new TreeSet<>();
        if (formula instanceof Formula.Constant constant) {
            ranks.addAll(constant.value().isZero() ? List.of(0, 1, 2) : List.of(0));
        } else if (formula instanceof Formula.Name name) {
            boolean isScalar =
                    name.name().equals("h") || parameters.containsKey(name.name()) || losses.containsKey(name.name());
            ranks.addAll(isScalar ? List.of(0) : List.of());
            ranks.addAll(fields.containsKey(name.name()) ? List.of(1) : List.of());
        } else if (formula instanceof Formula.Operation operation) {
            ranks.addAll(ranks(operation));
        } else if (formula instanceof Formula.Application application) {
            if (functions.isDeclared(application.function())) {
                ranks.add(1);
            }
            FormulaFunctions.rank(
                            application, () -> ranks(application.arguments().get(0)))
                    .ifPresent(rank -> ranks.add(rank));
        }
        return ranks;
    }

    private SortedSet<Integer> ranks(Formula.Operation operation) {
        SortedSet<Integer> left = ranks(operation.left());
        SortedSet<Integer> right = ranks(operation.right());
        SortedSet<Integer> ranks = new TreeSet<>(left);
        switch (operation.sign()) {
            case '+', '-' -> {
                ranks.retainAll(right);
                boolean isMatrix = (isNumber(operation.left()) && right.contains(2))
                        || (isNumber(operation.right()) && left.contains(2));
                ranks.addAll(isMatrix ? List.of(2) : List.of());
            }
            case '*' -> {
                ranks.clear();
                left.forEach(a -> right.forEach(b -> {
                    if (a == 0 || b == 0) {
                        ranks.add(a + b);
                    } else if (a == 2) {
                        ranks.add(b);
                    }
                }));
            }
            case '^' -> ranks.remove(1);
            default -> {
                // a quotient has the rank of its dividend
            }
        }
        return ranks;
    }

    /** One over a number. */
    private E inverse(Formula divisor) {
        TensorForm<E> value = value(divisor, 0);
        TensorForm.Term one = new TensorForm.Term(0, new Assembly().finish());
        if (value.terms().size() == 1 && value.terms().containsKey(one)) {
            E number = value.terms().values().iterator().next();
            return ring.inverse(number)
                    .orElseThrow(() -> error(
                            divisor,
                            "expected a number other than 0 after '/', or a denominator of the"
                                    + " method such as 1-beta, not " + number));
        }
        throw error(divisor, "expected a number other than 0 after '/'");
    }

    private int natural(Formula formula, int greatest) {
        TensorForm<E> value = value(formula, 0);
        for (int number = 0; number <= greatest; number++) {
            if (value.equals(TensorForm.number(ring, 0, ring.of(Rational.of(number))))) {
                return number;
            }
        }
        throw error(formula, "expected a whole number from 0 to " + greatest);
    }

    static IllegalArgumentException error(Formula formula, String message) {
        return new IllegalArgumentException("at position " + formula.position() + ": " + message);
    }
}
