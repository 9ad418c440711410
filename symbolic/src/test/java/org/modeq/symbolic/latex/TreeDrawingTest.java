package org.modeq.symbolic.latex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
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
                "f      | \\modeqtree{\\fill(0,0)circle(.17em);}",
                "f[f,f] | \\modeqtree{\\draw(0.5,0)--(0,1)(0.5,0)--(1,1);\\fill(0.5,0)circle(.17em);"
                        + "\\fill(0,1)circle(.125em);\\fill(1,1)circle(.125em);}",
                "B[A]   | \\modeqtree{\\draw(0,0)--(0,1);\\draw[fill=white](0,0)circle(.17em);\\fill(0,1)circle(.125em);}"
            })
    @DisplayName("is plain TikZ, the root below and larger, a colour a shape")
    void tikz(String tree, String code) {
        assertEquals(code, TreeDrawing.of(RootedTree.parse(tree)).tikz());
    }

    @Test
    @DisplayName("has a half-filled vertex for the third field and a letter for any other")
    void shapes() {
        assertTrue(TreeDrawing.of(RootedTree.parse("C")).tikz().contains("arc(-90:90:.17em)--cycle"));
        assertTrue(TreeDrawing.of(RootedTree.parse("D")).tikz().contains("\\mathrm{D}"));
        assertTrue(TreeDrawing.of(RootedTree.parse("C")).toSvg().contains("<path "));
        assertTrue(TreeDrawing.of(RootedTree.parse("D")).toSvg().contains(">D</text>"));
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
