package org.modeq.symbolic.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A rooted tree as a picture: the root below, children from left to right in canonical order, each vertex above the middle
 * of what stands on it. In TikZ for papers and in SVG for pages.
 *
 * <p>Colours differ in shape, so that a grey print reads: f and A are filled, B and q hollow, C half filled, and every other
 * vertex has its letter beside it. The root is drawn larger.
 */
public final class TreeDrawing {
    /**
     * The macros that snippets and documents use: a tree on the axis of the formula, its edges and then its vertices. They
     * are robust, so that trees may stand in titles of sections, and they may be defined twice. They draw with the basic
     * layer of TikZ, which takes half the time of its paths: a paper may hold hundreds of trees.
     */
    public static final String MACRO = """
            \\ifdefined\\modeqtree\\else
            \\DeclareRobustCommand{\\modeqtree}[2]{\\ensuremath{\\vcenter{\\hbox{\\begin{pgfpicture}%
            \\pgfsetxvec{\\pgfpoint{.62em}{0pt}}\\pgfsetyvec{\\pgfpoint{0pt}{.7em}}\\pgfsetlinewidth{.4pt}%
            #1\\pgfusepath{stroke}#2\\pgfusepath{fill}\\end{pgfpicture}}}}}
            \\protected\\def\\modeqedge(#1,#2)(#3,#4){\\pgfpathmoveto{\\pgfpointxy{#1}{#2}}\\pgfpathlineto{\\pgfpointxy{#3}{#4}}}
            \\protected\\def\\modeqdot(#1,#2)#3{\\pgfpathcircle{\\pgfpointxy{#1}{#2}}{#3}}
            \\protected\\def\\modeqring(#1,#2)#3{\\pgfusepath{fill}\\pgfscope\\pgfsetfillcolor{white}%
            \\modeqdot(#1,#2){#3}\\pgfusepath{fill,stroke}\\endpgfscope}
            \\protected\\def\\modeqhalf(#1,#2)#3{\\modeqring(#1,#2){#3}%
            \\pgfpathmoveto{\\pgfpointadd{\\pgfpointxy{#1}{#2}}{\\pgfpoint{0pt}{-#3}}}\\pgfpatharc{-90}{90}{#3}\\pgfpathclose}
            \\protected\\def\\modeqname(#1,#2)#3{%
            \\pgftext[left,at={\\pgfpointadd{\\pgfpointxy{#1}{#2}}{\\pgfpoint{.2em}{0pt}}}]{$\\scriptscriptstyle\\mathrm{#3}$}}
            \\fi
            """;

    private static final double UNIT = 0.62;
    private static final double MARGIN = 0.35;
    private static final double SPACE = 0.2;
    private static final double LETTER = 0.45;
    private static final String ROOT = ".17em";
    private static final String VERTEX = ".125em";
    private static final double STEP = 14;
    private static final double BORDER = 6;

    private final RootedTree tree;
    private final List<Vertex> vertices = new ArrayList<>();
    private double leaves;

    /** A vertex: its place, in steps to the right and upwards, and the number of the vertex below it. */
    private record Vertex(Colour colour, double x, int y, int below) {}

    private enum Shape {
        FILLED,
        HOLLOW,
        HALF,
        LETTERED;

        static Shape of(Colour colour) {
            return switch (colour.name()) {
                case "f", "A", "p" -> FILLED;
                case "B", "q" -> HOLLOW;
                case "C" -> HALF;
                default -> LETTERED;
            };
        }
    }

    private TreeDrawing(RootedTree tree) {
        this.tree = tree;
    }

    /**
     * Draws a tree.
     *
     * @param tree the tree
     * @return its drawing
     */
    public static TreeDrawing of(RootedTree tree) {
        TreeDrawing drawing = new TreeDrawing(tree);
        drawing.place(tree, 0, -1);
        return drawing;
    }

    /** Places a tree whose root is at a height and says where its root is. */
    private double place(RootedTree branch, int height, int below) {
        int number = vertices.size();
        vertices.add(new Vertex(branch.colour(), 0, height, below));
        double first = 0;
        double last = 0;
        List<RootedTree> children = branch.children();
        for (int i = 0; i < children.size(); i++) {
            last = place(children.get(i), height + 1, number);
            first = i == 0 ? last : first;
        }
        double x = children.isEmpty() ? leaves++ : (first + last) / 2;
        vertices.set(number, new Vertex(branch.colour(), x, height, below));
        return x;
    }

    /** {@return the tree in LaTeX, for a formula; needs {@link #MACRO} and tikz} */
    public String latex() {
        StringBuilder code = new StringBuilder("\\modeqtree{");
        for (Vertex vertex : vertices) {
            if (vertex.below() >= 0) {
                code.append("\\modeqedge")
                        .append(point(vertices.get(vertex.below())))
                        .append(point(vertex));
            }
        }
        code.append("}{");
        vertices.forEach(vertex -> code.append(latex(vertex)));
        return code.append('}').toString();
    }

    private static String latex(Vertex vertex) {
        String circle = point(vertex) + "{" + (vertex.below() < 0 ? ROOT : VERTEX) + "}";
        return switch (Shape.of(vertex.colour())) {
            case FILLED -> "\\modeqdot" + circle;
            case HOLLOW -> "\\modeqring" + circle;
            case HALF -> "\\modeqhalf" + circle;
            case LETTERED ->
                "\\modeqdot" + circle + "\\modeqname" + point(vertex) + "{"
                        + LatexView.escape(vertex.colour().name()) + "}";
        };
    }

    private static String point(Vertex vertex) {
        return "(" + number(vertex.x()) + "," + vertex.y() + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** The width in em; a name may stand at the right edge. */
    double width() {
        int longest = vertices.stream()
                .filter(vertex -> Shape.of(vertex.colour()) == Shape.LETTERED)
                .mapToInt(vertex -> vertex.colour().name().length())
                .max()
                .orElse(0);
        return UNIT * (leaves - 1) + MARGIN + (longest == 0 ? 0 : SPACE + LETTER * longest);
    }

    /**
     * The tree as a picture in a page, in the colour of the text around it.
     *
     * @return an SVG element whose title is the tree in brackets
     */
    public String toSvg() {
        int height = vertices.stream().mapToInt(Vertex::y).max().orElse(0);
        boolean hasLetters = vertices.stream().anyMatch(vertex -> Shape.of(vertex.colour()) == Shape.LETTERED);
        double wide = 2 * BORDER + STEP * (leaves - 1) + (hasLetters ? STEP : 0);
        double high = 2 * BORDER + STEP * height;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"tree\" role=\"img\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\">"
                        + "<title>%3$s</title><desc>%4$s</desc>",
                number(wide),
                number(high),
                tree,
                "A rooted tree of order " + tree.order()));
        for (Vertex vertex : vertices) {
            if (vertex.below() >= 0) {
                Vertex below = vertices.get(vertex.below());
                svg.append(String.format(
                        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"currentColor\"/>",
                        right(below), down(below, height), right(vertex), down(vertex, height)));
            }
        }
        vertices.forEach(vertex -> svg.append(svg(vertex, height)));
        return svg.append("</svg>").toString();
    }

    private static String svg(Vertex vertex, int height) {
        double radius = vertex.below() < 0 ? 4.5 : 3.5;
        Shape shape = Shape.of(vertex.colour());
        String hollow = "var(--page,#fff)";
        String circle = String.format(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" stroke=\"currentColor\" fill=\"%s\"/>",
                right(vertex),
                down(vertex, height),
                number(radius),
                shape == Shape.HOLLOW || shape == Shape.HALF ? hollow : "currentColor");
        return switch (shape) {
            case FILLED, HOLLOW -> circle;
            case HALF ->
                circle
                        + String.format(
                                "<path d=\"M%1$s %2$sv%3$sa%4$s %4$s 0 0 0 0 -%3$s\" fill=\"currentColor\"/>",
                                right(vertex),
                                number(BORDER + STEP * (height - vertex.y()) - radius),
                                number(2 * radius),
                                number(radius));
            case LETTERED ->
                circle
                        + String.format(
                                "<text x=\"%s\" y=\"%s\" font-size=\"9\" fill=\"currentColor\">%s</text>",
                                number(BORDER + STEP * vertex.x() + 5),
                                number(BORDER + STEP * (height - vertex.y()) + 3),
                                vertex.colour().name());
        };
    }

    private static String right(Vertex vertex) {
        return number(BORDER + STEP * vertex.x());
    }

    private static String down(Vertex vertex, int height) {
        return number(BORDER + STEP * (height - vertex.y()));
    }
}
