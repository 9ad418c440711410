package org.modeq.numeric.problem;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modeq.numeric.model.Dataset;
import org.modeq.numeric.model.Digits;
import org.modeq.numeric.model.IndexRange;
import org.modeq.numeric.model.NumberTable;
import org.modeq.symbolic.tree.Colour;

/** Reads the samples of each task: the part {@code data} of a problem file. */
final class SampleReader {
    private static final String EXPECTED =
            "expected the keys file, columns, and if need be scale, rows, tasks, as in data: {file: digits.csv, columns:"
                    + " {features: \"1-64\", target: 65}, scale: 1/16}";
    /** The name of the data that come with this library, which is that of no file: {@code ./digits} is one. */
    private static final String BUNDLED = "digits";

    static final Colour ONLY = new Colour("L");

    private final YamlNode data;
    private final DataFolder folder;

    SampleReader(YamlNode data, DataFolder folder) {
        this.data = data;
        this.folder = folder;
    }

    /** The samples of each task, with so many features. */
    SortedMap<Colour, Dataset> tasks(int featureCount) {
        data.requireKeys(List.of("file", "columns", "scale", "rows", "tasks"), EXPECTED);
        YamlNode columns = data.at("columns");
        String example = "expected the columns of the features and of the target, counted from 1, as in columns:"
                + " {features: \"1-64\", target: 65}";
        columns.requireKeys(List.of("features", "target"), example);
        YamlNode featureColumns = columns.at("features");
        IndexRange features = featureColumns.parsed(IndexRange::parse, "expected columns, as in features: \"1-64\"");
        int target = columns.at("target").positiveInteger("expected a column counted from 1, as in target: 65");
        if (features.first() <= target && target <= features.last()) {
            throw columns.error("has the target's column " + target + " among the features " + features
                    + "; take it out of the features");
        }
        if (features.size() != featureCount) {
            throw featureColumns.error("has " + features.size() + " features (columns " + features + ") but a model of "
                    + featureCount + " inputs; change data.columns.features or the model's sizes");
        }
        return byTask(scaled(rows(samples(features, target))));
    }

    private Dataset samples(IndexRange features, int target) {
        YamlNode file = data.at("file");
        boolean isBundled = file.node().asText("").equals(BUNDLED);
        NumberTable table = isBundled ? Digits.table() : folder.read(file, NumberTable::read);
        try {
            return Dataset.of(table, features, target);
        } catch (IllegalArgumentException beyondTheTable) {
            throw data.at("columns").because(beyondTheTable);
        }
    }

    private Dataset rows(Dataset all) {
        YamlNode rows = data.at("rows");
        if (!rows.isGiven()) {
            return all;
        }
        String expected = "expected the first and the last row, as in rows: \"1-512\"";
        if (rows.node().isNumber()) {
            throw rows.unexpected(expected);
        }
        return rows.parsed(text -> all.rows(IndexRange.parse(text)), expected);
    }

    private Dataset scaled(Dataset samples) {
        YamlNode scale = data.at("scale");
        if (!scale.isGiven()) {
            return samples;
        }
        String expected = "expected a number other than 0 by which the features are multiplied, as in scale: 1/16";
        double factor = scale.number(expected);
        if (factor == 0) {
            throw scale.unexpected(expected);
        }
        Dataset scaled = samples.scaled(factor);
        for (double feature : scaled.features().data) {
            if (!Double.isFinite(feature)) {
                throw scale.unexpected("with which a feature is beyond the range of doubles; choose a smaller one");
            }
        }
        return scaled;
    }

    private SortedMap<Colour, Dataset> byTask(Dataset samples) {
        SortedMap<Colour, Dataset> byTask = new TreeMap<>();
        YamlNode tasks = data.at("tasks");
        if (!tasks.isGiven()) {
            byTask.put(ONLY, samples);
            return byTask;
        }
        String expected = "expected tasks with a condition each, as in tasks: {A: \"target < 5\", B: \"target >= 5\"}";
        if (!tasks.node().isObject() || tasks.node().isEmpty()) {
            throw tasks.unexpected(expected);
        }
        tasks.node().fieldNames().forEachRemaining(name -> {
            YamlNode task = tasks.at(name);
            TaskCondition condition = task.parsed(TaskCondition::parse, expected);
            try {
                byTask.put(new Colour(name), samples.where(condition));
            } catch (IllegalArgumentException refused) {
                throw task.because(refused);
            }
        });
        return byTask;
    }
}
