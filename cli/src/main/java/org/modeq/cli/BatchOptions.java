package org.modeq.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import org.modeq.symbolic.pattern.PatternEquation;
import picocli.CommandLine.Option;

/** What may be asked of averages over random batches: {@code shuffle:…} as a field, {@code sgd} as a generator. */
final class BatchOptions {
    private static final String SGD = "sgd";
    private static final String SHUFFLE = "shuffle:";
    private static final Pattern NUMBER_OF_BATCHES = Pattern.compile("shuffle:[a-z]");

    @Option(
            names = "--mean",
            paramLabel = "OF",
            defaultValue = "map",
            description =
                    "Of shuffle:…: map (the field of the mean map) or field (the mean of the fields of all orders).")
    private String mean;

    @Option(
            names = "--centred",
            description = "Of shuffle:m and of generators: in the mean field and the deviations from it.")
    private boolean isCentred;

    @SuppressWarnings("NullAway.Init")
    BatchOptions() {}

    /** Whether a method is SGD with independent draws, which is no map of the mean alone. */
    static boolean isSgd(String method) {
        return method.strip().equals(SGD);
    }

    /** Whether a method is the shuffle of tasks by their names, which is a method like any other. */
    static boolean isOfTasks(String method) {
        return method.strip().startsWith(SHUFFLE)
                && !NUMBER_OF_BATCHES.matcher(method.strip()).matches();
    }

    /** The equation over patterns, if this is what the method and the form ask for. */
    Optional<PatternEquation> equation(String method, String form, int order) {
        String name = method.strip();
        boolean isShuffle = name.startsWith(SHUFFLE);
        boolean isOfSymbol = NUMBER_OF_BATCHES.matcher(name).matches();
        if (!mean.equals("map") && !mean.equals("field")) {
            throw new IllegalArgumentException("given --mean " + mean + ", expected map or field");
        }
        if ((!isShuffle && !isSgd(name)) || (isSgd(name) && mean.equals("field"))) {
            if (isCentred || mean.equals("field")) {
                throw new IllegalArgumentException("given " + (isCentred ? "--centred" : "--mean field") + " for "
                        + name + ", expected shuffle:… for it; leave it out");
            }
            return Optional.empty();
        }
        BatchForms.requireOrder(order);
        if (isSgd(name)) {
            return form.equals("generator")
                    ? Optional.of(PatternEquation.generator(order, isCentred))
                    : Optional.empty();
        }
        if (!form.equals("field")) {
            if (isOfSymbol) {
                throw new IllegalArgumentException("given --as " + form + " for " + name
                        + ", expected --as field: with a symbol for the number of batches there are sums over them alone;"
                        + " name the tasks, as in shuffle:A,B,C");
            }
            return Optional.empty();
        }
        if (mean.equals("field")) {
            if (isCentred) {
                throw new IllegalArgumentException("given --centred and --mean field, expected one of them");
            }
            return Optional.of(PatternEquation.meanOfFields(name, order));
        }
        return Optional.of(PatternEquation.shuffled(name, order, isCentred));
    }
}
