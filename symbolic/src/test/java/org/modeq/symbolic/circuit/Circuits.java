package org.modeq.symbolic.circuit;

import java.util.List;
import java.util.Map;
import org.modeq.symbolic.ring.ParameterPolynomial;
import org.modeq.symbolic.ring.Rational;

/** The circuits of the tests. */
final class Circuits {
    static final Memory ONE = new Memory("beta1");
    static final Memory TWO = new Memory("beta2");

    private Circuits() {}

    /** u = U(m, v) with any filters in front of m and v and behind U. */
    static Circuit adam(Filter first, Filter second, Filter output) {
        return Circuit.of(List.of(
                CircuitNode.update("u")
                        .reading("m", first, "g")
                        .reading("v", second, "q")
                        .through(output),
                CircuitNode.function("g").reading("", Filter.IDENTITY, "u"),
                CircuitNode.function("q").ofDegree(2).reading("", Filter.IDENTITY, "g")));
    }

    static Circuit adam() {
        return adam(Filter.average(ONE), Filter.average(TWO), Filter.IDENTITY);
    }

    /** U = m: one average of the gradient, with a filter behind it and one on the argument of the gradient. */
    static Circuit momentum(Filter input, Filter output, Filter argument) {
        return Circuit.of(List.of(
                CircuitNode.update("u").ofDegree(1).reading("m", input, "g").through(output),
                CircuitNode.function("g").reading("", argument, "u")));
    }

    /** A polynomial in τ₁ = a and τ₂ = b, given by its coefficients of 1, a, b, a², ab, b² as far as they are written. */
    static ParameterPolynomial inAges(String... coefficients) {
        ParameterPolynomial a = ONE.age();
        ParameterPolynomial b = TWO.age();
        List<ParameterPolynomial> monomials =
                List.of(ParameterPolynomial.ONE, a, b, a.multiply(a), a.multiply(b), b.multiply(b));
        ParameterPolynomial sum = ParameterPolynomial.ZERO;
        for (int i = 0; i < coefficients.length; i++) {
            sum = sum.add(monomials.get(i).scaled(Rational.parse(coefficients[i])));
        }
        return sum;
    }

    /** The polynomial at other ages. */
    static ParameterPolynomial at(ParameterPolynomial polynomial, Map<String, ParameterPolynomial> ages) {
        // The new values may name the old symbols: first out of their way.
        ParameterPolynomial result = polynomial;
        for (String name : ages.keySet()) {
            result = result.substituted(name, ParameterPolynomial.parameter("old" + name));
        }
        for (Map.Entry<String, ParameterPolynomial> age : ages.entrySet()) {
            result = result.substituted("old" + age.getKey(), age.getValue());
        }
        return result;
    }
}
