package org.modeq.symbolic.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.latex.Conventions;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.tree.Colour;

/** A modified equation as a Python file. */
public final class PythonCode {
    private static final Pattern MARK = Pattern.compile("(?m)^#: ([a-z ]+)\n");
    private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");
    private static final Set<String> WITHOUT_LOSSES = Set.of("symplectic-euler", "stormer-verlet");

    private PythonCode() {}

    /**
     * Writes the file. Equal input gives equal text; it is ASCII.
     *
     * @param equation the equation, with numbers or symbols for its parameters: symbols become parameters of the functions
     * @param language who differentiates
     * @param part which functions it has
     * @param heading where it comes from
     * @param <E> the coefficients
     * @return the source
     * @throws IllegalArgumentException if the fields of the method are not those of losses, and the language or the part
     *     wants these
     */
    public static <E> String of(ModifiedEquation<E> equation, CodeLanguage language, CodePart part, Heading heading) {
        Method<E> method = equation.method();
        if (!isOfLosses(method) && (language.takesLosses() || part == CodePart.LOSS)) {
            throw new IllegalArgumentException("given " + method.name() + " as " + part + " in " + language
                    + ", whose fields are not the gradients of losses of all variables, expected"
                    + " --language numpy --as field, which takes any fields");
        }
        Optional<LossForm<E>> loss =
                isOfLosses(method) && part != CodePart.TERMS ? Optional.of(LossForm.of(equation)) : Optional.empty();
        Map<String, String> values = values(equation, loss, part);
        values.put("HEADER", header(equation, loss, heading));
        values.put("EXPORT", "modeq export " + PythonScript.escaped(method.name()));
        return filled(selected(template(language), part, loss.isPresent()), values);
    }

    /**
     * Where a file comes from.
     *
     * @param command the command that writes it
     * @param version the version of modeq
     */
    public record Heading(String command, String version) {}

    private static boolean isOfLosses(Method<?> method) {
        return !method.name().startsWith("game:") && !WITHOUT_LOSSES.contains(method.name());
    }

    private static <E> Map<String, String> values(
            ModifiedEquation<E> equation, Optional<LossForm<E>> loss, CodePart part) {
        SeriesTable table = SeriesTable.of(equation, loss, part);
        List<String> symbols = symbols(equation.method());
        List<String> fields =
                equation.method().fields().stream().map(Colour::name).toList();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ORDER", String.valueOf(equation.order()));
        values.put("NEXT", String.valueOf(equation.order() + 1));
        values.put("SYMBOLS", String.join(", ", symbols));
        values.put("SYMBOLS_TOO", symbols.stream().map(name -> ", " + name).collect(Collectors.joining()));
        values.put(
                "KEYWORDS", symbols.stream().map(name -> ", " + name + "=None").collect(Collectors.joining()));
        values.put(
                "ARGUMENTS",
                symbols.stream().map(name -> ", " + name + "=" + name).collect(Collectors.joining()));
        values.put(
                "FIELDS",
                SeriesTable.tuple(
                        fields.stream().map(name -> "\"" + name + "\"").toList()));
        values.put("LOSSES", losses(fields));
        values.put("FIELD_COEFFICIENTS", table.fieldLines());
        values.put("LOSS_COEFFICIENTS", table.lossLines());
        values.put("TREES", table.treeLines());
        values.put("LOSS", loss.map(PythonCode::meaning).orElse(""));
        return values;
    }

    /** The parameters that are symbols still. */
    private static List<String> symbols(Method<?> method) {
        return method.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().equals(parameter.getValue()))
                .map(parameter -> PythonScript.name(parameter.getKey()))
                .toList();
    }

    private static String losses(List<String> fields) {
        return fields.equals(List.of(Colour.F.name()))
                ? "loss(params) is a scalar without randomness"
                : "loss is a dictionary with the keys " + String.join(", ", fields)
                        + ":\neach loss[field](params) is a scalar without randomness";
    }

    private static String meaning(LossForm<?> loss) {
        return loss.isGradient()
                ? "The loss of which the field is minus the gradient."
                : "The loss part of the field, which from h^" + loss.orderOfGradient()
                        + " on has another part that is no gradient.";
    }

    private static <E> String header(ModifiedEquation<E> equation, Optional<LossForm<E>> loss, Heading heading) {
        Method<E> method = equation.method();
        String given = method.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(parameter.getValue()))
                .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                .collect(Collectors.joining(", "));
        String gradient = loss.filter(LossForm::isGradient).isPresent() ? " The field is a gradient." : "";
        String text = "The modified field of " + method.name() + " to order " + equation.order()
                + (given.isEmpty() ? "" : " with " + given) + ".\n\n"
                + Conventions.ascii(method.meaningOfField()) + ",\n"
                + "dtheta/dt = sum of c h^p F(t) over trees t with p + 1 vertices." + gradient + "\n"
                + Conventions.ascii(method) + ".\n\n"
                + "Written by modeq " + heading.version() + ": " + heading.command() + "\n"
                + "To cite: The modeq developers, modeq (software). Licence: Apache-2.0.";
        return PythonScript.escaped(text);
    }

    /** The beginning of a template and those of its sections that a part has. */
    private static String selected(String template, CodePart part, boolean hasLoss) {
        Matcher marks = MARK.matcher(template);
        StringBuilder selected = new StringBuilder();
        int start = 0;
        boolean isIn = true;
        while (marks.find()) {
            selected.append(isIn ? template.substring(start, marks.start()) : "");
            start = marks.end();
            List<String> parts = Arrays.asList(marks.group(1).split(" ", -1));
            boolean isOfLoss = parts.contains("loss") && !parts.contains("terms");
            isIn = parts.contains(part.toString()) && (hasLoss || !isOfLoss);
        }
        return selected.append(isIn ? template.substring(start) : "").toString().stripTrailing() + "\n";
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new AssertionError(place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String template(CodeLanguage language) {
        String name = language + ".py";
        try (InputStream stream = PythonCode.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new NoSuchElementException("the class path has no " + name + "; build modeq again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " on the class path cannot be read; build modeq again", e);
        }
    }
}
