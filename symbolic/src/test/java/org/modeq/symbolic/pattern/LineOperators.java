package org.modeq.symbolic.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;

/** Operators on polynomials in one variable θ, exactly: derivatives, the logarithm of a mean step, and D φ of a forest. */
final class LineOperators {
    private LineOperators() {}

    static Polynomial polynomial(String... coefficients) {
        List<Rational> numbers = new ArrayList<>();
        for (String coefficient : coefficients) {
            numbers.add(Rational.parse(coefficient));
        }
        return new Polynomial(numbers);
    }

    static Polynomial derivative(Polynomial polynomial, int times) {
        Polynomial result = polynomial;
        for (int i = 0; i < times; i++) {
            Polynomial sum = Polynomial.ZERO;
            for (int p = 1; p <= result.degree(); p++) {
                sum = sum.add(Polynomial.monomial(result.coefficient(p).multiply(Rational.of(p)), p - 1));
            }
            result = sum;
        }
        return result;
    }

    static Polynomial scaled(Rational factor, Polynomial polynomial) {
        return polynomial.multiply(Polynomial.constant(factor));
    }

    static List<Rational> numbers(int... numbers) {
        List<Rational> list = new ArrayList<>();
        for (int number : numbers) {
            list.add(Rational.of(number));
        }
        return list;
    }

    static Polynomial power(Polynomial base, int k) {
        Polynomial power = Polynomial.constant(Rational.ONE);
        for (int i = 0; i < k; i++) {
            power = power.multiply(base);
        }
        return power;
    }

    /** 𝓛φ by the series of the logarithm of φ ↦ Σ hᵏ/k! powers(k) φ⁽ᵏ⁾: the coefficients of h⁰, …, h^(N−1). */
    static List<Polynomial> logarithm(List<Polynomial> powers, Polynomial function, int order) {
        List<Polynomial> sum = zeros(order + 1);
        List<Polynomial> iterate = zeros(order + 1);
        iterate.set(0, function);
        for (int r = 1; r <= order; r++) {
            List<Polynomial> next = zeros(order + 1);
            for (int i = 0; i <= order; i++) {
                Rational factorial = Rational.ONE;
                for (int k = 1; i + k <= order; k++) {
                    factorial = factorial.multiply(Rational.of(k));
                    Polynomial term =
                            scaled(factorial.reciprocal(), powers.get(k).multiply(derivative(iterate.get(i), k)));
                    next.set(i + k, next.get(i + k).add(term));
                }
            }
            iterate = next;
            Rational factor = Rational.of(r % 2 == 1 ? 1 : -1, r);
            for (int i = 0; i <= order; i++) {
                sum.set(i, sum.get(i).add(scaled(factor, iterate.get(i))));
            }
        }
        return sum.subList(1, order + 1);
    }

    static List<Polynomial> zeros(int count) {
        return new ArrayList<>(Collections.nCopies(count, Polynomial.ZERO));
    }

    /** D φ of a forest, the blocks being sums over the columns with a factor for the size of each. */
    static Polynomial value(
            Pattern forest, Polynomial function, Polynomial mean, List<Polynomial> columns, List<Rational> factors) {
        int blocks = forest.blocks();
        Polynomial sum = Polynomial.ZERO;
        for (int number = 0; number < Math.round(Math.pow(columns.size(), blocks)); number++) {
            List<Polynomial> assigned = new ArrayList<>();
            for (int block = 0, rest = number; block < blocks; block++, rest /= columns.size()) {
                assigned.add(columns.get(rest % columns.size()));
            }
            sum = sum.add(product(function, forest.trees(), mean, assigned));
        }
        Rational factor = Rational.ONE;
        for (int size : forest.blockSizes()) {
            factor = factor.multiply(factors.get(size));
        }
        return scaled(factor, sum);
    }

    static Polynomial product(Polynomial head, List<RootedTree> arguments, Polynomial mean, List<Polynomial> columns) {
        Polynomial product = derivative(head, arguments.size());
        for (RootedTree tree : arguments) {
            Polynomial root = tree.colour().equals(Pattern.MEAN)
                    ? mean
                    : columns.get(Pattern.parse("a b c d").trees().indexOf(RootedTree.vertex(tree.colour())));
            product = product.multiply(product(root, tree.children(), mean, columns));
        }
        return product;
    }
}
