package org.modeq.numeric.plot;

import java.awt.geom.Point2D;
import java.util.List;
import org.modeq.numeric.plot.Axis.Scale;
import org.modeq.numeric.plot.Canvas.Anchor;
import org.modeq.numeric.plot.Canvas.Face;
import org.modeq.numeric.plot.Canvas.Ink;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Guide;
import org.modeq.numeric.plot.Plot.Look;
import org.modeq.numeric.plot.Plot.Mark;

/** Draws a picture: axes, heat map, level lines, guides and curves. */
final class Painter {
    private static final int TICK = 7;
    private static final int SMALL_TICK = 4;
    private static final double LINE = 1.6;
    private static final double THIN = 1;
    private static final String DOTTED = "1 3";

    /** Half the width of the ends of an error bar. */
    private static final double CAP = 4;

    private final Plot plot;
    private final Layout layout;
    private final Frame frame;
    private final Canvas canvas;

    Painter(Plot plot, Layout layout, Canvas canvas) {
        this.plot = plot;
        this.layout = layout;
        this.frame = Frame.of(plot, layout.aspect());
        this.canvas = canvas;
    }

    void paint() {
        double middle = (layout.frameLeft() + layout.frameRight()) / 2;
        List<String> title = Legend.wrapped(plot.title(), layout.titleColumns());
        for (int i = 0; i < title.size(); i++) {
            double y = layout.frameTop() - (title.size() == 1 ? 20 : 10 + 18 * (title.size() - 1 - i));
            canvas.text(Anchor.MIDDLE, middle, y, Face.TITLE, title.get(i));
        }
        axes(middle);
        canvas.openWindow(layout, frame, plot);
        inside();
        canvas.closeWindow();
    }

    private double x(double value) {
        return layout.frameLeft() + frame.horizontal().place(value) * layout.frameWidth();
    }

    private double y(double value) {
        return layout.frameBottom() - frame.vertical().place(value) * layout.frameHeight();
    }

    private void axes(double middle) {
        List<Ruler.Tick> across = frame.horizontal().ticks(layout.ticksAcross());
        List<Ruler.Tick> up = frame.vertical().ticks(layout.ticksUp());
        double left = layout.frameLeft();
        double bottom = layout.frameBottom();
        canvas.open(Ink.ofPage("grid", 0.15, 1));
        across.forEach(tick -> canvas.segment(x(tick.value()), layout.frameTop(), 0, layout.frameHeight(), ""));
        up.forEach(tick -> canvas.segment(left, y(tick.value()), layout.frameWidth(), 0, ""));
        canvas.close();
        canvas.open(Ink.ofPage("frame", 1, 1));
        across.forEach(tick -> canvas.segment(x(tick.value()), bottom, 0, -TICK, ""));
        up.forEach(tick -> canvas.segment(left, y(tick.value()), TICK, 0, ""));
        frame.horizontal().minorTicks().forEach(value -> canvas.segment(x(value), bottom, 0, -SMALL_TICK, ""));
        canvas.box(left, layout.frameTop(), layout.frameWidth(), layout.frameHeight(), 0, true);
        canvas.close();
        across.forEach(tick -> number(tick, x(tick.value()), bottom + 20, Anchor.MIDDLE));
        up.forEach(tick -> number(tick, left - 8, y(tick.value()) + 5, Anchor.END));
        canvas.text(
                Anchor.MIDDLE,
                middle,
                bottom + 44,
                Face.PLAIN,
                plot.horizontal().label());
        double height = (layout.frameTop() + bottom) / 2;
        canvas.text(
                Anchor.MIDDLE,
                layout.left() + 20,
                height,
                Face.TURNED,
                plot.vertical().label());
    }

    private void number(Ruler.Tick tick, double x, double y, Anchor anchor) {
        String words = tick.label().replace('-', '−');
        if (!words.isEmpty() && tick.isPower()) {
            canvas.power(anchor, x, y, words);
        } else if (!words.isEmpty()) {
            canvas.text(anchor, x, y, Face.PLAIN, words);
        }
    }

    private void inside() {
        plot.heatMap().ifPresent(this::heat);
        if (!plot.levels().isEmpty()) {
            canvas.open(Ink.ofPage("levels", plot.heatMap().isPresent() ? 0.8 : 0.35, 0.9));
            plot.levels().forEach(level -> canvas.polyline(points(level.points()), ""));
            canvas.close();
            frame.labelled(plot).forEach(this::levelLabel);
        }
        plot.guides().forEach(this::guide);
        Bars.of(plot).ifPresent(this::bars);
        for (Curve curve : plot.curves()) {
            if (curve.look() != Look.BARS && (curve.look() != Look.THIN || frame.shows(curve))) {
                curve(curve);
            }
        }
    }

    private void heat(HeatMap map) {
        canvas.open(Ink.ofCurve(HeatMap.STYLE, 0));
        for (HeatMap.Run run : map.runs(plot.horizontal(), plot.vertical())) {
            double x = x(run.left());
            double y = y(run.top());
            canvas.box(x, y, x(run.right()) - x, y(run.bottom()) - y, run.opacity(), false);
        }
        canvas.close();
    }

    private void levelLabel(Frame.Labelled level) {
        Mark place = level.place();
        canvas.text(Anchor.MIDDLE, x(place.x()), y(place.y()) - 3, Face.LEVEL, level.label());
    }

    private void guide(Guide guide) {
        double x = x(guide.from().x());
        double y = y(guide.from().y());
        double dx = x(guide.to().x()) - x;
        double dy = y(guide.to().y()) - y;
        canvas.open(Ink.ofPage("guide", 0.6, 1));
        canvas.segment(x, y, dx, dy, "");
        canvas.close();
        boolean isLevel = Math.abs(dy) < 1e-9;
        canvas.text(
                isLevel ? Anchor.END : Anchor.START,
                isLevel ? x + dx - 6 : x + dx + 6,
                isLevel ? y - 5 : y + dy + 10,
                Face.REMARK,
                guide.label());
    }

    private void bars(Bars bars) {
        double foot = plot.vertical().scale() == Scale.LOGARITHMIC ? layout.frameBottom() : y(0);
        for (Curve curve : bars.curves()) {
            canvas.open(Ink.ofCurve(curve.style(), THIN));
            for (Mark mark : curve.marks()) {
                double left = x(bars.left(curve, mark));
                double right = x(bars.left(curve, mark) + bars.width());
                double end = y(mark.y());
                double height = Math.abs(foot - end);
                canvas.box(left, Math.min(foot, end), right - left, height, bars.shade(curve), true);
                interval((left + right) / 2, mark);
            }
            canvas.close();
        }
        canvas.open(Ink.ofPage("foot", 1, 1));
        canvas.segment(layout.frameLeft(), foot, layout.frameWidth(), 0, "");
        canvas.close();
    }

    private void interval(double x, Mark mark) {
        if (mark.hasInterval()) {
            double low = y(mark.lower());
            double high = y(mark.upper());
            canvas.segment(x, low, 0, high - low, "");
            canvas.segment(x - CAP, low, 2 * CAP, 0, "");
            canvas.segment(x - CAP, high, 2 * CAP, 0, "");
        }
    }

    private void curve(Curve curve) {
        CurveStyle style = CurveStyle.of(curve.style());
        boolean isThin = curve.look() == Look.THIN;
        canvas.open(Ink.ofCurve(curve.style(), isThin ? THIN : LINE));
        if (curve.look() != Look.MARKS) {
            canvas.polyline(points(curve.marks()), isThin ? DOTTED : style.dashes());
        }
        curve.marks().forEach(mark -> interval(x(mark.x()), mark));
        if (curve.look() == Look.LINE_AND_MARKS || curve.look() == Look.MARKS) {
            curve.marks().forEach(mark -> LegendPainter.mark(canvas, style, x(mark.x()), y(mark.y()), mark.sign()));
        }
        canvas.close();
    }

    private List<Point2D> points(List<Mark> marks) {
        return marks.stream()
                .<Point2D>map(mark -> new Point2D.Double(x(mark.x()), y(mark.y())))
                .toList();
    }
}
