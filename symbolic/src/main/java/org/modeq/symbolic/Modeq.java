package org.modeq.symbolic;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.lie.ExponentialProduct;
import org.modeq.symbolic.lie.LieExpansion;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.modified.ModifyingEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.LyndonBasis;

/**
 * What one types in a notebook: {@code import static org.modeq.symbolic.Modeq.*;}. Every result has {@code toText()},
 * {@code toLatex()} and {@code toHtml()}, and prints as its formula.
 */
public final class Modeq {
    private Modeq() {}

    /**
     * The modified equation of a method, f̃ = Σ_t h^(|t|−1) b(t)/σ(t) F(t).
     *
     * @param method as the command line has it: {@code gd}, {@code sequence:A,B}, {@code rk:rk4}
     * @param order N ≥ 1, the highest |t|
     * @param parameters values of parameters, as {@code beta=9/10}; those not given stay symbols
     * @return the equation
     * @throws IllegalArgumentException if there is no such method or parameter, or N &lt; 1 or too large for the memory
     */
    public static ModifiedEquation<?> derive(String method, int order, String... parameters) {
        return ModifiedEquation.of(method(method, parameters), order);
    }

    /**
     * The modifying equation of a method of one field: the field to feed it with so that one step is the exact flow of f.
     *
     * @param method as the command line has it
     * @param order N ≥ 1, the highest |t|
     * @param parameters values of parameters, as {@code beta=9/10}; those not given stay symbols
     * @return the equation
     * @throws IllegalArgumentException if there is no such method or parameter, it has several fields, or N &lt; 1
     */
    public static ModifyingEquation<?> modifying(String method, int order, String... parameters) {
        return ModifyingEquation.of(method(method, parameters), order);
    }

    /**
     * The modified field of steps in turn, in self-corrections and Lie brackets.
     *
     * @param method as the command line has it, {@code sequence:A,B}
     * @param order N ≥ 1, the highest weight
     * @param parameters values of parameters, as {@code m=2}; those not given stay symbols
     * @return the bracket form
     * @throws IllegalArgumentException if there is no such method or parameter, it is no such sequence, or N &lt; 1
     */
    public static BracketForm<?> brackets(String method, int order, String... parameters) {
        return BracketForm.of(method(method, parameters), order);
    }

    /**
     * The modified field as −∇L̃ + R: the modified loss, and what is no gradient.
     *
     * @param method as the command line has it
     * @param order N ≥ 1, the highest |t|
     * @param parameters values of parameters, as {@code beta=9/10}; those not given stay symbols
     * @return the loss form
     * @throws IllegalArgumentException if there is no such method or parameter, or N &lt; 1
     */
    public static LossForm<?> loss(String method, int order, String... parameters) {
        return LossForm.of(derive(method, order, parameters));
    }

    /**
     * The logarithm of a product of exponentials in the Lyndon basis (Baker, Campbell, Hausdorff).
     *
     * @param word the factors, the first acting first: {@code A,B} for log(e^A e^B), {@code A/2,B,A/2}
     * @param degree N ≥ 1
     * @return the expansion
     * @throws IllegalArgumentException if the word cannot be read or is empty, or N &lt; 1
     */
    public static LieExpansion bch(String word, int degree) {
        ExponentialProduct product = ExponentialProduct.parse(word);
        return LieExpansion.of(product, new LyndonBasis(new Alphabet(List.copyOf(product.letters()))), degree);
    }

    /**
     * A rooted tree.
     *
     * @param text the tree, root first: {@code f[f,f[f]]}, {@code B[A]}
     * @return the tree
     * @throws IllegalArgumentException if the text is no tree
     */
    public static RootedTree tree(String text) {
        return RootedTree.parse(text);
    }

    /**
     * The coefficient b(t)/σ(t) of a tree: the factor of h^(|t|−1) F(t).
     *
     * @param equation the equation
     * @param tree t, root first: {@code f[f,f]}
     * @param <E> the coefficients
     * @return the coefficient, 0 for a tree that does not occur
     * @throws IllegalArgumentException if the text is no tree
     * @throws java.util.NoSuchElementException if |t| is greater than the order of the equation
     */
    public static <E> E coefficient(FieldEquation<E> equation, String tree) {
        return equation.field().weight(tree(tree));
    }

    /**
     * The terms of one order, zeros among them, in canonical order of the trees.
     *
     * @param equation the equation
     * @param order |t|, from 1 to the order of the equation
     * @param <E> the coefficients
     * @return the terms
     * @throws java.util.NoSuchElementException if |t| is greater than the order of the equation
     */
    public static <E> List<FieldEquation.Term<E>> terms(FieldEquation<E> equation, int order) {
        return equation.terms(order - 1);
    }

    /**
     * A method by its name.
     *
     * @param name as the command line has it
     * @param parameters values of parameters, as {@code beta=9/10}; those not given stay symbols
     * @return the method
     * @throws IllegalArgumentException if there is no such method or parameter
     */
    public static Method<?> method(String name, String... parameters) {
        SortedMap<String, Rational> values = new TreeMap<>();
        Arrays.stream(parameters).forEach(text -> {
            String[] parts = text.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "given the parameter '" + text + "', expected a name and a value, as beta=9/10");
            }
            values.put(parts[0].strip(), Rational.parse(parts[1].strip()));
        });
        return Methods.parse(name, new MethodParameters(values, List.of()));
    }
}
