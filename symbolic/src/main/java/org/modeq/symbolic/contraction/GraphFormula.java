package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.modeq.symbolic.ring.Rational;

/**
 * A contraction graph as a formula of the language: nested derivatives along trees, products of matrices along paths,
 * with diagonal ones between them, traces around single loops, and index notation for all else.
 */
final class GraphFormula {
    /** Fewer transposes first, then shorter, then by the alphabet. */
    private static final Comparator<Formula> SIMPLER = Comparator.comparingInt(GraphFormula::transposes)
            .thenComparing(formula -> FormulaText.ascii(formula).length())
            .thenComparing(FormulaText::ascii);

    private final ContractionGraph graph;
    private final UnaryOperator<String> names;

    /** The vertices that the formula has used; a tree uses each once. */
    private final Set<Integer> used = new HashSet<>();

    /** A leg of a vertex: its index, and whether it is the output of a field. */
    private record Leg(int vertex, int index, boolean isOutput) {}

    private GraphFormula(ContractionGraph graph, UnaryOperator<String> names) {
        this.graph = graph;
        this.names = names;
    }

    /** The formula, the names of losses and fields written as the second argument says; 1 for the empty graph. */
    static Formula of(ContractionGraph graph, UnaryOperator<String> names) {
        GraphFormula structured = new GraphFormula(graph, names);
        return structured.product().orElseGet(() -> IndexNotation.write(graph, names));
    }

    private Optional<Formula> product() {
        List<Formula> factors = new ArrayList<>();
        Optional<Formula> main = main();
        if (graph.rank() > 0 && main.isEmpty()) {
            return Optional.empty();
        }
        for (int v = 0; v < graph.vertices().size(); v++) {
            if (!used.contains(v)) {
                Optional<Formula> factor = scalar(v);
                if (factor.isEmpty()) {
                    return Optional.empty();
                }
                factors.add(factor.get());
            }
        }
        main.ifPresent(factors::add);
        boolean isComplete = IndexNotation.bareIndices(graph) == 0;
        return isComplete ? Optional.of(times(factors)) : Optional.empty();
    }

    private Optional<Formula> main() {
        return switch (graph.rank()) {
            case 1 -> vector(0, Optional.empty());
            case 2 -> matrix(0, 1);
            default -> Optional.empty();
        };
    }

    static Formula times(List<Formula> factors) {
        return factors.stream()
                .reduce((a, b) -> new Formula.Operation(0, '*', a, b))
                .orElse(new Formula.Constant(0, Rational.ONE));
    }

    private List<Leg> legs(int vertex) {
        List<Leg> legs = new ArrayList<>();
        Vertex tensor = graph.vertices().get(vertex);
        tensor.legs().forEach(index -> legs.add(new Leg(vertex, index, false)));
        tensor.output().ifPresent(index -> legs.add(new Leg(vertex, index, true)));
        return legs;
    }

    private List<Leg> legsOn(int index) {
        List<Leg> legs = new ArrayList<>();
        for (int v = 0; v < graph.vertices().size(); v++) {
            legs(v).stream().filter(leg -> leg.index() == index).forEach(legs::add);
        }
        return legs;
    }

    /** The vector on an index, made of all that stands on it but one leg. */
    private Optional<Formula> vector(int index, Optional<Leg> without) {
        List<Leg> legs = legsOn(index);
        without.ifPresent(legs::remove);
        return product(legs);
    }

    /** The coordinate-wise product of the vectors on legs. */
    private Optional<Formula> product(List<Leg> legs) {
        List<Formula> factors = new ArrayList<>();
        for (Leg leg : legs) {
            Optional<Formula> factor = vector(leg);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            factors.add(factor.get());
        }
        return factors.stream().sorted(SIMPLER).reduce((a, b) -> application("odot", a, b));
    }

    /** The vector that a vertex with all that hangs on its other legs is on one leg. */
    private Optional<Formula> vector(Leg leg) {
        if (graph.vertices().get(leg.vertex()).isIdentity() || !used.add(leg.vertex())) {
            return Optional.empty();
        }
        Optional<Formula> output = Optional.empty();
        List<Formula> directions = new ArrayList<>();
        List<Leg> others = legs(leg.vertex());
        others.remove(leg);
        for (Leg other : others) {
            Optional<Formula> direction = vector(other.index(), Optional.of(other));
            if (direction.isEmpty()) {
                return Optional.empty();
            }
            if (other.isOutput()) {
                output = direction;
            } else {
                directions.add(direction.get());
            }
        }
        Vertex vertex = graph.vertices().get(leg.vertex());
        if (output.isPresent()) {
            Formula transposed = application("transpose", matrix(vertex, directions));
            return Optional.of(times(List.of(transposed, output.get())));
        }
        return Optional.of(applied(vertex, directions));
    }

    /** grad(L), hess(L)*v, D(L,3)[u,v] or f, jac(f)*v, D(f,2)[u,v]. */
    private Formula applied(Vertex vertex, List<Formula> directions) {
        Formula name = tensor(vertex, names);
        if (directions.isEmpty()) {
            return vertex.isField() ? name : application("grad", name);
        }
        if (directions.size() == 1) {
            return times(List.of(matrix(vertex, List.of()), directions.get(0)));
        }
        return derivative(name, directions.size() + (vertex.isField() ? 0 : 1), directions);
    }

    /** hess(L), D(L,3)[u] or jac(f), D(f,2)[u]. */
    private Formula matrix(Vertex vertex, List<Formula> directions) {
        if (directions.isEmpty()) {
            return application(vertex.isField() ? "jac" : "hess", tensor(vertex, names));
        }
        return derivative(tensor(vertex, names), directions.size() + (vertex.isField() ? 1 : 2), directions);
    }

    /** The name of a loss or field, or a function applied to the formulas of its arguments. */
    static Formula tensor(Vertex vertex, UnaryOperator<String> names) {
        if (vertex.function().isEmpty()) {
            return new Formula.Name(0, names.apply(vertex.name()));
        }
        AppliedFunction function = vertex.function().get();
        List<Formula> arguments = function.arguments().stream()
                .map(argument -> argument.toFormula(names))
                .toList();
        return new Formula.Application(0, function.spelling(), arguments, List.of());
    }

    private static Formula derivative(Formula name, int order, List<Formula> directions) {
        return new Formula.Application(0, "D", List.of(name, new Formula.Constant(0, Rational.of(order))), directions);
    }

    static Formula application(String function, Formula... arguments) {
        return new Formula.Application(0, function, List.of(arguments), List.of());
    }

    /** A vertex on a path with the legs by which the path comes and goes. */
    private record Station(Leg in, Leg out) {}

    /** The product of matrices on the way from a free index to another, or the diagonal matrix of an identity. */
    private Optional<Formula> matrix(int from, int to) {
        for (Leg start : legsOn(from)) {
            if (graph.vertices().get(start.vertex()).isIdentity()) {
                used.add(start.vertex());
                return vector(from, Optional.of(start)).map(vector -> application("diag", vector));
            }
            Optional<List<Station>> path = path(start, to, new HashSet<>());
            if (path.isPresent()) {
                return path.flatMap(this::alongPath);
            }
        }
        return Optional.empty();
    }

    /** The way from a leg through its vertex and on to an index. */
    private Optional<List<Station>> path(Leg in, int to, Set<Integer> visited) {
        if (!visited.add(in.vertex()) || graph.vertices().get(in.vertex()).isIdentity()) {
            return Optional.empty();
        }
        List<Leg> others = legs(in.vertex());
        others.remove(in);
        for (Leg out : others) {
            if (out.index() == to) {
                return Optional.of(List.of(new Station(in, out)));
            }
        }
        for (Leg out : others) {
            for (Leg next : out.index() < graph.rank() ? List.<Leg>of() : legsOn(out.index())) {
                Optional<List<Station>> rest = path(next, to, visited);
                if (rest.isPresent()) {
                    List<Station> path = new ArrayList<>(List.of(new Station(in, out)));
                    path.addAll(rest.get());
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    /** The matrices of a path; what else stands on an index is a diagonal matrix between them. */
    private Optional<Formula> alongPath(List<Station> path) {
        for (Station station : path) {
            if (!used.add(station.in().vertex())) {
                return Optional.empty();
            }
        }
        List<Optional<Formula>> factors = new ArrayList<>();
        Station last = path.get(path.size() - 1);
        boolean isLoop = path.get(0).in().index() == last.out().index();
        for (int i = 0; i < path.size(); i++) {
            Leg in = path.get(i).in();
            List<Leg> beside = legsOn(in.index());
            beside.remove(in);
            if (i > 0 || isLoop) {
                beside.remove(i > 0 ? path.get(i - 1).out() : last.out());
            }
            addDiagonal(beside, factors);
            factors.add(matrix(path.get(i)));
        }
        if (!isLoop) {
            List<Leg> beside = legsOn(last.out().index());
            beside.remove(last.out());
            addDiagonal(beside, factors);
        }
        return factors.stream().allMatch(Optional::isPresent)
                ? Optional.of(times(factors.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private void addDiagonal(List<Leg> legs, List<Optional<Formula>> factors) {
        if (!legs.isEmpty()) {
            factors.add(product(legs).map(vector -> application("diag", vector)));
        }
    }

    private Optional<Formula> matrix(Station station) {
        Vertex vertex = graph.vertices().get(station.in().vertex());
        List<Leg> others = legs(station.in().vertex());
        others.remove(station.in());
        others.remove(station.out());
        List<Formula> directions = new ArrayList<>();
        for (Leg other : others) {
            Optional<Formula> direction =
                    other.isOutput() ? Optional.empty() : vector(other.index(), Optional.of(other));
            if (direction.isEmpty()) {
                return Optional.empty();
            }
            directions.add(direction.get());
        }
        Formula matrix = matrix(vertex, directions);
        return Optional.of(station.out().isOutput() ? application("transpose", matrix) : matrix);
    }

    /** The scalar that the part of the graph around a vertex is. */
    private Optional<Formula> scalar(int vertex) {
        if (graph.vertices().get(vertex).indices().isEmpty()) {
            used.add(vertex);
            return Optional.of(tensor(graph.vertices().get(vertex), names));
        }
        Set<Integer> before = Set.copyOf(used);
        List<Formula> readings = new ArrayList<>();
        Set<Integer> after = Set.of();
        for (int index : componentOf(vertex)) {
            for (Supplier<Optional<Formula>> reading : readings(index)) {
                used.clear();
                used.addAll(before);
                Optional<Formula> found = reading.get();
                if (found.isPresent()) {
                    readings.add(found.get());
                    after = Set.copyOf(used);
                }
            }
        }
        used.clear();
        used.addAll(after.isEmpty() ? before : after);
        return readings.stream().min(SIMPLER);
    }

    /** The ways to begin at an index: an inner product of two vectors or the sum of one, and a trace from each leg. */
    private List<Supplier<Optional<Formula>>> readings(int index) {
        List<Leg> legs = legsOn(index);
        List<Supplier<Optional<Formula>>> readings = new ArrayList<>();
        readings.add(
                legs.size() == 2
                        ? () -> inner(legs)
                        : () -> vector(index, Optional.empty()).map(vector -> application("sum", vector)));
        legs.forEach(leg -> readings.add(() -> trace(leg)));
        return readings;
    }

    private static int transposes(Formula formula) {
        return FormulaText.ascii(formula).split("transpose", -1).length;
    }

    private Optional<Formula> inner(List<Leg> legs) {
        Optional<Formula> left = vector(legs.get(0));
        Optional<Formula> right = left.isPresent() ? vector(legs.get(1)) : Optional.empty();
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                left.equals(right)
                        ? application("norm2", left.get())
                        : SIMPLER.compare(left.get(), right.get()) < 0
                                ? application("dot", left.get(), right.get())
                                : application("dot", right.get(), left.get()));
    }

    private Optional<Formula> trace(Leg leg) {
        return path(leg, leg.index(), new HashSet<>())
                .flatMap(this::alongPath)
                .map(matrix -> application("trace", matrix));
    }

    /** The summed indices of the part of the graph around a vertex, rising. */
    private Set<Integer> componentOf(int vertex) {
        Set<Integer> indices = new TreeSet<>();
        List<Integer> queue = new ArrayList<>(List.of(vertex));
        for (int i = 0; i < queue.size(); i++) {
            for (int index : graph.vertices().get(queue.get(i)).indices()) {
                if (indices.add(index)) {
                    legsOn(index).forEach(leg -> queue.add(leg.vertex()));
                }
            }
        }
        return indices;
    }
}
