package org.modeq.numeric.precise;

import java.util.Arrays;
import org.modeq.numeric.graph.Activation;
import org.modeq.numeric.graph.ElementaryFunction;
import org.modeq.numeric.graph.PowerFunction;
import org.modeq.numeric.graph.SmoothFunction;
import org.modeq.symbolic.ring.Rational;

/**
 * The derivatives φ, φ′, …, φ⁽ᴷ⁾ of the functions of graphs at a point, in numbers of any precision.
 *
 * <p>The recurrences for c_k = φ⁽ᵏ⁾(x)/k!:
 * <pre>
 *   tanh       (k+1) c_{k+1} = w_k,   (k+1) w_{k+1} = −2 Σ_j c_j w_{k−j},   w₀ = 4e/(1 + e)², e = exp(−2|x|)
 *   sigmoid    the same in t = 2c₀ − 1 at x/2:   φ⁽ᵏ⁾ = 2^(−k−1) tanh⁽ᵏ⁾(x/2)
 *   gelu       φ⁽ᵏ⁾ = x Φ⁽ᵏ⁾ + k Φ⁽ᵏ⁻¹⁾,   Φ⁽ᵏ⁺²⁾ = −x Φ⁽ᵏ⁺¹⁾ − k Φ⁽ᵏ⁾
 *   tan        (k+1) c_{k+1} = [k = 0] + Σ_j c_j c_{k−j}
 *   atan       (1 + x²) d_k + 2x d_{k−1} + d_{k−2} = [k = 0],   (k+1) c_{k+1} = d_k
 *   x^r        φ⁽ᵏ⁾ = r(r − 1)⋯(r − k + 1) x^(r−k)
 * </pre>
 */
final class FunctionDerivatives<T> {
    private final Numbers<T> numbers;

    FunctionDerivatives(Numbers<T> numbers) {
        this.numbers = numbers;
    }

    /** φ(x), φ′(x), …, φ⁽ᴷ⁾(x). */
    T[] of(SmoothFunction function, T x, int highest) {
        if (function instanceof Activation activation) {
            return activation(activation, x, highest);
        }
        if (function instanceof ElementaryFunction elementary) {
            return switch (elementary) {
                case COS -> circular(numbers.cos(x), numbers.negate(numbers.sin(x)), highest);
                case TAN -> tangent(x, highest);
                case ATAN -> arcTangent(x, highest);
            };
        }
        if (function instanceof PowerFunction power) {
            return power(power, x, highest);
        }
        throw new IllegalArgumentException("given the function " + function
                + ", expected an activation, a power, cos, tan or atan; evaluate this graph in doubles");
    }

    private T[] activation(Activation function, T x, int highest) {
        return switch (function) {
            case IDENTITY -> line(x, true, highest);
            case RELU -> line(x, numbers.signum(x) > 0, highest);
            case TANH -> tanh(x, highest);
            case SIGMOID -> sigmoid(x, highest);
            case SOFTPLUS -> {
                T tail = numbers.log1p(numbers.exp(numbers.negate(numbers.abs(x))));
                yield above(
                        numbers.signum(x) > 0 ? numbers.add(x, tail) : tail,
                        highest,
                        highest > 0 ? sigmoid(x, highest - 1) : numbers.zeros(0));
            }
            case GELU -> gelu(x, highest);
            case SINE -> circular(numbers.sin(x), numbers.cos(x), highest);
            case EXP -> {
                T[] values = numbers.zeros(highest + 1);
                Arrays.fill(values, numbers.exp(x));
                yield values;
            }
            case LOG ->
                above(
                        numbers.log(x),
                        highest,
                        highest > 0 ? power(new PowerFunction(-1, 1), x, highest - 1) : numbers.zeros(0));
            case RECIPROCAL -> reciprocal(x, highest);
        };
    }

    private T of(int number) {
        return numbers.of((double) number);
    }

    private T times(int factor, T number) {
        return numbers.multiply(of(factor), number);
    }

    /** A value and the derivatives that follow it. */
    private T[] above(T value, int highest, T[] slopes) {
        T[] values = numbers.zeros(highest + 1);
        values[0] = value;
        System.arraycopy(slopes, 0, values, 1, highest);
        return values;
    }

    private T[] line(T x, boolean isOn, int highest) {
        T[] values = numbers.zeros(highest + 1);
        if (isOn) {
            values[0] = x;
            if (highest > 0) {
                values[1] = numbers.one();
            }
        }
        return values;
    }

    private T[] timesFactorials(T[] coefficients) {
        T factorial = numbers.one();
        for (int k = 2; k < coefficients.length; k++) {
            factorial = times(k, factorial);
            coefficients[k] = numbers.multiply(factorial, coefficients[k]);
        }
        return coefficients;
    }

    private T[] tanh(T x, int highest) {
        // e and e − 1, each without cancellation.
        T exponent = times(-2, numbers.abs(x));
        boolean isNear = numbers.compare(exponent, numbers.of(-0.5)) > 0;
        T near = isNear ? numbers.expm1(exponent) : numbers.exp(exponent);
        T less = isNear ? near : numbers.subtract(near, numbers.one());
        T e = isNear ? numbers.add(near, numbers.one()) : near;
        T whole = numbers.add(e, numbers.one());
        T size = numbers.negate(numbers.divide(less, whole));
        T[] c = numbers.zeros(highest + 1);
        T[] w = numbers.zeros(highest + 1);
        c[0] = numbers.signum(x) < 0 ? numbers.negate(size) : size;
        w[0] = numbers.divide(times(4, e), numbers.multiply(whole, whole));
        Numbers.Sum<T> sum = numbers.sum();
        for (int k = 0; k < highest; k++) {
            c[k + 1] = numbers.divide(w[k], of(k + 1));
            sum.add(c, 0, 1, w, k, -1, k + 1);
            w[k + 1] = numbers.divide(times(-2, sum.take()), of(k + 1));
        }
        return timesFactorials(c);
    }

    private T[] sigmoid(T x, int highest) {
        T half = numbers.of(0.5);
        T[] values = tanh(numbers.multiply(half, x), highest);
        T factor = half;
        for (int k = 1; k <= highest; k++) {
            factor = numbers.multiply(half, factor);
            values[k] = numbers.multiply(factor, values[k]);
        }
        T e = numbers.exp(numbers.negate(numbers.abs(x)));
        values[0] = numbers.divide(numbers.signum(x) < 0 ? e : numbers.one(), numbers.add(numbers.one(), e));
        return values;
    }

    private T[] gelu(T x, int highest) {
        T two = of(2);
        T[] phi = numbers.zeros(highest + 2);
        phi[0] = numbers.divide(numbers.erfc(numbers.negate(numbers.divide(x, numbers.sqrt(two)))), two);
        T bell = numbers.exp(numbers.negate(numbers.divide(numbers.multiply(x, x), two)));
        phi[1] = numbers.divide(bell, numbers.sqrt(numbers.multiply(two, numbers.pi())));
        for (int k = 0; k < highest; k++) {
            T last = numbers.multiply(x, phi[k + 1]);
            phi[k + 2] = numbers.negate(k == 0 ? last : numbers.add(last, times(k, phi[k])));
        }
        T[] values = numbers.zeros(highest + 1);
        for (int k = 0; k <= highest; k++) {
            T product = numbers.multiply(x, phi[k]);
            values[k] = k == 0 ? product : numbers.add(product, times(k, phi[k - 1]));
        }
        return values;
    }

    /** φ, φ′, −φ, −φ′, … */
    private T[] circular(T value, T slope, int highest) {
        T[] values = numbers.zeros(highest + 1);
        for (int k = 0; k <= highest; k++) {
            T size = k % 2 == 0 ? value : slope;
            values[k] = k % 4 < 2 ? size : numbers.negate(size);
        }
        return values;
    }

    private T[] tangent(T x, int highest) {
        T[] c = numbers.zeros(highest + 1);
        c[0] = numbers.divide(numbers.sin(x), numbers.cos(x));
        Numbers.Sum<T> sum = numbers.sum();
        for (int k = 0; k < highest; k++) {
            sum.add(c, 0, 1, c, k, -1, k + 1);
            if (k == 0) {
                sum.add(numbers.one(), numbers.one());
            }
            c[k + 1] = numbers.divide(sum.take(), of(k + 1));
        }
        return timesFactorials(c);
    }

    private T[] arcTangent(T x, int highest) {
        T[] c = numbers.zeros(highest + 1);
        c[0] = numbers.atan(x);
        T bottom = numbers.add(numbers.one(), numbers.multiply(x, x));
        T last = numbers.zero();
        T beforeLast = numbers.zero();
        for (int k = 0; k < highest; k++) {
            T top = numbers.add(times(2, numbers.multiply(x, last)), beforeLast);
            T slope = numbers.divide(numbers.subtract(k == 0 ? numbers.one() : numbers.zero(), top), bottom);
            c[k + 1] = numbers.divide(slope, of(k + 1));
            beforeLast = last;
            last = slope;
        }
        return timesFactorials(c);
    }

    private T[] reciprocal(T x, int highest) {
        if (numbers.signum(x) == 0) {
            throw new ArithmeticException("a division by 0 in a reciprocal; its argument must not vanish");
        }
        return power(new PowerFunction(-1, 1), x, highest);
    }

    private T[] power(PowerFunction power, T x, int highest) {
        requirePower(power, x, highest);
        boolean isWhole = power.denominator() == 1;
        Rational exponent = Rational.of(power.numerator(), power.denominator());
        T first = whole(isWhole ? x : root(x, power.denominator()), power.numerator());
        T[] values = numbers.zeros(highest + 1);
        T factor = numbers.one();
        for (int k = 0; k <= highest && numbers.signum(factor) != 0; k++) {
            // A whole power by itself: the base may be 0.
            T value = isWhole ? whole(x, power.numerator() - k) : numbers.divide(first, whole(x, k));
            values[k] = numbers.multiply(factor, value);
            factor = numbers.multiply(factor, numbers.of(exponent.subtract(Rational.of(k))));
        }
        return values;
    }

    private T root(T x, int degree) {
        if (numbers.signum(x) == 0) {
            return x;
        }
        return degree == 2 ? numbers.sqrt(x) : numbers.exp(numbers.divide(numbers.log(x), of(degree)));
    }

    /** xⁿ by squaring. */
    private T whole(T x, int exponent) {
        T power = numbers.one();
        T square = x;
        for (long rest = Math.abs((long) exponent); rest > 0; rest /= 2) {
            if (rest % 2 == 1) {
                power = numbers.multiply(power, square);
            }
            square = rest > 1 ? numbers.multiply(square, square) : square;
        }
        return exponent < 0 ? numbers.divide(numbers.one(), power) : power;
    }

    private void requirePower(PowerFunction power, T x, int highest) {
        int sign = numbers.signum(x);
        boolean exists = power.denominator() == 1
                ? power.numerator() >= 0 || sign != 0
                : sign > 0 || (sign == 0 && power.numerator() > 0 && highest == 0);
        if (!exists) {
            throw new ArithmeticException("the power " + power + " or a derivative of it does not exist at "
                    + numbers.toDouble(x) + "; "
                    + (power.denominator() == 1 ? "its base must not vanish" : "its base must be positive"));
        }
    }
}
