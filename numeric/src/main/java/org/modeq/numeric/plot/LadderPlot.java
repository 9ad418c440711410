package org.modeq.numeric.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;
import org.modeq.numeric.plot.Plot.Sign;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.modeq.numeric.study.ValidationReport;

/** Pictures of step ladders: errors against step sizes on logarithmic axes, with reference slopes and the floor of round-off. */
public final class LadderPlot {
    /** How far below the curve a reference line is drawn. */
    private static final double OFFSET = 3;

    /** A reference line runs along this many marks. */
    private static final int ALONG = 3;

    private LadderPlot() {}

    /**
     * The picture of some ladders; errors of exactly 0 cannot be shown and are left out.
     *
     * @param title the title
     * @param results the ladder of each field
     * @return the picture
     * @throws IllegalArgumentException if there is no result, or one has no positive error
     */
    public static Plot of(String title, List<LadderResult> results) {
        List<Curve> curves = new ArrayList<>();
        List<Curve> floors = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            LadderResult result = results.get(i);
            curves.add(new Curve(name(result), i, Look.LINE_AND_MARKS, marks(result)));
            List<Mark> floor = result.points().stream()
                    .filter(point -> point.floor() > 0)
                    .map(point -> Mark.at(point.stepSize(), point.floor()))
                    .toList();
            if (!floor.isEmpty()) {
                floors.add(new Curve(result.name() + ": round-off", i, Look.THIN, floor));
            }
        }
        List<Guide> guides = guides(results, curves);
        String description =
                "The distance between the end points of the optimizer and of the flow, against the step size, "
                        + "on logarithmic axes: "
                        + curves.stream()
                                .map(curve -> curve.name().replaceFirst(": ", " has "))
                                .collect(Collectors.joining("; "))
                        + ".";
        return withFloors(
                new Plot(
                        title,
                        description,
                        Axis.logarithmic("step size h"),
                        Axis.logarithmic("distance of the end points"),
                        false,
                        curves,
                        guides,
                        List.of(),
                        List.of()),
                floors);
    }

    /**
     * The ladders of the protocol: one for each problem.
     *
     * @param report what was measured
     * @return the picture of layer C or E; where neither was measured, of the local defects
     * @throws IllegalArgumentException if a ladder has no positive error
     */
    public static Plot of(ValidationReport report) {
        List<LadderResult> results = new ArrayList<>();
        report.ladders().forEach(ladder -> results.add(result(withoutFolder(ladder.problem()), ladder)));
        report.noise()
                .forEach(weak -> results.add(
                        result(weak.law() + ", " + withoutFolder(weak.ladder().problem()), weak.ladder())));
        if (results.isEmpty()) {
            report.defects().forEach(defects -> results.add(result(defects)));
        }
        return of(report.method() + " to order " + report.order(), results);
    }

    /** Local defects as a ladder. */
    private static LadderResult result(ValidationReport.Defects defects) {
        List<LadderPoint> points = new ArrayList<>();
        for (int i = 0; i < defects.defects().size(); i++) {
            points.add(new LadderPoint(
                    defects.stepSizes().get(i),
                    defects.defects().get(i),
                    0,
                    0,
                    defects.defects().get(i) > 0));
        }
        return new LadderResult(
                withoutFolder(defects.problem()), defects.expected(), points, Optional.of(SlopeFit.of(points)));
    }

    /**
     * The ladders of the series without the terms of each power of h, beside the one with all terms.
     *
     * @param report what was measured
     * @return the picture of layer D
     * @throws IllegalArgumentException if no null test has a ladder, as at order 1
     */
    public static Plot ofNullTests(ValidationReport report) {
        List<ValidationReport.Noticed> dropped = report.mutants().stream()
                .filter(mutant -> mutant.ladder().isPresent())
                .toList();
        if (dropped.isEmpty()) {
            throw new IllegalArgumentException("given a report of " + report.method() + " to order " + report.order()
                    + " whose null tests have no ladder, expected terms that can be dropped; take order 2 or more");
        }
        List<String> problems = dropped.stream()
                .map(mutant -> mutant.ladder().orElseThrow().problem())
                .distinct()
                .toList();
        List<LadderResult> results = new ArrayList<>();
        report.ladders().stream()
                .filter(ladder -> problems.contains(ladder.problem()))
                .forEach(ladder -> results.add(result("all terms, " + ladder.problem(), ladder)));
        dropped.forEach(
                mutant -> results.add(result(mutant.mutation(), mutant.ladder().orElseThrow())));
        return of("Null tests of " + report.method() + " to order " + report.order(), results);
    }

    private static LadderResult result(String name, ValidationReport.Ladder ladder) {
        return new LadderResult(name, ladder.expected(), ladder.points(), ladder.fit());
    }

    private static String withoutFolder(String problem) {
        return problem.substring(problem.lastIndexOf('/') + 1);
    }

    private static String name(LadderResult result) {
        String slope = result.fit()
                .map(fit -> String.format(Locale.ROOT, "slope %.3f ± %.3f", fit.slope(), fit.halfWidth()))
                .orElse("too few points for a slope");
        long dropped = result.points().stream().filter(point -> !point.used()).count();
        return result.name() + ": " + slope + (dropped > 0 ? ", " + dropped + " dropped" : "");
    }

    private static List<Mark> marks(LadderResult result) {
        return result.points().stream()
                .filter(point -> point.error() > 0)
                .map(point -> new Mark(point.stepSize(), point.error(), sign(point)))
                .toList();
    }

    private static Sign sign(LadderPoint point) {
        return point.used() ? Sign.PLAIN : Sign.DROPPED;
    }

    /** The floors where they fall into the picture, and a note that says where they are. */
    private static Plot withFloors(Plot plot, List<Curve> floors) {
        if (floors.isEmpty()) {
            return plot;
        }
        List<Curve> all = new ArrayList<>(plot.curves());
        all.addAll(floors);
        double largest = floors.stream()
                .flatMap(floor -> floor.marks().stream())
                .mapToDouble(Mark::y)
                .max()
                .orElseThrow();
        Plot whole = with(plot, all, List.of());
        Frame frame = Frame.of(whole);
        boolean isShown = floors.stream().anyMatch(frame::shows);
        String note = isShown
                ? "thin dotted lines: the floor of round-off, in the colour of the ladder"
                : String.format(Locale.ROOT, "the floor of round-off, at most %.0e, is below the picture", largest);
        return with(plot, all, List.of(note));
    }

    private static Plot with(Plot plot, List<Curve> curves, List<String> notes) {
        return new Plot(
                plot.title(),
                plot.description(),
                plot.horizontal(),
                plot.vertical(),
                plot.isIsometric(),
                curves,
                plot.guides(),
                plot.levels(),
                notes);
    }

    /** One line y = C hᵖ for each slope p, below the leftmost marks of that curve whose constant C is the smallest. */
    private static List<Guide> guides(List<LadderResult> results, List<Curve> curves) {
        List<Guide> guides = new ArrayList<>();
        for (double slope :
                results.stream().map(LadderResult::expectedSlope).distinct().toList()) {
            List<List<Mark>> candidates = new ArrayList<>();
            for (int i = 0; i < curves.size(); i++) {
                if (results.get(i).expectedSlope() == slope
                        && !curves.get(i).marks().isEmpty()) {
                    candidates.add(curves.get(i).marks().stream()
                            .sorted(Comparator.comparingDouble(Mark::x))
                            .toList());
                }
            }
            candidates.stream()
                    .min(Comparator.comparingDouble(marks -> constant(marks.get(0), slope)))
                    .filter(marks -> marks.size() > 1)
                    .ifPresent(marks -> guides.add(guide(marks, slope)));
        }
        return guides;
    }

    private static double constant(Mark mark, double slope) {
        return mark.y() / Math.pow(mark.x(), slope);
    }

    private static Guide guide(List<Mark> marks, double slope) {
        Mark first = marks.get(0);
        double y = first.y() / OFFSET;
        double x = marks.get(Math.min(ALONG, marks.size()) - 1).x();
        String number = slope == Math.rint(slope) ? String.valueOf((long) slope) : String.valueOf(slope);
        return new Guide(Mark.at(first.x(), y), Mark.at(x, y * Math.pow(x / first.x(), slope)), "slope " + number);
    }
}
