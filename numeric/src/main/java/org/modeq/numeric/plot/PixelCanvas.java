package org.modeq.numeric.plot;

import java.awt.BasicStroke;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.modeq.numeric.plot.Coverage.Pixel;

/** Draws into the pixels of an image with a white ground, each pixel of the SVG as several. Colours are those of a light page. */
final class PixelCanvas implements Canvas {
    private static final int WHITE = 0xffffff;
    private static final int TEXT = 0x222222;
    private static final float MITER = 4;

    private final Pixels pixels;
    private final AffineTransform scale;
    private final Rectangle all;
    private final Deque<Ink> inks = new ArrayDeque<>();
    private Rectangle window;

    PixelCanvas(int width, int height, int scale) {
        this.pixels = new Pixels(new int[width * scale * height * scale], width * scale);
        this.scale = AffineTransform.getScaleInstance(scale, scale);
        this.all = new Rectangle(0, 0, width * scale, height * scale);
        this.window = all;
        Arrays.fill(pixels.colours(), WHITE);
    }

    /** What has been drawn so far. */
    Pixels pixels() {
        return pixels;
    }

    @Override
    public void open(Ink ink) {
        inks.push(ink);
    }

    @Override
    public void close() {
        inks.pop();
    }

    @Override
    public void openWindow(Layout layout, Frame frame, Plot plot) {
        Rectangle2D scaled = scale.createTransformedShape(new Rectangle2D.Double(
                        layout.frameLeft(), layout.frameTop(), layout.frameWidth(), layout.frameHeight()))
                .getBounds2D();
        window = rounded(scaled).intersection(all);
    }

    @Override
    public void closeWindow() {
        window = all;
    }

    private static Rectangle rounded(Rectangle2D exact) {
        int x = (int) Math.rint(exact.getMinX());
        int y = (int) Math.rint(exact.getMinY());
        return new Rectangle(x, y, (int) Math.rint(exact.getMaxX()) - x, (int) Math.rint(exact.getMaxY()) - y);
    }

    @Override
    public void segment(double x, double y, double dx, double dy, String dashes) {
        draw(new Line2D.Double(x, y, x + dx, y + dy), dashes);
    }

    @Override
    public void polyline(List<Point2D> points, String dashes) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        points.subList(1, points.size()).forEach(point -> path.lineTo(point.getX(), point.getY()));
        draw(path, dashes);
    }

    @Override
    public void box(double x, double y, double width, double height, double shade, boolean hasBorder) {
        Shape box = new Rectangle2D.Double(x, y, width, height);
        if (shade > 0) {
            Shape scaled = scale.createTransformedShape(box);
            // Without a border boxes stand side by side: whole pixels leave no gap.
            fill(hasBorder ? scaled : rounded(scaled.getBounds2D()), colour(), shade);
        }
        if (hasBorder) {
            draw(box, "");
        }
    }

    @Override
    public void shape(MarkShape shape, double x, double y, boolean isFilled, String name) {
        Shape outline = shape.at(x, y);
        if (isFilled) {
            fill(scale.createTransformedShape(outline), colour(), 1);
        }
        draw(outline, "");
    }

    @Override
    public void text(Anchor anchor, double x, double y, Face face, String words) {
        double width = Lettering.only().width(words, face.size());
        write(begin(anchor, width), x, y, face, words);
    }

    @Override
    public void power(Anchor anchor, double x, double y, String exponent) {
        double base = Lettering.only().width("10", Face.PLAIN.size());
        double raised = Lettering.only().width(exponent, Face.EXPONENT.size());
        double begin = begin(anchor, base + raised);
        write(begin, x, y, Face.PLAIN, "10");
        write(begin + base, x, y - Face.RAISED, Face.EXPONENT, exponent);
    }

    /** Where a text of some width begins, from its place. */
    private static double begin(Anchor anchor, double width) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
    }

    private void write(double begin, double x, double y, Face face, String words) {
        AffineTransform place = new AffineTransform(scale);
        place.translate(x, y);
        if (face.isTurned()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(begin, 0);
        fill(place.createTransformedShape(Lettering.only().outline(words, face.size())), TEXT, face.opacity());
    }

    private int colour() {
        int style = inks.getFirst().style();
        return style == Ink.PAGE
                ? TEXT
                : Integer.parseInt(CurveStyle.of(style).light().substring(1), 16);
    }

    private void draw(Shape line, String dashes) {
        Ink ink = inks.getFirst();
        float width = (float) ink.width();
        BasicStroke stroke = dashes.isEmpty()
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER, lengths(dashes), 0);
        fill(scale.createTransformedShape(stroke.createStrokedShape(line)), colour(), ink.opacity());
    }

    private static float[] lengths(String dashes) {
        String[] words = dashes.split(" ", -1);
        float[] lengths = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            lengths[i] = Float.parseFloat(words[i]);
        }
        return lengths;
    }

    private void fill(Shape shape, int colour, double opacity) {
        int[] colours = pixels.colours();
        Pixel blend = (x, y, share) -> {
            int place = y * pixels.width() + x;
            colours[place] = mixed(colours[place], colour, share * opacity);
        };
        Coverage.of(shape, window, blend);
    }

    /** Each of the three colours between ground and colour. */
    private static int mixed(int ground, int colour, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ground >> shift & 0xff;
            int to = colour >> shift & 0xff;
            mixed |= (int) Math.rint(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}
