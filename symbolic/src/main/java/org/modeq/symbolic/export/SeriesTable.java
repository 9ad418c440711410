package org.modeq.symbolic.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.modeq.symbolic.modified.FieldEquation;
import org.modeq.symbolic.modified.LossForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Ring;
import org.modeq.symbolic.tree.RootedTree;

/**
 * A series as tables of Python: trees, coefficients of the field and coefficients of the loss.
 *
 * <p>A term c_T h^p S(T) of the loss is written at the most central vertex of T, S(T) = D^kL[G(t₁), …, G(t_k)] with
 * G(t) = (−1)^|t| F(t), so that its row has the coefficient (−1)^(|T|−1) c_T.
 */
record SeriesTable(List<List<Entry>> field, List<List<Row>> loss, SortedSet<RootedTree> trees) {
    private static final String INDENT = " ".repeat(8);

    /** A term of the field: a tree and its coefficient in Python. */
    record Entry(RootedTree tree, String coefficient) {}

    /** A term of the loss: the coefficient, and the tree that is rooted at its centre. */
    record Row(String coefficient, RootedTree tree) {}

    static <E> SeriesTable of(ModifiedEquation<E> equation, Optional<LossForm<E>> loss, CodePart part) {
        List<List<Entry>> field = new ArrayList<>();
        List<List<Row>> rows = new ArrayList<>();
        SortedSet<RootedTree> trees = new TreeSet<>();
        for (int power = 0; power < equation.order(); power++) {
            List<FieldEquation.Term<E>> terms = equation.terms(power).stream()
                    .filter(term -> equation.field().nonzero().containsKey(term.tree()))
                    .toList();
            field.add(terms.stream()
                    .map(term -> new Entry(term.tree(), PythonScript.coefficient(term.coefficient())))
                    .toList());
            rows.add(loss.isPresent() ? rows(loss.get(), power) : List.of());
            if (part != CodePart.LOSS) {
                terms.forEach(term -> addWithBranches(List.of(term.tree()), trees));
            }
            rows.get(power).forEach(row -> addWithBranches(row.tree().children(), trees));
        }
        return new SeriesTable(field, rows, trees);
    }

    private static <E> List<Row> rows(LossForm<E> loss, int power) {
        Ring<E> ring = loss.method().ring();
        return loss.terms().stream()
                .filter(term -> term.power() == power)
                .map(term -> {
                    E signed = power % 2 == 0 ? term.coefficient() : ring.negate(term.coefficient());
                    return new Row(PythonScript.coefficient(signed), term.tree().centre());
                })
                .toList();
    }

    private static void addWithBranches(Collection<RootedTree> some, SortedSet<RootedTree> all) {
        for (RootedTree tree : some) {
            if (all.add(tree)) {
                addWithBranches(tree.children(), all);
            }
        }
    }

    /** The lines of {@code _field_coefficients}: a dictionary for each power of h. */
    String fieldLines() {
        return lines(field.stream()
                .map(entries -> entries.stream()
                        .map(entry -> quoted(entry.tree()) + ": " + entry.coefficient())
                        .toList())
                .map(entries -> group("{", entries, "}"))
                .toList());
    }

    /** The lines of {@code _loss_coefficients}: a list of rows for each power of h. */
    String lossLines() {
        return lines(loss.stream()
                .map(rows -> rows.stream()
                        .map(row -> "(" + row.coefficient() + ", " + root(row.tree()) + ")")
                        .toList())
                .map(rows -> group("[", rows, "]"))
                .toList());
    }

    /** The lines of {@code _trees}. */
    String treeLines() {
        return lines(trees.stream()
                .map(tree -> quoted(tree) + ": (" + root(tree) + ")")
                .toList());
    }

    /** The root and the trees upon it, {@code "f", ("f[f]",)}. */
    private static String root(RootedTree tree) {
        return "\"" + tree.colour() + "\", "
                + tuple(tree.children().stream().map(SeriesTable::quoted).toList());
    }

    static String tuple(List<String> entries) {
        return "(" + String.join(", ", entries) + (entries.size() == 1 ? ",)" : ")");
    }

    private static String quoted(RootedTree tree) {
        return "\"" + tree + "\"";
    }

    private static String group(String open, List<String> entries, String close) {
        if (entries.size() < 2) {
            return open + String.join("", entries) + close;
        }
        String inner =
                entries.stream().map(entry -> INDENT + "    " + entry + ",\n").collect(Collectors.joining());
        return open + "\n" + inner + INDENT + close;
    }

    private static String lines(List<String> entries) {
        return entries.stream().map(entry -> INDENT + entry + ",").collect(Collectors.joining("\n"));
    }
}
