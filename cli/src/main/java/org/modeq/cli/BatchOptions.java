package org.modeq.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.symbolic.method.NearestWord;
import org.modeq.symbolic.pattern.ModifiedSde;
import org.modeq.symbolic.pattern.ModifiedSde.Calculus;
import org.modeq.symbolic.pattern.Noise;
import org.modeq.symbolic.pattern.PatternEquation;
import org.modeq.symbolic.pattern.PatternEquation.Kind;
import org.modeq.symbolic.pattern.PatternLoss;
import picocli.CommandLine.Option;

/** What may be asked of averages over random batches: {@code shuffle:m} as a field or a loss, {@code sgd} as a generator. */
final class BatchOptions {
    private static final String SGD = "sgd";
    private static final String SHUFFLE = "shuffle";

    @Option(
            names = "--mean",
            paramLabel = "OF",
            description =
                    "Of shuffle:…: map (the field of the mean map, the default) or field (the mean of the fields of"
                            + " all orders).")
    private Optional<String> mean = Optional.empty();

    @Option(
            names = "--centred",
            description = "Of shuffle:m, resample:m and of generators: in the mean field and the deviations from it.")
    private boolean isCentred;

    @Option(
            names = "--noise",
            paramLabel = "KIND",
            description =
                    "Of sgd in the centred form: batches (central moments, the default), or in joint cumulants any,"
                            + " symmetric (none of odd size), gaussian (covariances alone) or labels (signs on the labels of a"
                            + " squared loss).")
    private Optional<String> noise = Optional.empty();

    @Option(
            names = "--calculus",
            paramLabel = "SENSE",
            description = "Of a stochastic differential equation: ito (the default) or stratonovich.")
    private Optional<String> calculus = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    BatchOptions() {}

    /** Whether a method is SGD with independent draws, which has a generator and no field. */
    static boolean isSgd(String method) {
        return method.strip().equals(SGD);
    }

    /** The forms of each family of methods, with the options that each takes. */
    private enum Question {
        SHUFFLED_FIELD(SHUFFLE, "field", "--mean --centred"),
        SHUFFLED_LOSS(SHUFFLE, "loss", "--mean --centred"),
        KEPT_FIELD("shuffle-once", "field", "--centred"),
        KEPT_LOSS("shuffle-once", "loss", "--centred"),
        RESAMPLED_FIELD("resample", "field", "--centred"),
        RESAMPLED_LOSS("resample", "loss", "--centred"),
        GENERATOR(SGD, "generator", "--centred --noise"),
        SDE(SGD, "sde", "--noise --calculus");

        private final String family;
        private final String form;
        private final String options;

        Question(String family, String form, String options) {
            this.family = family;
            this.form = form;
            this.options = options;
        }

        boolean takes(String option) {
            return List.of(options.split(" ")).contains(option);
        }

        static Stream<Question> ofFamily(String family) {
            return Arrays.stream(values()).filter(question -> question.family.equals(family));
        }
    }

    private static String family(String method) {
        return method.strip().split(":", 2)[0];
    }

    /** Whether the number of batches is a symbol, or any number of steps is drawn, so that there is no list of tasks. */
    static boolean isOfSymbol(String method) {
        return method.strip().equals(SGD)
                || (Question.ofFamily(family(method)).findAny().isPresent()
                        && method.strip().matches("[a-z-]+:[a-z]"));
    }

    /** Whether a method is the shuffle of a plain list of tasks, whose field is written in patterns. */
    private static boolean isShuffleOfTasks(String method) {
        return family(method).equals(SHUFFLE) && !isOfSymbol(method) && !method.contains("(");
    }

    /** The name of a method as views write it: that of tasks is read, and so checked. */
    String name(String method, MethodOptions options) {
        if (isOfSymbol(method) && !options.parametersAlone(method).isEmpty()) {
            throw new IllegalArgumentException("given --param for " + method.strip()
                    + ", expected none: it holds for every number of batches; leave it out");
        }
        return isShuffleOfTasks(method) ? options.read(method).name() : method.strip();
    }

    /** The view of what is asked for, if it is one of these questions, and not of a method by its own trees. */
    Optional<Function<Page, String>> view(String method, String form, int order) {
        Optional<Question> question = Question.ofFamily(family(method))
                .filter(row -> row.form.equals(form))
                .findFirst();
        boolean isInPatterns =
                isOfSymbol(method) || (isShuffleOfTasks(method) && (form.equals("field") || !given().isEmpty()));
        if (isOfSymbol(method) && question.isEmpty()) {
            throw noSuchForm(method, form);
        }
        for (String option : given()) {
            if (!isInPatterns || question.filter(row -> row.takes(option)).isEmpty()) {
                throw new IllegalArgumentException("given " + option + " for " + method + " --as " + form
                        + ", expected it with " + takers(option) + " only; leave it out");
            }
        }
        return isInPatterns ? question.map(row -> view(row, method.strip(), order)) : Optional.empty();
    }

    private static IllegalArgumentException noSuchForm(String method, String form) {
        String family = family(method);
        String forms = Question.ofFamily(family).map(row -> "--as " + row.form).collect(Collectors.joining(" or "));
        String reason = family.equals(SGD)
                ? "with independent draws the mean moves by no field of its own; for epochs see shuffle:… and resample:…"
                : "with a symbol for the number of batches there are sums over them alone; name the tasks, as in "
                        + family + ":A,B,C";
        return new IllegalArgumentException(
                "given --as " + form + " for " + method + ", expected " + forms + ": " + reason);
    }

    private List<String> given() {
        return Stream.of(
                        mean.map(value -> "--mean"),
                        isCentred ? Optional.of("--centred") : Optional.<String>empty(),
                        noise.map(value -> "--noise"),
                        calculus.map(value -> "--calculus"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String takers(String option) {
        return Arrays.stream(Question.values())
                .filter(row -> row.takes(option))
                .map(row -> row.family + (row.family.equals(SGD) ? "" : ":m") + " --as " + row.form)
                .collect(Collectors.joining(", "));
    }

    private Function<Page, String> view(Question question, String name, int order) {
        if (question != Question.SDE) {
            BatchForms.requireOrder(order);
        }
        return switch (question) {
            case SHUFFLED_FIELD -> fieldView(kind(), name, order);
            case SHUFFLED_LOSS -> lossView(kind(), name, order);
            case KEPT_FIELD -> fieldView(Kind.MEAN_OF_FIELDS, name, order);
            case KEPT_LOSS -> lossView(Kind.MEAN_OF_FIELDS, name, order);
            case RESAMPLED_FIELD -> fieldView(Kind.RESAMPLED, name, order);
            case RESAMPLED_LOSS -> lossView(Kind.RESAMPLED, name, order);
            case GENERATOR -> generatorView(order);
            case SDE -> sdeView(order);
        };
    }

    private Kind kind() {
        return switch (mean.orElse("map")) {
            case "map" -> Kind.FIELD;
            case "field" -> Kind.MEAN_OF_FIELDS;
            default ->
                throw new IllegalArgumentException("given --mean " + mean.get() + ", expected map or field"
                        + NearestWord.hint(mean.get(), List.of("map", "field")));
        };
    }

    private Function<Page, String> fieldView(Kind kind, String name, int order) {
        PatternEquation equation = kind.of(name, order, isCentred);
        return page -> BatchForms.of(equation, page);
    }

    private Function<Page, String> lossView(Kind kind, String name, int order) {
        PatternLoss loss = PatternLoss.of(kind.of(name, order, isCentred));
        return page -> BatchForms.of(loss, page);
    }

    private Function<Page, String> generatorView(int order) {
        if (noise.isPresent() && !isCentred) {
            throw new IllegalArgumentException("given --noise " + noise.get()
                    + " without --centred, expected both: noise is what differs from the mean field; add --centred");
        }
        PatternEquation equation = noise.isPresent()
                ? PatternEquation.generator(order, Noise.parse(noise.get()))
                : Kind.GENERATOR.of(SGD, order, isCentred);
        return page -> BatchForms.of(equation, page);
    }

    private Function<Page, String> sdeView(int order) {
        Calculus sense = calculus.map(Calculus::parse).orElse(Calculus.ITO);
        ModifiedSde equation = ModifiedSde.of(order, noise.map(Noise::parse).orElse(Noise.BATCHES));
        return page -> BatchForms.of(equation, sense, page);
    }
}
