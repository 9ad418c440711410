package org.modeq.numeric.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modeq.numeric.evaluate.Progress;

/** Runs a plan, with a journal from which a killed run goes on. */
public final class Sweep {
    private static final String JOURNAL = "journal.txt";
    private static final String TABLE = "results.csv";
    private static final String LINES = "results.jsonl";

    private Sweep() {}

    /**
     * Runs every study of a plan that the journal in a folder lacks, then writes the table.
     *
     * <p>The table is {@code results.csv} and, as JSON lines, {@code results.jsonl}, in the order of the studies; it has the
     * same bytes for any engine, and
     * however often the sweep was killed on its way.
     *
     * @param plan the plan
     * @param folder where the journal and the table go, made if there is none
     * @param engine where the studies run
     * @param progress hears of every row
     * @return all rows in order
     * @throws IllegalArgumentException if the folder cannot be written, or has the journal of another sweep
     */
    public static List<SweepRow> run(SweepPlan plan, Path folder, SweepEngine engine, Progress progress) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot make the folder '" + folder + "'; name one that can be written", failure);
        }
        try (Journal journal = Journal.open(folder.resolve(JOURNAL), plan)) {
            complete(plan, journal, engine, progress);
            List<SweepRow> rows = List.copyOf(journal.rows().values());
            try {
                Journal.replace(folder.resolve(TABLE), table(plan, rows));
                Journal.replace(folder.resolve(LINES), JsonLines.of(plan, rows));
                engine.keep(plan, rows, folder);
            } catch (IOException failure) {
                throw new IllegalArgumentException(
                        "cannot write the results to '" + folder + "'; make room, and run again", failure);
            }
            return rows;
        }
    }

    private static void complete(SweepPlan plan, Journal journal, SweepEngine engine, Progress progress) {
        SortedMap<Integer, SweepRow> known = journal.rows();
        List<SweepPlan.Study> open = plan.studies().stream()
                .filter(study -> !known.containsKey(study.index()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        progress.begin(known.size(), plan.size());
        engine.run(plan, open, row -> {
            journal.add(row);
            progress.report(known.size(), plan.size());
        });
    }

    /** The table as comma-separated values, a line for every study. */
    static String table(SweepPlan plan, List<SweepRow> rows) {
        List<SweepPlan.Study> studies = plan.studies();
        return Stream.concat(
                        Stream.of(String.join(",", plan.columns())),
                        rows.stream().map(row -> line(plan.values(studies.get(row.index()), row))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<Object> values) {
        return values.stream().map(Sweep::written).collect(Collectors.joining(","));
    }

    private static String written(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        return value instanceof Double number ? number(number) : value.toString();
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "inf" : Double.toString(value);
    }

    /** Names with commas in quotation marks, as RFC 4180 has them. */
    private static String quoted(String name) {
        return name.matches("[^,\"\n\r]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
