package org.modeq.cli.explore;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.symbolic.ring.Rational;

/** The parameters of a request, each checked as it is read. */
final class Query {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    /**
     * Reads {@code a=1&b=2}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    static Query of(String text) {
        Query query = new Query();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("given '" + pair + "', expected name=value");
            }
            query.values
                    .computeIfAbsent(decoded(pair.substring(0, sign)), name -> new ArrayList<>())
                    .add(decoded(pair.substring(sign + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw new IllegalArgumentException(
                    "given '" + text + "', expected a percent sign to be written as %25", badEscape);
        }
    }

    Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new IllegalArgumentException("given " + name + " " + given.size() + " times, expected once");
        }
        return given.stream().findFirst();
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("no " + name + " given, expected one"));
    }

    int whole(String name, int usual, int least, int most) {
        String given = text(name).orElse(String.valueOf(usual));
        if (!given.matches("\\d{1,4}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new IllegalArgumentException(
                    "given " + name + " '" + given + "', expected a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(given);
    }

    double number(String name, double usual, double least, double most) {
        String given = text(name).orElse(String.valueOf(usual)).strip();
        double value = value(given);
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("given " + name + " '" + given + "', expected a number from "
                    + written(least) + " to " + written(most) + ", as 0.25, 1/3 or 1e-3");
        }
        return value;
    }

    /** A decimal number or a fraction; NaN of anything else. */
    private static double value(String given) {
        if (given.matches("-?\\d{1,9}/\\d{1,9}")) {
            String[] parts = given.split("/", 2);
            return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        }
        boolean isDecimal = given.matches("-?\\d{0,9}(\\.\\d{0,17})?([eE]-?\\d{1,3})?") && given.matches("-?\\.?\\d.*");
        return isDecimal ? Double.parseDouble(given) : Double.NaN;
    }

    private static String written(double bound) {
        return bound == Math.rint(bound)
                ? String.valueOf((long) bound)
                : String.valueOf(bound).replace(".0E", "e");
    }

    /** {@code param=beta=9/10}, as often as there are parameters. */
    SortedMap<String, Rational> parameters() {
        SortedMap<String, Rational> parameters = new TreeMap<>();
        named("param", "a name and a value, beta=9/10").forEach((name, value) -> {
            try {
                parameters.put(name, Rational.parse(value));
            } catch (IllegalArgumentException notRational) {
                throw new IllegalArgumentException(
                        "given " + name + " = '" + value
                                + "', expected a fraction as 9/10 or 0.9; leave it empty for a symbol",
                        notRational);
            }
        });
        return parameters;
    }

    /** {@code loss=A=x^2/2}, once for each name. */
    SortedMap<String, String> named(String kind, String expected) {
        SortedMap<String, String> byName = new TreeMap<>();
        for (String pair : values.getOrDefault(kind, List.of())) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException("given " + kind + "=" + pair + ", expected " + expected);
            }
            String name = pair.substring(0, sign);
            if (byName.put(name, pair.substring(sign + 1)) != null) {
                throw new IllegalArgumentException("given " + kind + " " + name + " twice, expected it once");
            }
        }
        return byName;
    }
}
