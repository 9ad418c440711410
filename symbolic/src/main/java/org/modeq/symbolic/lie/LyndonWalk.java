package org.modeq.symbolic.lie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modeq.symbolic.lie.IteratedIntegrals.Function;

/**
 * All Lyndon coordinates of log g, g = e^X₁ … e^X_K, modulo a prime: one walk over the Lyndon words, in which the heavier of
 * the two standard factors of a word is its parent.
 *
 * <p>Every power gⁿ is group-like. On the basis dual to the products of the P(l) (Schützenberger; Reutenauer 1993, section
 * 5.2) shuffles are products. So with u_l the coordinate of the part of gⁿ behind a moving point, as a function of the
 * point,
 * <pre>
 *   u_l = ∫_a q_l,     q_l = q_l′ · u_l″ / m,     q_a = 1,     c_l = ∂u_l(n)/∂n at n = 0,
 * </pre>
 * where a is the first letter of l = l′l″, and m counts how often l″ stands among the last Lyndon factors of l without a.
 * Within an exponential u and q are polynomials of a degree at most the number of letters of l that occur there; from one
 * copy of g to the next they are polynomials in n of degree at most |l|, known by their values at n = 0, 1, ….
 *
 * <p>A word of the top weight needs no function of its own: c_l is a linear functional of q of its parent, prepared once
 * for each lighter factor. So functions are kept for the words of at most half the weight and for the branch of the walk.
 */
final class LyndonWalk {
    private final LyndonAlphabet alphabet;
    private final IteratedIntegrals integrals;
    private final double[] mass;
    private final int maximalWeight;
    private final int lowestWeight;
    private final Sink sink;
    private final Function unit;

    /** The words of at most half the weight, by weight and then in lexicographic order. */
    private final List<List<Node>> light = new ArrayList<>();

    private final List<Node> branch = new ArrayList<>();

    /** Takes the words in the order of the walk, which is the same for every prime. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a word.
         *
         * @param code the word as the alphabet writes it
         * @param length |l|, the number of its letters
         * @param weight its weight
         * @param coordinate c_l modulo the prime
         * @param flat u_l(1) for one exponential of the sum of all letters, Σ_v S_l(v) / |l|!
         * @param ways the product of the masses of its letters
         */
        void accept(long code, int length, int weight, long coordinate, double flat, double ways);
    }

    /** A Lyndon word with its functions. */
    private static final class Node {
        private Function q;
        private final Function u;
        private long code;
        private int length;
        private int weight;
        private int first;

        /** m of the class comment. */
        private int multiplicity;

        /** The second standard factor, if there is one. */
        private long suffix;

        private int suffixLength;

        /** q_l(1) and u_l(1) for one exponential of the sum of all letters. */
        private double flatQ;

        private double flatU;

        /** The product of the masses of the letters. */
        private double ways;

        private @Nullable Function closing;
        private @Nullable Function opening;

        Node(IteratedIntegrals integrals) {
            q = integrals.zero();
            u = integrals.zero();
        }

        boolean isLetter() {
            return suffixLength == 0;
        }

        int compareTo(Node other) {
            return LyndonAlphabet.compare(code, length, other.code, other.length);
        }

        /** Whether this is the first and the other the second standard factor of a Lyndon word. */
        boolean isStandardWith(Node other) {
            return compareTo(other) < 0
                    && (isLetter() || LyndonAlphabet.compare(suffix, suffixLength, other.code, other.length) >= 0);
        }
    }

    /**
     * A walk.
     *
     * @param mass Σ_k |x_k(a)| by letter
     */
    LyndonWalk(LyndonAlphabet alphabet, IteratedIntegrals integrals, double[] mass, int maximalWeight, Sink sink) {
        this.alphabet = alphabet;
        this.integrals = integrals;
        this.mass = mass.clone();
        this.maximalWeight = maximalWeight;
        this.lowestWeight = alphabet.lowestWeight();
        this.sink = sink;
        this.unit = integrals.closing(integrals.one());
    }

    void run() {
        for (int weight = 0; weight <= maximalWeight / 2; weight++) {
            light.add(lightWords(weight));
        }
        List<Node> roots = new ArrayList<>();
        light.forEach(roots::addAll);
        for (int letter = 0; letter < alphabet.size(); letter++) {
            int weight = alphabet.letter(letter).letterWeight();
            if (weight > maximalWeight / 2 && weight <= maximalWeight) {
                roots.add(letter(letter));
            }
        }
        for (Node root : roots) {
            emit(root);
            descend(root, 0);
        }
    }

    private Node letter(int letter) {
        Node node = new Node(integrals);
        node.code = alphabet.code(letter);
        node.length = 1;
        node.weight = alphabet.letter(letter).letterWeight();
        node.first = letter;
        node.multiplicity = 1;
        node.flatQ = 1;
        node.flatU = 1;
        node.ways = mass[letter];
        node.q = integrals.one();
        integrals.integral(node.q, letter, node.u);
        return node;
    }

    private List<Node> lightWords(int weight) {
        List<Node> words = new ArrayList<>();
        for (int letter = 0; letter < alphabet.size(); letter++) {
            if (alphabet.letter(letter).letterWeight() == weight) {
                words.add(letter(letter));
            }
        }
        for (int w = 1; w < weight; w++) {
            for (Node left : light.get(w)) {
                for (Node right : light.get(weight - w)) {
                    if (left.isStandardWith(right)) {
                        Node word = new Node(integrals);
                        join(left, right, word);
                        integrals.integral(word.q, word.first, word.u);
                        words.add(word);
                    }
                }
            }
        }
        for (Node word : words) {
            word.closing = integrals.closing(word.u);
            word.opening = integrals.opening(word.q, word.first);
        }
        words.sort(Comparator.comparing(node -> node, Node::compareTo));
        return words;
    }

    /** Makes the word of two standard factors, with its q. */
    private void join(Node left, Node right, Node word) {
        name(left, right, word);
        integrals.product(left.q, right.u, word.multiplicity, word.first, word.q);
    }

    private void name(Node left, Node right, Node word) {
        word.code = alphabet.concatenation(left.code, left.length, right.code);
        word.length = left.length + right.length;
        word.weight = left.weight + right.weight;
        word.first = left.first;
        boolean repeats = !left.isLetter() && left.suffix == right.code && left.suffixLength == right.length;
        word.multiplicity = repeats ? left.multiplicity + 1 : 1;
        word.suffix = right.code;
        word.suffixLength = right.length;
        word.flatQ = left.flatQ * right.flatU / word.multiplicity;
        word.flatU = word.flatQ / word.length;
        word.ways = left.ways * right.ways;
    }

    /** Visits the heavy words of which this word is the heavier factor; ties go to the first factor. */
    private void descend(Node word, int level) {
        int room = maximalWeight - word.weight;
        if (room < lowestWeight) {
            return;
        }
        if (level == branch.size()) {
            branch.add(new Node(integrals));
        }
        Node child = branch.get(level);
        if (level > 0 && room >= 2 * lowestWeight) {
            integrals.integral(word.q, word.first, word.u);
        }
        int heaviest = Math.min(room, Math.min(word.weight, light.size() - 1));
        for (int weight = 1; weight <= heaviest; weight++) {
            if (word.weight + weight > maximalWeight / 2) {
                for (Node other : light.get(weight)) {
                    if (word.isStandardWith(other)) {
                        visit(word, other, child, level);
                    } else if (weight < word.weight && other.isStandardWith(word)) {
                        visitInFront(other, word, child, level);
                    }
                }
            }
        }
    }

    private void visit(Node word, Node behind, Node child, int level) {
        if (word.weight + behind.weight + lowestWeight > maximalWeight) {
            name(word, behind, child);
            long value = integrals.value(prepared(behind.closing), word.q, word.first);
            emit(child, integrals.times(value, integrals.inverse(child.multiplicity)));
        } else {
            join(word, behind, child);
            emit(child);
            descend(child, level + 1);
        }
    }

    private void visitInFront(Node front, Node word, Node child, int level) {
        if (word.weight + front.weight + lowestWeight > maximalWeight) {
            name(front, word, child);
            emit(child, integrals.value(prepared(front.opening), word.q, word.first));
        } else {
            join(front, word, child);
            emit(child);
            descend(child, level + 1);
        }
    }

    private static Function prepared(@Nullable Function functional) {
        if (functional == null) {
            throw new AssertionError("a light word without its functionals");
        }
        return functional;
    }

    private void emit(Node word) {
        emit(word, integrals.value(unit, word.q, word.first));
    }

    private void emit(Node word, long coordinate) {
        sink.accept(word.code, word.length, word.weight, coordinate, word.flatU, word.ways);
    }
}
