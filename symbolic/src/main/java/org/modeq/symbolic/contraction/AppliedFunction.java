package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Ring;

/**
 * A derivative of an unknown smooth function of n numbers, applied to n vectors coordinate by coordinate:
 * <pre>
 *   (∂₁^k₁ … ∂ₙ^kₙ U)(a, b, …)_i = (∂₁^k₁ … ∂ₙ^kₙ U)(a_i, b_i, …).
 * </pre>
 * Its derivative by θ_j is the chain rule, Σ_m ∂_m U(a, b, …)_i ∂_j(a⁽ᵐ⁾)_i. The arguments are forms in normal form, so equal
 * values are equal functions of generic losses and fields.
 *
 * @param name the name of U: a letter, then letters and digits
 * @param orders k₁, …, kₙ, at most nine of them
 * @param arguments a, b, …: vectors without powers of h, and not all of them the same number in every coordinate
 */
public record AppliedFunction(String name, List<Integer> orders, List<TensorForm<Rational>> arguments) {
    /** The most arguments; derivatives are spelled with one digit for each. */
    static final int MOST_ARGUMENTS = 9;

    /**
     * A function applied to vectors.
     *
     * @param name the name of U
     * @param orders k₁, …, kₙ
     * @param arguments the vectors
     * @throws IllegalArgumentException if the numbers of orders and arguments differ or exceed nine, an argument is no
     *     vector or has powers of h, or all are the same in every coordinate
     */
    public AppliedFunction {
        orders = List.copyOf(orders);
        arguments = List.copyOf(arguments);
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException(
                    "given a function called '" + name + "', expected a letter, then letters and digits");
        }
        if (orders.size() != arguments.size() || orders.isEmpty() || orders.size() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException("given " + arguments.size() + " arguments of " + name + " and "
                    + orders.size() + " orders of its derivative, expected as many, from 1 to " + MOST_ARGUMENTS);
        }
        for (TensorForm<Rational> argument : arguments) {
            if (argument.rank() != 1) {
                throw new IllegalArgumentException("given a scalar or a matrix as argument of " + name
                        + ", expected a vector, which is taken coordinate by coordinate");
            }
            if (argument.terms().keySet().stream().anyMatch(term -> term.power() > 0)) {
                throw new IllegalArgumentException("given h in an argument of " + name
                        + ", expected a vector without it; expand in h, as in " + name + "(u) + h*odot(" + name
                        + "'(u),v)");
            }
        }
        if (arguments.stream().allMatch(AppliedFunction::isUniform)) {
            throw new IllegalArgumentException("given arguments of " + name
                    + " that are the same number in every coordinate, expected vectors such as grad(L)");
        }
    }

    /** Whether all components are one number, as those of 0 are. */
    private static boolean isUniform(TensorForm<Rational> vector) {
        return vector.terms().keySet().stream()
                .flatMap(term -> term.graph().vertices().stream())
                .noneMatch(vertex -> vertex.indices().contains(0));
    }

    /**
     * The vector as a form.
     *
     * @param ring the ring of the coefficients
     * @param <E> the coefficients
     * @return U(a, b, …), of a single graph
     */
    public <E> TensorForm<E> toForm(Ring<E> ring) {
        Assembly assembly = new Assembly();
        int index = assembly.newIndex();
        assembly.add(Vertex.function(this, index));
        return TensorForm.of(ring, assembly.finish(index));
    }

    /** ∂_m of the function, with the same arguments. */
    AppliedFunction differentiated(int place) {
        List<Integer> higher = new ArrayList<>(orders);
        higher.set(place, higher.get(place) + 1);
        return new AppliedFunction(name, higher, arguments);
    }

    /** The greater of two orders at each argument. */
    static List<Integer> highest(List<Integer> first, List<Integer> second) {
        List<Integer> highest = new ArrayList<>();
        for (int place = 0; place < first.size(); place++) {
            highest.add(Math.max(first.get(place), second.get(place)));
        }
        return highest;
    }

    /** How the language writes the derivative: U, phi'' of one argument, or U_112 for ∂₁²∂₂U. */
    String spelling() {
        if (orders.size() == 1) {
            return name + "'".repeat(orders.get(0));
        }
        StringBuilder places = new StringBuilder();
        for (int place = 0; place < orders.size(); place++) {
            places.append(String.valueOf(place + 1).repeat(orders.get(place)));
        }
        return places.isEmpty() ? name : name + "_" + places;
    }

    /** The name of a function without the marks of its derivative. */
    static String baseName(String spelling) {
        return spelling.replaceAll("('+|_[1-9]+)$", "");
    }

    /** The orders that a spelling means for a function of some arguments. */
    static List<Integer> orders(String spelling, int arguments) {
        String marks = spelling.substring(baseName(spelling).length());
        boolean isPrimed = marks.startsWith("'");
        if (!marks.isEmpty() && isPrimed != (arguments == 1)) {
            throw new IllegalArgumentException("given " + spelling + ", expected "
                    + (arguments == 1
                            ? "primes for the derivatives of a function of one argument, as in phi'(v)"
                            : "the numbers of the arguments for derivatives, as in U_12(u,v)"));
        }
        List<Integer> orders = new ArrayList<>(Collections.nCopies(arguments, 0));
        for (int i = 0; i < marks.length(); i++) {
            if (marks.charAt(i) != '_') {
                int place = isPrimed ? 0 : marks.charAt(i) - '1';
                if (place >= arguments) {
                    throw new IllegalArgumentException("given the derivative " + spelling + " by argument "
                            + (place + 1) + ", expected 1 to " + arguments);
                }
                orders.set(place, orders.get(place) + 1);
            }
        }
        return orders;
    }

    /** {@return the function with its arguments in index notation; equal exactly if they are} */
    @Override
    public String toString() {
        return arguments.stream()
                .map(argument -> argument.terms().entrySet().stream()
                        .map(entry ->
                                entry.getValue() + " {" + entry.getKey().graph().key() + "}")
                        .collect(Collectors.joining(" + ")))
                .collect(Collectors.joining("; ", spelling() + "<", ">"));
    }
}
