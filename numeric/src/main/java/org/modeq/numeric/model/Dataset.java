package org.modeq.numeric.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Samples: rows of features, each with a target, which is a class 0, 1, … or a real number; immutable. */
public final class Dataset {
    private final DMatrixRMaj features;
    private final double[] targets;

    private Dataset(DMatrixRMaj features, double[] targets) {
        this.features = features;
        this.targets = targets;
    }

    /**
     * Samples given by their numbers.
     *
     * @param features one sample per row; copied
     * @param targets one target per row; copied
     * @return the dataset
     * @throws IllegalArgumentException if there is no sample, the numbers of rows differ, or a number is not finite
     */
    public static Dataset of(DMatrixRMaj features, double... targets) {
        if (targets.length == 0 || features.numRows != targets.length) {
            throw new IllegalArgumentException("given " + features.numRows + " rows of features and " + targets.length
                    + " targets, expected as many of both and at least one");
        }
        DMatrixRMaj copy = features.copy();
        for (int i = 0; i < copy.getNumElements() + targets.length; i++) {
            double number = i < targets.length ? targets[i] : copy.data[i - targets.length];
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "given the number " + number + " in the data, expected finite numbers; remove that sample");
            }
        }
        return new Dataset(copy, targets.clone());
    }

    /**
     * Samples from the columns of a table.
     *
     * @param table the table
     * @param featureColumns the columns of the features, counted from 1
     * @param targetColumn the column of the target, counted from 1
     * @return the dataset, in the order of the table
     * @throws IllegalArgumentException if the table has fewer columns
     */
    public static Dataset of(NumberTable table, IndexRange featureColumns, int targetColumn) {
        int columns = table.columnCount();
        if (featureColumns.last() > columns || targetColumn < 1 || targetColumn > columns) {
            throw new IllegalArgumentException("given the columns " + featureColumns + " for features and "
                    + targetColumn + " for the target, expected columns from 1 to " + columns + ": so many has "
                    + table.source());
        }
        DMatrixRMaj features = new DMatrixRMaj(table.rowCount(), featureColumns.size());
        double[] targets = new double[table.rowCount()];
        for (int i = 0; i < targets.length; i++) {
            for (int j = 0; j < featureColumns.size(); j++) {
                features.set(i, j, table.at(i, featureColumns.first() - 1 + j));
            }
            targets[i] = table.at(i, targetColumn - 1);
        }
        return new Dataset(features, targets);
    }

    /** {@return the number of samples, at least 1} */
    public int size() {
        return targets.length;
    }

    /** {@return the number of features of a sample} */
    public int featureCount() {
        return features.numCols;
    }

    /** {@return a copy of the features, one sample per row} */
    public DMatrixRMaj features() {
        return features.copy();
    }

    /** {@return a copy of the targets} */
    public double[] targets() {
        return targets.clone();
    }

    /** {@return the targets as a column} */
    public DMatrixRMaj targetColumn() {
        return new DMatrixRMaj(size(), 1, true, targets());
    }

    /**
     * The indicators of the classes: yᵢⱼ = 1 if row i has class j, otherwise 0.
     *
     * @param classes the number of classes
     * @return Y, one sample per row
     * @throws IllegalArgumentException if a target is not an integer from 0 to classes − 1
     */
    public DMatrixRMaj classIndicators(int classes) {
        DMatrixRMaj indicators = new DMatrixRMaj(size(), classes);
        for (int i = 0; i < size(); i++) {
            double target = targets[i];
            if (target != Math.rint(target) || target < 0 || target >= classes) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + " has the target " + target + ", expected a class from 0 to " + (classes - 1)
                                + "; correct the data or the number of outputs");
            }
            indicators.set(i, (int) target, 1);
        }
        return indicators;
    }

    /**
     * The signs of two classes: targets −1 and 1 as they are, or classes 0 and 1 as −1 and 1.
     *
     * @return s, a column of numbers ±1
     * @throws IllegalArgumentException if the targets are neither all of −1, 1 nor all of 0, 1
     */
    public DMatrixRMaj signs() {
        boolean isOfSigns = Arrays.stream(targets).allMatch(target -> Math.abs(target) == 1);
        for (int i = 0; i < size(); i++) {
            if (!isOfSigns && targets[i] != 0 && targets[i] != 1) {
                throw new IllegalArgumentException("row " + (i + 1) + " has the target " + targets[i]
                        + ", expected the classes 0 and 1 or the signs -1 and 1 in all rows; correct the data");
            }
        }
        DMatrixRMaj signs = targetColumn();
        for (int i = 0; i < size() && !isOfSigns; i++) {
            signs.data[i] = 2 * signs.data[i] - 1;
        }
        return signs;
    }

    /**
     * A stretch of rows.
     *
     * @param range the rows, counted from 1
     * @return these samples
     * @throws IllegalArgumentException if there are fewer rows
     */
    public Dataset rows(IndexRange range) {
        if (range.last() > size()) {
            throw new IllegalArgumentException(
                    "given the rows " + range + " of " + size() + " rows, expected a last row of at most " + size());
        }
        return select(IntStream.range(range.first() - 1, range.last()).toArray());
    }

    /**
     * Some rows, as a batch.
     *
     * @param rows their indices, counted from 0, at least one
     * @return these samples in this order
     * @throws IllegalArgumentException if there is no row or an index is not of this dataset
     */
    public Dataset select(int... rows) {
        if (rows.length == 0 || Arrays.stream(rows).anyMatch(row -> row < 0 || row >= size())) {
            throw new IllegalArgumentException("given the rows " + Arrays.toString(rows)
                    + ", expected at least one row and indices from 0 to " + (size() - 1));
        }
        DMatrixRMaj selected = new DMatrixRMaj(rows.length, featureCount());
        double[] selectedTargets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    features.data, rows[i] * featureCount(), selected.data, i * featureCount(), featureCount());
            selectedTargets[i] = targets[rows[i]];
        }
        return new Dataset(selected, selectedTargets);
    }

    /**
     * Samples of several datasets, one after the other.
     *
     * @param parts the datasets, at least one, with as many features each
     * @return their samples in this order
     * @throws IllegalArgumentException if there is no dataset, or two have different numbers of features
     */
    public static Dataset together(List<Dataset> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("given no datasets, expected at least one to put together");
        }
        int columns = parts.get(0).featureCount();
        DMatrixRMaj features =
                new DMatrixRMaj(parts.stream().mapToInt(Dataset::size).sum(), columns);
        double[] targets = new double[features.numRows];
        int row = 0;
        for (Dataset part : parts) {
            if (part.featureCount() != columns) {
                throw new IllegalArgumentException("given datasets of " + columns + " and " + part.featureCount()
                        + " features, expected as many in each; choose the same columns");
            }
            System.arraycopy(part.features.data, 0, features.data, row * columns, part.size() * columns);
            System.arraycopy(part.targets, 0, targets, row, part.size());
            row += part.size();
        }
        return new Dataset(features, targets);
    }

    /**
     * The same samples with the features in other places, such as an image turned or with its pixels exchanged.
     *
     * @param source new feature j is the old one of number source(j), both counted from 0
     * @return as many features, of the same samples
     * @throws IllegalArgumentException if a number is not of a feature
     */
    public Dataset rearranged(IntUnaryOperator source) {
        int[] sources = IntStream.range(0, featureCount()).map(source).toArray();
        if (Arrays.stream(sources).anyMatch(column -> column < 0 || column >= featureCount())) {
            throw new IllegalArgumentException("given the old features " + Arrays.toString(sources)
                    + ", expected numbers from 0 to " + (featureCount() - 1));
        }
        DMatrixRMaj moved = new DMatrixRMaj(size(), featureCount());
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < sources.length; column++) {
                moved.set(row, column, features.get(row, sources[column]));
            }
        }
        return new Dataset(moved, targets);
    }

    /**
     * The samples of a task.
     *
     * @param isOfTask whether a target belongs to the task
     * @return the samples whose target does, in the same order
     * @throws IllegalArgumentException if there are none
     */
    public Dataset where(DoublePredicate isOfTask) {
        int[] rows = IntStream.range(0, size())
                .filter(row -> isOfTask.test(targets[row]))
                .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("none of " + size()
                    + " samples belongs to the task, expected at least one; take more rows or another condition");
        }
        return select(rows);
    }

    /**
     * The same samples with the features multiplied by a number.
     *
     * @param factor the number, finite
     * @return the scaled samples
     * @throws IllegalArgumentException if the factor is not finite
     */
    public Dataset scaled(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("given the scale " + factor + ", expected a finite number");
        }
        DMatrixRMaj scaled = features.copy();
        CommonOps_DDRM.scale(factor, scaled);
        return new Dataset(scaled, targets);
    }
}
