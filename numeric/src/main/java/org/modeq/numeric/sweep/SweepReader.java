package org.modeq.numeric.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.problem.ProblemReader;
import org.modeq.numeric.problem.YamlFile;
import org.modeq.numeric.problem.YamlNode;
import org.modeq.numeric.study.DirectOptimizer;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;

/** Reads the file of a sweep. Every key and value is checked; an error names the file, the place, and what was expected. */
public final class SweepReader {
    private static final List<String> KEYS =
            List.of("problems", "methods", "parameters", "field", "seeds", "spread", "step-sizes", "horizon", "orders");
    private static final String EXPECTED =
            "expected the keys problems, methods, seeds, step-sizes, horizon, orders, and if need"
                    + " be parameters, field, spread, as in problems: [digits.yaml]";
    private static final int MOST_ELEMENTS = 1000;
    private static final int HIGHEST_ORDER = 8;
    private static final long MOST_STUDIES = 10_000_000;

    private final YamlNode root;
    private final Path folder;
    private final MessageDigest digest;
    private final List<Path> files = new ArrayList<>();

    private SweepReader(Path path) {
        this.root = YamlNode.root(path.toString(), YamlFile.read(path));
        Path above = path.toAbsolutePath().normalize().getParent();
        this.folder = above == null ? path.toAbsolutePath() : above;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
        add(path);
    }

    /**
     * Reads a plan with its problems.
     *
     * @param path the file
     * @return the plan
     * @throws IllegalArgumentException if there is no such file or it is not that of a sweep, or the same holds of a problem
     *     that it names
     */
    public static SweepPlan read(Path path) {
        return new SweepReader(path).plan();
    }

    private SweepPlan plan() {
        root.requireKeys(KEYS, EXPECTED);
        Optional<String> field = root.at("field").isGiven()
                ? Optional.of(root.at("field").text("expected the name of a loss or field, as in field: A"))
                : Optional.empty();
        YamlNode spread = root.at("spread");
        double width = spread.isGiven() ? spread.number("expected a number of at least 0, as in spread: 1/10") : 0;
        List<Method<Rational>> methods = methods();
        List<SweepProblem> problems = problems(width, field);
        List<Double> stepSizes = root
                .at("step-sizes")
                .elements(1, MOST_ELEMENTS, "expected a list of step sizes, as in step-sizes: [1/10, 1/20]")
                .stream()
                .map(size -> size.number("expected a positive number, as in 1/10"))
                .toList();
        List<Integer> orders = root
                .at("orders")
                .elements(
                        1,
                        HIGHEST_ORDER,
                        "expected a list of orders from 1 to " + HIGHEST_ORDER + ", as in orders: [1, 2, 3]")
                .stream()
                .map(order -> order.integerBetween(1, HIGHEST_ORDER, "expected an order from 1 to " + HIGHEST_ORDER))
                .toList();
        double horizon = root.at("horizon").number("expected a positive time, as in horizon: 1");
        List<Long> seeds = seeds();
        long size = (long) problems.size() * methods.size() * seeds.size() * stepSizes.size();
        if (size > MOST_STUDIES) {
            throw root.error("describes " + size + " studies, expected at most " + MOST_STUDIES + "; take fewer seeds");
        }
        try {
            for (SweepProblem problem : problems) {
                for (Method<Rational> method : methods) {
                    // Data are no part of these files; the values of the fields at a start know them.
                    problem.fields(method).forEach((name, values) -> {
                        for (double value : values.at(problem.start(seeds.get(0)))) {
                            digest.update(Long.toHexString(Double.doubleToLongBits(value))
                                    .getBytes(StandardCharsets.UTF_8));
                        }
                    });
                }
            }
            String fingerprint = HexFormat.of().formatHex(digest.digest());
            return new SweepPlan(problems, methods, seeds, stepSizes, horizon, orders, fingerprint, files);
        } catch (IllegalArgumentException refused) {
            throw root.because(refused);
        }
    }

    private List<Long> seeds() {
        IndexRange range = root.at("seeds").parsed(IndexRange::parse, "expected seeds, as in seeds: \"1-20\"");
        return LongStream.rangeClosed(range.first(), range.last()).boxed().toList();
    }

    private List<Method<Rational>> methods() {
        SortedMap<String, Rational> parameters = new TreeMap<>();
        YamlNode given = root.at("parameters");
        if (given.isGiven()) {
            String expected = "expected parameters with their values, as in parameters: {beta: 9/10}";
            if (!given.node().isObject()) {
                throw given.unexpected(expected);
            }
            given.node()
                    .fieldNames()
                    .forEachRemaining(
                            name -> parameters.put(name, given.at(name).parsed(Rational::parse, expected)));
        }
        List<Method<Rational>> methods = new ArrayList<>();
        for (YamlNode name :
                root.at("methods").elements(1, MOST_ELEMENTS, "expected a list of methods, as in methods: [gd]")) {
            String text = name.text("expected a method, as in gd or \"sequence:A,B\"");
            try {
                Method<Rational> method = Methods.requireRational(Methods.parse(text, parametersOf(text, parameters)));
                DirectOptimizer.of(method);
                methods.add(method);
            } catch (IllegalArgumentException refused) {
                throw name.because(refused);
            }
        }
        return methods;
    }

    /** A parameter is given to those methods that have it: momentum has no meaning for gd. */
    private static MethodParameters parametersOf(String text, SortedMap<String, Rational> all) {
        SortedMap<String, Rational> known = new TreeMap<>(all);
        known.keySet()
                .retainAll(Methods.parse(text, new MethodParameters(new TreeMap<>(), List.of()))
                        .parameters()
                        .keySet());
        return new MethodParameters(known, List.of());
    }

    private List<SweepProblem> problems(double spread, Optional<String> field) {
        List<SweepProblem> problems = new ArrayList<>();
        for (YamlNode name : root.at("problems")
                .elements(1, MOST_ELEMENTS, "expected a list of problem files, as in problems: [digits.yaml]")) {
            String text = name.text("expected the name of a problem file, as in digits.yaml");
            try {
                Path file = folder.resolve(text);
                SweepProblem problem = SweepProblem.of(ProblemReader.read(file), text, spread, field);
                problems.add(problem);
                add(file);
                files.addAll(problem.dataFiles());
            } catch (InvalidPathException notAPath) {
                throw name.unexpected("expected the name of a problem file, as in digits.yaml");
            } catch (IllegalArgumentException refused) {
                throw name.because(refused);
            }
        }
        return problems;
    }

    private void add(Path file) {
        try {
            digest.update(Files.readAllBytes(file));
            files.add(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read '" + file + "'; name a file that can be read", unreadable);
        }
    }
}
