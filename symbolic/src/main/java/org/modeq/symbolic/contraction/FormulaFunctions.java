package org.modeq.symbolic.contraction;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.modeq.symbolic.ring.Rational;

/** The functions of the formula language, with the rank of their values. */
final class FormulaFunctions {
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("grad", 1),
            Map.entry("hess", 2),
            Map.entry("laplacian", 0),
            Map.entry("jac", 2),
            Map.entry("div", 0),
            Map.entry("curl", 2),
            Map.entry("norm2", 0),
            Map.entry("trace", 0),
            Map.entry("transpose", 2),
            Map.entry("bracket", 1),
            Map.entry("dot", 0),
            Map.entry("odot", 1),
            Map.entry("sum", 0),
            Map.entry("diag", 2));

    /** Their names, in order, D and contract. */
    static final SortedSet<String> NAMES = names();

    private FormulaFunctions() {}

    private static SortedSet<String> names() {
        TreeMap<String, Integer> names = new TreeMap<>(RANKS);
        names.put("D", 0);
        names.put("contract", 0);
        return names.navigableKeySet();
    }

    /** The rank of an application, if it is known; that of D follows from its numbers. */
    static Optional<Integer> rank(Formula.Application application, Supplier<SortedSet<Integer>> argument) {
        if (application.function().equals("contract")) {
            return Optional.of(application.arguments().stream()
                    .filter(part -> part instanceof Formula.Application free
                            && free.function().equals("free"))
                    .mapToInt(part -> ((Formula.Application) part).arguments().size())
                    .sum());
        }
        if (!application.function().equals("D")) {
            return Optional.ofNullable(RANKS.get(application.function()));
        }
        boolean isWritten =
                application.arguments().size() == 2 && application.arguments().get(1) instanceof Formula.Constant;
        if (!isWritten || argument.get().isEmpty()) {
            return Optional.empty();
        }
        Rational order = ((Formula.Constant) application.arguments().get(1)).value();
        int rank = argument.get().first()
                + order.numerator().intValue()
                - application.directions().size();
        return Optional.of(rank);
    }
}
