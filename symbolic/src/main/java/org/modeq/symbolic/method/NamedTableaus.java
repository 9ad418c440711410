package org.modeq.symbolic.method;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.modeq.symbolic.ring.Polynomial;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.ring.Rationals;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.Colour;

/**
 * The Runge–Kutta methods that are known by name, and the other optimizers that are Runge–Kutta methods.
 *
 * <p>Source of the tableaus: Hairer, Nørsett and Wanner, <em>Solving Ordinary Differential Equations</em> I (1993),
 * chapter II; Gottlieb, Shu and Tadmor (2001) for SSP; Hairer, Lubich and Wanner (2006), sections II.1 and II.2.
 */
public final class NamedTableaus {
    private static final Map<String, Supplier<Method<Rational>>> METHODS = methods();

    private NamedTableaus() {}

    private static Map<String, Supplier<Method<Rational>>> methods() {
        Map<String, Supplier<Method<Rational>>> methods = new LinkedHashMap<>();
        add(methods, "euler", "0", "1");
        add(methods, "implicit-euler", "1", "1");
        add(methods, "midpoint", "0 0; 1/2 0", "0 1");
        add(methods, "implicit-midpoint", "1/2", "1");
        add(methods, "heun", "0 0; 1 0", "1/2 1/2");
        add(methods, "ralston", "0 0; 2/3 0", "1/4 3/4");
        add(methods, "heun3", "0 0 0; 1/3 0 0; 0 2/3 0", "1/4 0 3/4");
        add(methods, "kutta3", "0 0 0; 1/2 0 0; -1 2 0", "1/6 2/3 1/6");
        add(methods, "ssprk33", "0 0 0; 1 0 0; 1/4 1/4 0", "1/6 1/6 2/3");
        add(methods, "rk4", "0 0 0 0; 1/2 0 0 0; 0 1/2 0 0; 0 0 1 0", "1/6 1/3 1/3 1/6");
        add(methods, "rk38", "0 0 0 0; 1/3 0 0 0; -1/3 1 0 0; 1 -1 1 0", "1/8 3/8 3/8 1/8");
        add(methods, "trapezoidal", "0 0; 1/2 1/2", "1/2 1/2");
        add(methods, "lobatto-iiic2", "1/2 -1/2; 1/2 1/2", "1/2 1/2");
        add(methods, "radau-iia3", "5/12 -1/12; 3/4 1/4", "3/4 1/4");
        addCollocation(methods, "gauss4", "1 -6 6");
        addCollocation(methods, "gauss6", "-1 12 -30 20");
        addCollocation(methods, "radau-iia5", "-1 9 -18 10");
        addCollocation(methods, "lobatto-iiia4", "0 1 -3 2");
        return Collections.unmodifiableMap(methods);
    }

    private static void add(Map<String, Supplier<Method<Rational>>> methods, String name, String a, String b) {
        methods.put(name, () -> RungeKutta.of(name, tableau(a, b)));
    }

    private static void addCollocation(Map<String, Supplier<Method<Rational>>> methods, String name, String nodes) {
        methods.put(name, () -> new Collocation(name, new Polynomial(row(nodes))));
    }

    private static Tableau<Rational> tableau(String a, String b) {
        return new Tableau<>(
                Arrays.stream(a.split("; ", -1)).map(NamedTableaus::row).toList(), row(b));
    }

    private static List<Rational> row(String numbers) {
        return Arrays.stream(numbers.split(" ", -1)).map(Rational::parse).toList();
    }

    /** {@return the names, in the order of the documentation} */
    public static List<String> names() {
        return List.copyOf(METHODS.keySet());
    }

    /**
     * The method of a name.
     *
     * @param name for example {@code rk4}
     * @return the method {@code rk:name}
     * @throws IllegalArgumentException if the name is unknown
     */
    public static Method<Rational> of(String name) {
        Supplier<Method<Rational>> method = METHODS.get(name);
        if (method == null) {
            throw new IllegalArgumentException("unknown Runge-Kutta method '" + name + "', expected one of "
                    + String.join(", ", METHODS.keySet()) + ", or a file with a tableau"
                    + NearestWord.hint(name, METHODS.keySet()));
        }
        return method.get();
    }

    /**
     * Sharpness-aware minimisation without normalisation, θ′ = θ + h f(θ − ρh f(θ)): an explicit method of two stages.
     *
     * @param given the value of rho, the radius in units of h, or nothing for a symbol
     * @return the method {@code sam}
     * @throws IllegalArgumentException if another parameter is given
     */
    public static RungeKutta<?> sharpnessAware(SortedMap<String, Rational> given) {
        return ParameterSource.build("sam", List.of("rho"), given, List.of(), new ParameterSource.Recipe<>() {
            @Override
            public <E> RungeKutta<?> build(ParameterSource<E> parameters) {
                E step = parameters.ring().negate(parameters.value("rho"));
                return twoStages("sam", "θ ← θ + h f(θ − ρh f(θ))", step, parameters);
            }
        });
    }

    /** {@return extragradient θ′ = θ + h f(θ + h f(θ)), the method {@code extragradient}} */
    public static RungeKutta<Rational> extragradient() {
        ParameterSource<Rational> none = new ParameterSource.Numbers(new TreeMap<>());
        return twoStages("extragradient", "θ ← θ + h f(θ + h f(θ))", Rational.ONE, none);
    }

    private static <E> RungeKutta<E> twoStages(String name, String map, E step, ParameterSource<E> parameters) {
        Ring<E> ring = parameters.ring();
        E zero = ring.zero();
        Tableau<E> tableau =
                new Tableau<>(List.of(List.of(zero, zero), List.of(step, zero)), List.of(zero, ring.one()));
        return new RungeKutta<>(
                name, map, ring, new TreeMap<>(Collections.singletonMap(Colour.F, tableau)), parameters.written());
    }

    /** {@return symplectic Euler p′ = p + h p(p′, q), q′ = q + h q(p′, q), with the fields p and q} */
    public static RungeKutta<Rational> symplecticEuler() {
        return partitioned("symplectic-euler", "p′ = p + h p(p′,q), q′ = q + h q(p′,q)", "1", "1", "0", "1");
    }

    /** {@return Störmer–Verlet, half a step of symplectic Euler and half of its adjoint, with the fields p and q} */
    public static RungeKutta<Rational> stormerVerlet() {
        return partitioned(
                "stormer-verlet",
                "p½ = p + h/2 p(p½,q), q′ = q + h/2 (q(p½,q) + q(p½,q′)), p′ = p½ + h/2 p(p½,q′)",
                "1/2 0; 1/2 0",
                "1/2 1/2",
                "0 0; 1/2 1/2",
                "1/2 1/2");
    }

    private static RungeKutta<Rational> partitioned(
            String name, String map, String aOfP, String bOfP, String aOfQ, String bOfQ) {
        SortedMap<Colour, Tableau<Rational>> tableaus =
                new TreeMap<>(Map.of(new Colour("p"), tableau(aOfP, bOfP), new Colour("q"), tableau(aOfQ, bOfQ)));
        return new RungeKutta<>(name, map, Rationals.RATIONALS, tableaus, new TreeMap<>());
    }
}
