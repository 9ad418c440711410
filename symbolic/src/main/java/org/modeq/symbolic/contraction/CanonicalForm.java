package org.modeq.symbolic.contraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The canonical numbering of the indices of a contraction.
 *
 * <p>Vertices and indices are the two sides of a bipartite graph whose edges are legs and outputs. Hanging trees are folded
 * away first, leaves into their neighbours, each with a code of what hangs there (Aho, Hopcroft and Ullman 1974); without
 * loops and free indices a single node is left. The nodes that are left are coloured by their codes, the colours are
 * refined by those of the neighbours, and where equal colours remain each node of the first such class is singled out in
 * turn (McKay 1981); the least description wins. Cost: small for the graphs of this field, whose loops are few; the
 * number of automorphisms of the loops at worst.
 */
final class CanonicalForm {
    private final int rank;
    private final int indices;
    private final List<Vertex> vertices;
    private final int nodes;
    private final List<List<Edge>> edges = new ArrayList<>();

    /** What hangs at a node, folded. */
    private final List<List<Edge>> hanging = new ArrayList<>();

    private final String[] codes;
    private final boolean[] isFolded;

    /** An edge to a node, by a leg or by an output. */
    private record Edge(char type, int node) {}

    private CanonicalForm(int rank, int indices, List<Vertex> vertices) {
        this.rank = rank;
        this.indices = indices;
        this.vertices = vertices;
        this.nodes = vertices.size() + indices;
        this.codes = new String[nodes];
        this.isFolded = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            edges.add(new ArrayList<>());
            hanging.add(new ArrayList<>());
        }
        for (int v = 0; v < vertices.size(); v++) {
            int vertex = v;
            vertices.get(v).legs().forEach(index -> connect(vertex, 'l', index));
            vertices.get(v).output().ifPresent(index -> connect(vertex, 'o', index));
        }
    }

    private void connect(int vertex, char type, int index) {
        edges.get(vertex).add(new Edge(type, vertices.size() + index));
        edges.get(vertices.size() + index).add(new Edge(type, vertex));
    }

    static ContractionGraph of(int rank, int indices, List<Vertex> vertices) {
        CanonicalForm form = new CanonicalForm(rank, indices, vertices);
        form.fold();
        List<Integer> core = IntStream.range(0, form.nodes)
                .filter(node -> !form.isFolded[node])
                .boxed()
                .toList();
        int[] colours = form.refined(core, form.ranks(core, form.initial(core)));
        return form.least(core, colours);
    }

    private boolean isFree(int node) {
        return node >= vertices.size() && node < vertices.size() + rank;
    }

    private boolean isIndex(int node) {
        return node >= vertices.size();
    }

    /** Folds leaves, round by round; of two leaves on one edge the index goes first. */
    private void fold() {
        boolean found = true;
        while (found) {
            List<Integer> leaves = IntStream.range(0, nodes)
                    .filter(node ->
                            !isFolded[node] && !isFree(node) && edges.get(node).size() == 1)
                    .boxed()
                    .toList();
            found = false;
            for (int leaf : leaves) {
                boolean isStill = edges.get(leaf).size() == 1;
                if (isStill
                        && (isIndex(leaf)
                                || !leaves.contains(edges.get(leaf).get(0).node()))) {
                    fold(leaf);
                    found = true;
                }
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (!isFolded[node]) {
                codes[node] = code(node);
            }
        }
    }

    private void fold(int leaf) {
        Edge edge = edges.get(leaf).get(0);
        codes[leaf] = code(leaf);
        isFolded[leaf] = true;
        edges.get(leaf).clear();
        edges.get(edge.node()).remove(new Edge(edge.type(), leaf));
        hanging.get(edge.node()).add(new Edge(edge.type(), leaf));
    }

    private String code(int node) {
        String kind = isIndex(node) ? "." : vertices.get(node).kind();
        hanging.get(node).sort(Comparator.comparing(this::code));
        return hanging.get(node).stream().map(this::code).collect(Collectors.joining("", "(" + kind, ")"));
    }

    private String code(Edge edge) {
        return edge.type() + codes[edge.node()];
    }

    private List<String> initial(List<Integer> core) {
        return core.stream()
                .map(node -> (isFree(node) ? "#" + (node - vertices.size()) : "~") + codes[node])
                .toList();
    }

    /** The rank of each node's text among the distinct texts, by node. */
    private int[] ranks(List<Integer> core, List<String> texts) {
        List<String> distinct = List.copyOf(new TreeSet<>(texts));
        int[] colours = new int[nodes];
        for (int i = 0; i < core.size(); i++) {
            colours[core.get(i)] = Collections.binarySearch(distinct, texts.get(i));
        }
        return colours;
    }

    /** Refines until no class splits any more. */
    private int[] refined(List<Integer> core, int[] colours) {
        int[] current = colours;
        int classes = classes(core, current).size();
        while (true) {
            int[] old = current;
            List<String> texts = core.stream()
                    .map(node -> "%04d".formatted(old[node])
                            + edges.get(node).stream()
                                    .map(edge -> edge.type() + "%04d".formatted(old[edge.node()]))
                                    .sorted()
                                    .collect(Collectors.joining()))
                    .toList();
            current = ranks(core, texts);
            int more = classes(core, current).size();
            if (more == classes) {
                return current;
            }
            classes = more;
        }
    }

    private static Map<Integer, List<Integer>> classes(List<Integer> core, int[] colours) {
        Map<Integer, List<Integer>> classes = new TreeMap<>();
        core.forEach(node -> classes.computeIfAbsent(colours[node], colour -> new ArrayList<>())
                .add(node));
        return classes;
    }

    private ContractionGraph least(List<Integer> core, int[] colours) {
        for (List<Integer> equal : classes(core, colours).values()) {
            boolean isConnected = !edges.get(equal.get(0)).isEmpty();
            if (equal.size() > 1 && isConnected) {
                return equal.stream()
                        .map(node -> least(core, refined(core, singledOut(core, colours, node))))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            }
        }
        return numbered(core, colours);
    }

    private static int[] singledOut(List<Integer> core, int[] colours, int node) {
        int[] finer = new int[colours.length];
        core.forEach(other -> finer[other] = 2 * colours[other] + (colours[other] == colours[node] ? 1 : 0));
        finer[node] = 2 * colours[node];
        return finer;
    }

    /** Numbers the indices by the colours of the nodes that are left, and what hangs there depth first. */
    private ContractionGraph numbered(List<Integer> core, int[] colours) {
        int[] names = new int[indices];
        Arrays.fill(names, -1);
        for (int i = 0; i < rank; i++) {
            names[i] = i;
        }
        int next = rank;
        List<Integer> ordered = new ArrayList<>(core);
        ordered.sort(Comparator.comparingInt(node -> colours[node]));
        for (int node : ordered) {
            next = number(node, names, next);
        }
        List<Vertex> renamed = vertices.stream()
                .map(vertex -> vertex.renamed(index -> names[index]))
                .sorted()
                .toList();
        return ContractionGraph.canonical(rank, indices, renamed);
    }

    private int number(int node, int[] names, int first) {
        int next = first;
        if (isIndex(node) && names[node - vertices.size()] < 0) {
            names[node - vertices.size()] = next++;
        }
        for (Edge edge : hanging.get(node)) {
            next = number(edge.node(), names, next);
        }
        return next;
    }
}
