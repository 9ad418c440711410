package org.modeq.examples.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modeq.examples.connectivity.Learner.Courses;
import org.modeq.examples.experiment.Findings.Figure;
import org.modeq.numeric.plot.Axis;
import org.modeq.numeric.plot.Panels;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** Pictures of the courses of several ways to learn, each mark the mean of the seeds with a bar from the least to the greatest. */
final class SequencePictures {
    /** The accuracy of a guess among ten digits. */
    private static final double GUESSING = 0.1;

    private SequencePictures() {}

    /**
     * The courses of a family.
     *
     * @param family the tasks
     * @param seeds the courses of each seed
     */
    record OfFamily(TaskFamily family, List<Courses> seeds) {
        OfFamily {
            seeds = List.copyOf(seeds);
        }

        Summary summary(Learning way, ToDoubleFunction<Course> quantity) {
            return Summary.of(seeds, courses -> quantity.applyAsDouble(courses.of(way)));
        }

        /** The number of tasks. */
        int count() {
            return seeds.get(0).of(Learning.NAIVE).size();
        }
    }

    /** The accuracy on each task as tasks arrive, a picture for each way. */
    static Figure tasks(OfFamily runs) {
        List<Plot> plots = new ArrayList<>();
        for (Learning way : Learning.all()) {
            List<Curve> curves = new ArrayList<>();
            for (int j = 0; j < runs.count(); j++) {
                List<Mark> marks = new ArrayList<>();
                for (int k = j; k < runs.count(); k++) {
                    int task = j;
                    int after = k;
                    marks.add(mark(k + 1, runs.summary(way, course -> course.accuracy(after, task))));
                }
                curves.add(new Curve("task " + (j + 1), j, Look.LINE_AND_MARKS, marks));
            }
            Guide guessing = new Guide(Mark.at(1, GUESSING), Mark.at(runs.count(), GUESSING), "guessing");
            plots.add(plot(
                    way.label(), Axis.whole("tasks learned"), Axis.linear("test accuracy"), curves, List.of(guessing)));
        }
        return new Figure(
                "accuracy-by-task-" + runs.family().label(),
                new Panels(
                        "Accuracy on each task as tasks arrive, "
                                + runs.family().images(),
                        "Six ways to learn tasks one after the other: the accuracy on each task falls as further ones are learned,"
                                + " most when nothing is done against it, hardly when all tasks are trained on together.",
                        3,
                        plots));
    }

    /** L₁ along the lines from each solution to the next. */
    static Figure firstLoss(OfFamily runs) {
        List<Curve> curves = new ArrayList<>();
        for (Learning way : Learning.all()) {
            List<Mark> marks = new ArrayList<>();
            for (int k = 0; k + 1 < runs.count(); k++) {
                for (int i = k == 0 ? 0 : 1; i < LineProfile.POINTS; i++) {
                    int line = k;
                    int place = i;
                    Summary summary = runs.summary(
                            way, course -> course.firstLoss().get(line).values().get(place));
                    marks.add(Mark.at(k + 1 + LineProfile.share(i), summary.mean()));
                }
            }
            curves.add(new Curve(way.label(), way.place(), Look.LINE, marks));
        }
        Plot plot = plot(
                "Loss of task 1 along the sequence, " + runs.family().images(),
                Axis.whole("tasks learned, with lines between the solutions"),
                Axis.logarithmic("loss of task 1"),
                curves);
        return new Figure("first-loss-" + runs.family().label(), plot);
    }

    /** Accuracy and forgetting at the end, bars for the ways. */
    static Figure bars(List<OfFamily> families) {
        String places = IntStream.range(0, families.size())
                .mapToObj(i -> i + 1 + ": " + families.get(i).family().images())
                .collect(Collectors.joining(", "));
        return new Figure(
                "accuracy-and-forgetting",
                new Panels(
                        "Accuracy and forgetting at the end of the sequence",
                        "Bars for six ways to learn: accuracy rises and forgetting falls from naive over small steps and MC-SGD to replay"
                                + " and joint training.",
                        2,
                        List.of(
                                plot(
                                        "Accuracy",
                                        Axis.whole(places),
                                        Axis.linear("mean test accuracy"),
                                        bars(families, Course::accuracy)),
                                plot(
                                        "Forgetting",
                                        Axis.whole(places),
                                        Axis.linear("mean loss of accuracy"),
                                        bars(families, Course::forgetting)))));
    }

    private static List<Curve> bars(List<OfFamily> families, ToDoubleFunction<Course> quantity) {
        List<Curve> curves = new ArrayList<>();
        for (Learning way : Learning.all()) {
            List<Mark> marks = new ArrayList<>();
            for (OfFamily runs : families) {
                marks.add(mark(marks.size() + 1, runs.summary(way, quantity)));
            }
            curves.add(new Curve(way.label(), way.place(), Look.BARS, marks));
        }
        return curves;
    }

    private static Mark mark(double x, Summary summary) {
        return Mark.within(x, summary.mean(), summary.least(), summary.most());
    }

    private static Plot plot(String title, Axis horizontal, Axis vertical, List<Curve> curves) {
        return plot(title, horizontal, vertical, curves, List.of());
    }

    private static Plot plot(String title, Axis horizontal, Axis vertical, List<Curve> curves, List<Guide> guides) {
        return new Plot(
                title,
                vertical.label() + " by " + horizontal.label() + ", means over the seeds.",
                horizontal,
                vertical,
                false,
                curves,
                guides,
                List.of(),
                List.of());
    }
}
