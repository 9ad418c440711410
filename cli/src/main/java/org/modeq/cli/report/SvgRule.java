package org.modeq.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a string must be so that a page can take it in as a picture: one well-formed SVG element, made of shapes and
 * text, with a title and a description. A reader of HTML and a reader of XML see the same thing in such a string.
 */
final class SvgRule {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "title",
            "desc",
            "style",
            "defs",
            "g",
            "symbol",
            "use",
            "path",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "rect",
            "text",
            "tspan",
            "clipPath",
            "marker",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z]+)((?:\\s+[\\w:.-]+=(?:\"[^\"<]*\"|'[^'<]*'))*+)\\s*(/?)>");
    private static final Pattern HANDLER = Pattern.compile("\\son\\w*=", Pattern.CASE_INSENSITIVE);

    private final String svg;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new TreeSet<>();

    private SvgRule(String svg) {
        this.svg = svg;
    }

    /** The string without blanks around it, or a refusal. */
    static String checked(String svg) {
        String stripped = svg.strip();
        new SvgRule(stripped).check();
        return stripped;
    }

    private void check() {
        Matcher tag = TAG.matcher(svg);
        int position = 0;
        while (position < svg.length()) {
            if (svg.charAt(position) != '<') {
                throw refusal(position, "the picture has text outside its svg element; give that element alone");
            }
            if (!tag.region(position, svg.length()).lookingAt()) {
                throw refusal(
                        position,
                        "the picture has something that is not a tag; write < in text as &lt; and leave"
                                + " out comments, CDATA and the XML declaration");
            }
            read(tag);
            position = open.isEmpty() ? tag.end() : nextTag(tag.end());
        }
        if (!open.isEmpty() || !seen.contains("title") || !seen.contains("desc")) {
            throw refusal(
                    0,
                    "the picture is not a whole svg element with a title and a desc; close every element and say"
                            + " in these two what the picture shows");
        }
    }

    private int nextTag(int from) {
        int next = svg.indexOf('<', from);
        return next < 0 ? svg.length() : next;
    }

    private void read(Matcher tag) {
        boolean isClosing = !tag.group(1).isEmpty();
        String name = tag.group(2);
        boolean isInPlace =
                open.isEmpty() ? seen.isEmpty() && name.equals("svg") && !isClosing : ELEMENTS.contains(name);
        if (!isInPlace) {
            throw refusal(
                    tag.start(),
                    "the picture has the element " + name + " here; expected one svg element, made of "
                            + new TreeSet<>(ELEMENTS));
        }
        if (HANDLER.matcher(tag.group(3)).find()) {
            throw refusal(tag.start(), "the picture has an event handler; leave out the attributes that begin with on");
        }
        if (isClosing) {
            close(name, tag.start());
        } else {
            seen.add(name);
            if (tag.group(4).isEmpty()) {
                open.push(name);
            }
        }
    }

    private void close(String name, int position) {
        if (!open.pop().equals(name)) {
            throw refusal(
                    position,
                    "the picture closes " + name + " where another element is open; close the elements in"
                            + " the order opposite to their opening");
        }
    }

    private IllegalArgumentException refusal(int position, String words) {
        String excerpt = svg.substring(position, Math.min(svg.length(), position + 60));
        return new IllegalArgumentException(words + " (at character " + position + ": " + excerpt + ")");
    }
}
