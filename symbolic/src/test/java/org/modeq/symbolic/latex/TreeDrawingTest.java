package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("The drawing of a tree")
class TreeDrawingTest {
    private static final Pattern CIRCLE = Pattern.compile("<circle cx=\"([\\d.]+)\" cy=\"([\\d.]+)\"");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "f      | \\modeqtree{}{\\modeqdot(0,0){.17em}}",
                "f[f,f] | \\modeqtree{\\modeqedge(0.5,0)(0,1)\\modeqedge(0.5,0)(1,1)}"
                        + "{\\modeqdot(0.5,0){.17em}\\modeqdot(0,1){.125em}\\modeqdot(1,1){.125em}}",
                "B[A]   | \\modeqtree{\\modeqedge(0,0)(0,1)}{\\modeqring(0,0){.17em}\\modeqdot(0,1){.125em}}"
            })
    @DisplayName("is its edges and its vertices, the root below and larger, a colour a shape")
    void latex(String tree, String code) {
        assertEquals(code, TreeDrawing.of(RootedTree.parse(tree)).latex());
    }

    @Test
    @DisplayName("has a half-filled vertex for the third field and a letter for any other")
    void shapes() {
        assertTrue(TreeDrawing.of(RootedTree.parse("C")).latex().contains("\\modeqhalf(0,0){.17em}"));
        assertTrue(TreeDrawing.of(RootedTree.parse("D")).latex().contains("\\modeqname(0,0){D}"));
        assertTrue(TreeDrawing.of(RootedTree.parse("C")).toSvg().contains("<path "));
        assertTrue(TreeDrawing.of(RootedTree.parse("D")).toSvg().contains(">D</text>"));
    }

    @Test
    @DisplayName("defines every macro that it uses, and needs no tool but those of TikZ's basic layer")
    void macros() {
        for (String colour : List.of("A", "B", "C", "batch")) {
            Matcher used = Pattern.compile("\\\\modeq[a-z]+")
                    .matcher(TreeDrawing.of(RootedTree.parse(colour + "[A]")).latex());
            while (used.find()) {
                assertTrue(
                        TreeDrawing.MACRO.contains("def" + used.group() + "(")
                                || TreeDrawing.MACRO.contains("{" + used.group() + "}[2]"),
                        used.group());
            }
        }
    }

    @Test
    @DisplayName("shows every vertex of every tree up to order 6 in a place of its own, within its frame")
    void places() {
        Pattern frame = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"");
        for (int order = 1; order <= 6; order++) {
            for (RootedTree tree : TreeEnumeration.over(List.of(Colour.F)).ofOrder(order)) {
                String svg = TreeDrawing.of(tree).toSvg();
                MatchResult size = frame.matcher(svg).results().findFirst().orElseThrow();
                Set<String> places = new HashSet<>();
                CIRCLE.matcher(svg).results().forEach(circle -> {
                    places.add(circle.group(1) + " " + circle.group(2));
                    assertTrue(Double.parseDouble(circle.group(1)) <= Double.parseDouble(size.group(1)) - 5, svg);
                    assertTrue(Double.parseDouble(circle.group(2)) <= Double.parseDouble(size.group(2)) - 5, svg);
                });
                assertEquals(order, places.size(), svg);
                assertEquals(order, svg.split("<line ", -1).length, tree.toString());
                assertTrue(svg.contains("<title>" + tree + "</title>"), svg);
            }
        }
    }
}
