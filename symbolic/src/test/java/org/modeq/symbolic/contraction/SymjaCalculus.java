package org.modeq.symbolic.contraction;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.symja.ConcreteFunction;
import org.modeq.symbolic.symja.ConcreteProblem;
import org.modeq.symbolic.tree.Colour;

/**
 * The other road to the value of a formula: its functions spelled out in coordinates x, y, z on polynomial losses and fields, with
 * Symja's derivatives. Nothing of the calculus of contractions is used.
 */
final class SymjaCalculus {
    private static final List<String> COORDINATES = List.of("x", "y", "z");
    private static final int D = COORDINATES.size();
    private static final Map<String, ConcreteFunction> FUNCTIONS = Map.of(
            "phi", ConcreteFunction.of(List.of("t"), "t^3-2*t^2"),
            "U", ConcreteFunction.of(List.of("s", "t"), "s^2*t-3*s*t^2"));
    private static final List<String> POINT = List.of("1", "-2", "1/2");

    private final EvalEngine engine = new EvalEngine(true);
    private final Map<Colour, String> losses = new TreeMap<>();
    private final Map<Colour, List<String>> fields = new TreeMap<>();
    private final Map<String, List<IExpr>> values = new TreeMap<>();

    /** Whether sums of products are multiplied out; powers of polynomials, as functions make them, had better stay. */
    private boolean isExpanding = true;

    /** Losses L and M and fields f and g with random polynomials up to a degree. */
    SymjaCalculus(long seed, int degree) {
        RandomFormulas random = new RandomFormulas(seed);
        for (String name : List.of("L", "M")) {
            losses.put(new Colour(name), random.polynomial(degree));
            values.put(name, List.of(engine.parse(losses.get(new Colour(name)))));
        }
        for (String name : List.of("f", "g")) {
            fields.put(
                    new Colour(name),
                    List.of(random.polynomial(degree), random.polynomial(degree), random.polynomial(degree)));
            List<String> components = fields.get(new Colour(name));
            values.put(name, each(D, i -> engine.parse(components.get(i))));
        }
    }

    /** {@return the components of a formula at the point, by Symja} */
    List<Polynomial> bySymja(Formula formula) {
        String text = FormulaText.ascii(formula);
        isExpanding = !text.contains("phi") && !text.contains("U");
        List<Polynomial> components = new ArrayList<>();
        for (IExpr component : value(formula)) {
            IExpr number = component;
            for (int i = 0; i < D; i++) {
                number = engine.evaluate(F.subst(number, coordinate(i), engine.parse(POINT.get(i))));
            }
            components.add(
                    Polynomial.constant(Rational.parse(engine.evaluate(number).toString())));
        }
        return components;
    }

    /** {@return the components of a form at the point, by contraction of its derivative tensors} */
    List<Polynomial> byContraction(TensorForm<Rational> form) {
        List<Rational> point = POINT.stream().map(Rational::parse).toList();
        return new ConcreteProblem(COORDINATES, losses, fields, FUNCTIONS, point).value(form);
    }

    /** {@return the normal form of a formula over these names} */
    static TensorForm<Rational> form(Formula formula, int rank) {
        Map<String, TensorForm<Rational>> losses =
                Map.of("L", TensorForm.loss(RATIONALS, "L"), "M", TensorForm.loss(RATIONALS, "M"));
        Map<String, TensorForm<Rational>> fields =
                Map.of("f", TensorForm.field(RATIONALS, "f"), "g", TensorForm.field(RATIONALS, "g"));
        return new FormulaMeaning<>(RATIONALS, losses, fields, Map.of(), Map.of("phi", 1, "U", 2)).value(formula, rank);
    }

    private IExpr coordinate(int i) {
        return engine.parse(COORDINATES.get(i));
    }

    /** A formula's components row by row: 1, d or d² of them. */
    private List<IExpr> value(Formula formula) {
        if (formula instanceof Formula.Constant number) {
            return List.of(engine.parse(number.value().toString()));
        }
        if (formula instanceof Formula.Name name) {
            return values.get(name.name());
        }
        if (formula instanceof Formula.Operation operation) {
            List<IExpr> left = value(operation.left());
            List<IExpr> right = value(operation.right());
            if ("+-".indexOf(operation.sign()) >= 0 && left.size() != right.size()) {
                throw new AssertionError(left.size() + " and " + right.size() + " components");
            }
            return switch (operation.sign()) {
                case '+' -> each(left.size(), i -> F.Plus(left.get(i), right.get(i)));
                case '-' -> minus(left, right);
                case '/' -> each(left.size(), i -> F.Divide(left.get(i), right.get(0)));
                default -> product(left, right);
            };
        }
        return applied((Formula.Application) formula);
    }

    private List<IExpr> applied(Formula.Application application) {
        List<IExpr> u = value(application.arguments().get(0));
        return switch (application.function()) {
            case "grad", "jac" -> derivative(u);
            case "hess" -> derivative(derivative(u));
            case "laplacian" -> trace(derivative(derivative(u)));
            case "div" -> trace(derivative(u));
            case "trace" -> trace(u);
            case "transpose" -> transposed(u);
            case "curl" -> minus(derivative(u), transposed(derivative(u)));
            case "norm2" -> dot(u, u);
            case "dot" -> dot(u, value(application.arguments().get(1)));
            case "odot" -> {
                List<IExpr> v = value(application.arguments().get(1));
                yield each(D, i -> F.Times(u.get(i), v.get(i)));
            }
            case "bracket" -> {
                List<IExpr> v = value(application.arguments().get(1));
                yield minus(product(derivative(v), u), product(derivative(u), v));
            }
            case "D" -> directional(application, u);
            case "diag" -> each(D * D, i -> i / D == i % D ? u.get(i / D) : F.C0);
            case "sum" -> each(1, zero -> F.Plus(u.get(0), u.get(1), u.get(2)));
            default -> function(application);
        };
    }

    /** A function of coordinates, differentiated by Symja as a formula before its arguments are put in. */
    private List<IExpr> function(Formula.Application application) {
        String name = application.function().replaceAll("'|_.*", "");
        ConcreteFunction function = Objects.requireNonNull(FUNCTIONS.get(name), application.function());
        IExpr value = engine.parse(function.formula());
        String marks = application.function().substring(name.length());
        for (String mark : marks.replace("_", "").split("", -1)) {
            if (!mark.isEmpty()) {
                int place = mark.equals("'") ? 0 : Integer.parseInt(mark) - 1;
                value = engine.evaluate(
                        F.D(value, engine.parse(function.variables().get(place))));
            }
        }
        IExpr derivative = value;
        List<List<IExpr>> arguments =
                application.arguments().stream().map(this::value).toList();
        return each(D, i -> {
            IExpr at = derivative;
            for (int m = 0; m < arguments.size(); m++) {
                at = F.subst(
                        at,
                        engine.parse(function.variables().get(m)),
                        arguments.get(m).get(i));
            }
            return at;
        });
    }

    /** D(u,k)[v₁, …, v_j]: k derivatives, of which the last are contracted first. */
    private List<IExpr> directional(Formula.Application application, List<IExpr> u) {
        int order = Integer.parseInt(
                ((Formula.Constant) application.arguments().get(1)).value().toString());
        List<IExpr> tensor = u;
        for (int k = 0; k < order; k++) {
            tensor = derivative(tensor);
        }
        for (Formula direction : application.directions()) {
            List<IExpr> v = value(direction);
            List<IExpr> whole = tensor;
            tensor = each(
                    whole.size() / D,
                    i -> dot(whole.subList(D * i, D * i + D), v).get(0));
        }
        return tensor;
    }

    /** Every component along every coordinate, the new index last. */
    private List<IExpr> derivative(List<IExpr> tensor) {
        return each(tensor.size() * D, i -> F.D(tensor.get(i / D), coordinate(i % D)));
    }

    private List<IExpr> product(List<IExpr> left, List<IExpr> right) {
        if (left.size() == 1) {
            return each(right.size(), i -> F.Times(left.get(0), right.get(i)));
        }
        if (right.size() == 1) {
            return product(right, left);
        }
        int columns = right.size() / D;
        return each(
                D * columns,
                i -> dot(
                                left.subList(i / columns * D, i / columns * D + D),
                                each(D, k -> right.get(k * columns + i % columns)))
                        .get(0));
    }

    private List<IExpr> dot(List<IExpr> u, List<IExpr> v) {
        return each(
                1,
                zero -> F.Plus(F.Times(u.get(0), v.get(0)), F.Times(u.get(1), v.get(1)), F.Times(u.get(2), v.get(2))));
    }

    private List<IExpr> trace(List<IExpr> matrix) {
        return each(1, zero -> F.Plus(matrix.get(0), matrix.get(D + 1), matrix.get(2 * D + 2)));
    }

    private List<IExpr> transposed(List<IExpr> matrix) {
        return each(D * D, i -> matrix.get(i % D * D + i / D));
    }

    private List<IExpr> minus(List<IExpr> left, List<IExpr> right) {
        return each(left.size(), i -> F.Subtract(left.get(i), right.get(i)));
    }

    private List<IExpr> each(int size, IntFunction<IExpr> component) {
        List<IExpr> components = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            components.add(engine.evaluate(isExpanding ? F.ExpandAll(component.apply(i)) : component.apply(i)));
        }
        return components;
    }
}
