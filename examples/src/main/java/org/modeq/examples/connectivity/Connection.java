package org.modeq.examples.connectivity;

import java.util.List;
import java.util.stream.IntStream;
import org.modeq.numeric.kernel.Euclidean;

/**
 * What lies between the minima of two tasks.
 *
 * @param jointToFirst L₁ and L₂ on the line w* → w₁
 * @param jointToSecond on w* → w₂
 * @param firstToSecond on w₁ → w₂
 * @param jointToOther on w* → w×
 * @param jointToSame on w* → w°
 * @param distances ‖w₁ − w₂‖, ‖w₁ − w*‖, ‖w₂ − w*‖, ‖w* − w×‖
 */
record Connection(
        Line jointToFirst,
        Line jointToSecond,
        Line firstToSecond,
        Line jointToOther,
        Line jointToSame,
        List<Double> distances) {
    Connection {
        distances = List.copyOf(distances);
    }

    /**
     * Both losses on a line.
     *
     * @param ofFirst L₁
     * @param ofSecond L₂
     */
    record Line(LineProfile ofFirst, LineProfile ofSecond) {
        static Line of(TaskSequence tasks, double[] from, double[] to) {
            return new Line(LineProfile.of(tasks.loss(0), from, to), LineProfile.of(tasks.loss(1), from, to));
        }

        static Line mean(List<Line> lines) {
            return new Line(
                    LineProfile.mean(lines.stream().map(Line::ofFirst).toList()),
                    LineProfile.mean(lines.stream().map(Line::ofSecond).toList()));
        }

        /** (L₁ + L₂)/2. */
        LineProfile joint() {
            return LineProfile.mean(List.of(ofFirst, ofSecond));
        }
    }

    /** Measures the lines between some minima. */
    static Connection of(TaskSequence tasks, Minima minima) {
        return new Connection(
                Line.of(tasks, minima.joint(), minima.first()),
                Line.of(tasks, minima.joint(), minima.second()),
                Line.of(tasks, minima.first(), minima.second()),
                Line.of(tasks, minima.joint(), minima.otherStart()),
                Line.of(tasks, minima.joint(), minima.sameStart()),
                List.of(
                        Euclidean.distance(minima.first(), minima.second()),
                        Euclidean.distance(minima.first(), minima.joint()),
                        Euclidean.distance(minima.second(), minima.joint()),
                        Euclidean.distance(minima.joint(), minima.otherStart())));
    }

    /** The connections of the seeds 1 to a number. */
    static List<Connection> ofSeeds(TaskSequence tasks, int seeds, int epochs) {
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> of(tasks, Minima.of(tasks, seed, epochs)))
                .toList();
    }
}
