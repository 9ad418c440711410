package org.modeq.numeric.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.ejml.data.DMatrixRMaj;

/** Values of nodes to seventy digits, from the definitions of the operations and of the functions, without any derivative. */
public final class PreciseInterpreter {
    public static final long DIGITS = 70;

    private final Apfloat[] theta;
    private final Map<Integer, Apfloat[]> values = new HashMap<>();

    private PreciseInterpreter(Apfloat... theta) {
        this.theta = theta;
    }

    static Apfloat number(double value) {
        return new Apfloat(new java.math.BigDecimal(value), DIGITS);
    }

    public static Apfloat[] value(Node node, Apfloat... theta) {
        PreciseInterpreter interpreter = new PreciseInterpreter(theta);
        node.ancestors().forEach(each -> interpreter.values.put(each.number(), interpreter.compute(each)));
        return interpreter.of(node);
    }

    private Apfloat[] of(Node node) {
        return java.util.Objects.requireNonNull(values.get(node.number()));
    }

    private static Apfloat[] zeros(int count) {
        Apfloat[] zeros = new Apfloat[count];
        Arrays.fill(zeros, number(0));
        return zeros;
    }

    private Apfloat[] compute(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Operation.Parameters) {
            return theta;
        }
        if (operation instanceof Operation.Constant constant) {
            DMatrixRMaj matrix = constant.matrix().matrix();
            return Arrays.stream(matrix.data)
                    .limit(matrix.getNumElements())
                    .mapToObj(PreciseInterpreter::number)
                    .toArray(Apfloat[]::new);
        }
        Apfloat[] result = zeros(node.entries());
        List<Apfloat[]> inputs = node.inputs().stream().map(this::of).toList();
        int columns = node.columns();
        for (int i = 0; i < node.rows(); i++) {
            for (int j = 0; j < columns; j++) {
                result[i * columns + j] = entry(node, inputs, i, j);
            }
        }
        return result;
    }

    private static Apfloat entry(Node node, List<Apfloat[]> inputs, int i, int j) {
        Operation operation = node.operation();
        int place = i * node.columns() + j;
        Node first = node.input(0);
        Apfloat[] a = inputs.get(0);
        if (operation instanceof Operation.Block block) {
            return a[block.offset() + place];
        }
        if (operation instanceof Operation.Product product) {
            return product(node, product, a, inputs.get(1), i, j);
        }
        if (operation instanceof Operation.Hadamard) {
            return a[place].multiply(inputs.get(1)[place]);
        }
        if (operation instanceof Operation.ScaledRows) {
            return a[place].multiply(inputs.get(1)[i]);
        }
        if (operation instanceof Operation.Combination combination) {
            Apfloat sum = number(0);
            for (int k = 0; k < inputs.size(); k++) {
                sum = sum.add(number(combination.weights().get(k)).multiply(inputs.get(k)[place]));
            }
            return sum;
        }
        if (operation instanceof Operation.PlusRow) {
            return a[place].add(inputs.get(1)[j]);
        }
        if (operation instanceof Operation.Applied applied) {
            return function(applied.function(), a[place]);
        }
        if (operation instanceof Operation.Shifted) {
            // The derivatives are those of the identity; what is taken off is the same at every point here.
            return a[place];
        }
        if (operation instanceof Operation.RowSums) {
            return sum(a, i * first.columns(), 1, first.columns());
        }
        if (operation instanceof Operation.ColumnSums) {
            return sum(a, j, first.columns(), first.rows());
        }
        if (operation instanceof Operation.RepeatedRow) {
            return a[j];
        }
        if (operation instanceof Operation.RepeatedColumn) {
            return a[i];
        }
        if (operation instanceof Operation.Gathered gathered) {
            EntryMap map = gathered.map();
            int source = map.source(place % map.size());
            return source == EntryMap.NONE ? number(0) : a[place / map.size() * map.sourceCount() + source];
        }
        if (operation instanceof Operation.Scattered scattered) {
            return scattered(scattered.map(), a, i, j);
        }
        throw new AssertionError(node);
    }

    private static Apfloat scattered(EntryMap map, Apfloat[] a, int row, int place) {
        Apfloat sum = number(0);
        for (int k = 0; k < map.size(); k++) {
            sum = map.source(k) == place ? sum.add(a[row * map.size() + k]) : sum;
        }
        return sum;
    }

    private static Apfloat product(Node node, Operation.Product product, Apfloat[] a, Apfloat[] b, int i, int j) {
        int m = node.rows();
        int n = node.columns();
        int k = node.input(0).entries() / m;
        Apfloat sum = number(0);
        for (int l = 0; l < k; l++) {
            Apfloat left = a[product.isLeftTransposed() ? l * m + i : i * k + l];
            Apfloat right = b[product.isRightTransposed() ? j * k + l : l * n + j];
            sum = sum.add(left.multiply(right));
        }
        return sum;
    }

    private static Apfloat sum(Apfloat[] values, int start, int step, int count) {
        Apfloat sum = number(0);
        for (int i = 0; i < count; i++) {
            sum = sum.add(values[start + i * step]);
        }
        return sum;
    }

    static Apfloat function(SmoothFunction function, Apfloat x) {
        if (function instanceof ElementaryFunction elementary) {
            return switch (elementary) {
                case COS -> ApfloatMath.cos(x);
                case TAN -> ApfloatMath.tan(x);
                case ATAN -> ApfloatMath.atan(x);
            };
        }
        if (function instanceof PowerFunction power) {
            return power.denominator() == 1
                    ? ApfloatMath.pow(x, power.numerator())
                    : ApfloatMath.pow(ApfloatMath.root(x, power.denominator()), power.numerator());
        }
        return activation((Activation) function, x);
    }

    private static Apfloat activation(Activation function, Apfloat x) {
        Apfloat one = number(1);
        return switch (function) {
            case IDENTITY -> x;
            case TANH -> ApfloatMath.tanh(x);
            case SIGMOID -> one.divide(one.add(ApfloatMath.exp(x.negate())));
            case SOFTPLUS -> ApfloatMath.log(one.add(ApfloatMath.exp(x)));
            case GELU ->
                x.multiply(one.add(erf(x.divide(ApfloatMath.sqrt(number(2)))))).divide(number(2));
            case SINE -> ApfloatMath.sin(x);
            case RELU -> x.signum() > 0 ? x : number(0);
            case EXP -> ApfloatMath.exp(x);
            case LOG -> ApfloatMath.log(x);
            case RECIPROCAL -> one.divide(x);
        };
    }

    /** 2/√π Σ (−1)ⁿ x^(2n+1)/(n! (2n+1)). */
    private static Apfloat erf(Apfloat x) {
        Apfloat term = x;
        Apfloat sum = x;
        for (int n = 1; n < 200; n++) {
            term = term.multiply(x).multiply(x).negate().divide(number(n));
            sum = sum.add(term.divide(number(2 * n + 1)));
        }
        return sum.multiply(number(2)).divide(ApfloatMath.sqrt(ApfloatMath.pi(DIGITS)));
    }

    /** The Taylor coefficients at 0 of a function of one variable up to a degree, by divided differences at tiny steps. */
    static Apfloat[] taylor(java.util.function.Function<Apfloat, Apfloat[]> function, int entry, int degree) {
        int points = degree + 3;
        Apfloat step = new Apfloat("1e-6", DIGITS);
        Apfloat[] table = new Apfloat[points];
        for (int i = 0; i < points; i++) {
            table[i] = function.apply(step.multiply(number(i)))[entry];
        }
        for (int k = 1; k < points; k++) {
            for (int i = points - 1; i >= k; i--) {
                table[i] = table[i].subtract(table[i - 1]).divide(step.multiply(number(k)));
            }
        }
        // Newton's form to powers, by Horner's rule.
        Apfloat[] powers = zeros(points);
        for (int k = points - 1; k >= 0; k--) {
            for (int p = points - 1; p >= 0; p--) {
                Apfloat shifted = p == 0 ? number(0) : powers[p - 1];
                powers[p] = shifted.subtract(powers[p].multiply(step.multiply(number(k))));
            }
            powers[0] = powers[0].add(table[k]);
        }
        return Arrays.copyOf(powers, degree + 1);
    }
}
