package org.modeq.symbolic.tree;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code tree = name [ "[" child { "," child } "]" ]}, {@code child = [ slot ":" ] tree}, by recursive descent. */
final class TreeParser {
    private static final int DEEPEST = 200;

    private final String text;
    private int position;

    TreeParser(String text) {
        this.text = text;
    }

    RootedTree parse() {
        RootedTree tree = tree(name("field"), 0);
        if (position < text.length()) {
            throw error("the end");
        }
        return tree;
    }

    private RootedTree tree(String root, int depth) {
        if (depth > DEEPEST) {
            throw error("at most " + DEEPEST + " levels");
        }
        List<PlantedTree> children = new ArrayList<>();
        if (accept('[')) {
            do {
                children.add(child(depth + 1));
            } while (accept(','));
            if (!accept(']')) {
                throw error("',' or ']'");
            }
        }
        return RootedTree.graftInSlots(new Colour(root), children);
    }

    private PlantedTree child(int depth) {
        String first = name("field");
        return accept(':')
                ? new PlantedTree(new Slot(first), tree(name("node"), depth))
                : PlantedTree.of(tree(first, depth));
    }

    private String name(String what) {
        skipBlanks();
        int start = position;
        while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw error("the name of a " + what);
        }
        return text.substring(start, position);
    }

    private boolean accept(char expected) {
        skipBlanks();
        boolean found = position < text.length() && text.charAt(position) == expected;
        if (found) {
            position++;
            skipBlanks();
        }
        return found;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private IllegalArgumentException error(String expected) {
        return new IllegalArgumentException("the tree '" + text + "' breaks off at position " + (position + 1)
                + ": expected " + expected + "; a tree is written root first, as f[f,f[f]]");
    }
}
