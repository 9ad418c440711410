package org.modeq.cli.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modeq.symbolic.latex.TreeDrawing;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A formula with drawn trees, for a renderer that cannot draw: their places are left free, and the drawings follow in the same
 * order.
 *
 * @param tex the formula, with a {@code \rule} of the right size for each tree
 * @param drawings the trees in SVG
 */
record DrawnFormula(String tex, List<String> drawings) {
    private static final String START = "\\modeqtree{";
    private static final Pattern WIDTH = Pattern.compile(" width=\"([0-9.]+)\"");
    private static final Pattern HEIGHT = Pattern.compile(" height=\"([0-9.]+)\"");
    private static final double AXIS = 0.25;

    /** The size of a letter in which a drawing looks as it does in print, in its pixels. */
    private static final double EM = 20;

    DrawnFormula {
        drawings = List.copyOf(drawings);
    }

    /** A formula in which only the given trees are drawn. */
    static DrawnFormula of(String tex, List<RootedTree> trees) {
        if (!tex.contains(START)) {
            return new DrawnFormula(tex, List.of());
        }
        Map<String, String> known = new LinkedHashMap<>();
        trees.stream().map(TreeDrawing::of).forEach(drawing -> known.put(drawing.latex(), drawing.toSvg()));
        List<String> drawings = new ArrayList<>();
        StringBuilder free = new StringBuilder();
        int from = 0;
        for (int at = tex.indexOf(START); at >= 0; at = tex.indexOf(START, from)) {
            String drawn = at(tex, at, known);
            String svg = known.getOrDefault(drawn, "");
            free.append(tex, from, at).append(place(svg));
            drawings.add(svg);
            from = at + drawn.length();
        }
        return new DrawnFormula(free.append(tex, from, tex.length()).toString(), drawings);
    }

    private static String at(String tex, int at, Map<String, String> known) {
        return known.keySet().stream()
                .filter(drawn -> tex.startsWith(drawn, at))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no term has the tree at " + tex.substring(at)));
    }

    /** A place as large as the drawing, its middle where the line of a fraction would be. */
    private static String place(String svg) {
        double width = size(WIDTH, svg);
        double height = size(HEIGHT, svg);
        return String.format(Locale.ROOT, "\\rule[%.3fem]{%.3fem}{%.3fem}", AXIS - height / 2, width, height);
    }

    private static double size(Pattern pattern, String svg) {
        Matcher size = pattern.matcher(svg);
        if (!size.find()) {
            throw new AssertionError(svg);
        }
        return Double.parseDouble(size.group(1)) / EM;
    }
}
