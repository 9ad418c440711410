package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.modeq.symbolic.tree.Colour;

/**
 * In which orders the batches of an epoch may come: a batch alone, or a group whose parts come as they are given or in an order
 * drawn anew, all orders equally likely.
 *
 * <p>A schedule on some of the batches is that of all with the others left out: to leave elements out of a random order of equal
 * chances leaves a random order of equal chances. So the mean of a tree needs the orders of its own colours alone.
 */
sealed interface Schedule {
    /** A group in parentheses, or what stands between commas. */
    Pattern PART = Pattern.compile("\\(([^()]*)\\)|[^(),]*");

    /** Every order once; each is as likely as any other. */
    List<List<Colour>> orders();

    /** The number of orders. */
    BigInteger count();

    /** The batches, as they were given. */
    List<Colour> batches();

    /** The schedule of those batches that are among some; empty if none is. */
    Optional<Schedule> among(Collection<Colour> some);

    /** Whether it is a random order of batches that know no groups. */
    boolean isFlat();

    /** How methods with such epochs are called. */
    default String keyword() {
        return "shuffle";
    }

    /** Over what a mean is taken, in words. */
    String meaning();

    /** Each of these in a random order; no batch twice. */
    static Schedule shuffled(List<Schedule> parts) {
        return new Group(parts, true);
    }

    /** Each of these in the order given; no batch twice. */
    static Schedule inTurn(List<Schedule> parts) {
        return new Group(parts, false);
    }

    /** Batches in a random order; none twice. */
    static Schedule shuffledBatches(List<Colour> batches) {
        return shuffled(batches.stream().<Schedule>map(Batch::new).toList());
    }

    /** Reads parts as {@code (A1,A2),(B1,B2),C}: a group in parentheses comes in a random order. */
    static List<Schedule> parse(String usage, String text) {
        List<Schedule> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (end <= text.length() && matcher.find(end) && matcher.start() == end) {
            String group = matcher.group(1);
            List<Colour> batches = FieldList.fields(usage, group == null ? matcher.group() : group);
            if (group == null) {
                batches.forEach(batch -> parts.add(new Batch(batch)));
            } else {
                parts.add(shuffledBatches(batches));
            }
            end = matcher.end() + 1;
            if (end <= text.length() && text.charAt(end - 1) != ',') {
                break;
            }
        }
        if (end <= text.length()) {
            throw new IllegalArgumentException("given '" + text.substring(end == 0 ? 0 : end - 1) + "' in '" + text
                    + "', expected names, or groups of names in parentheses, with commas; write " + usage);
        }
        return parts;
    }

    /** One batch. */
    record Batch(Colour batch) implements Schedule {
        @Override
        public List<List<Colour>> orders() {
            return List.of(List.of(batch));
        }

        @Override
        public BigInteger count() {
            return BigInteger.ONE;
        }

        @Override
        public List<Colour> batches() {
            return List.of(batch);
        }

        @Override
        public Optional<Schedule> among(Collection<Colour> some) {
            return some.contains(batch) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public boolean isFlat() {
            return true;
        }

        @Override
        public String meaning() {
            return "the only order";
        }

        @Override
        public String toString() {
            return batch.name();
        }
    }

    /** Several parts, one after the other. */
    record Group(List<Schedule> parts, boolean isShuffled) implements Schedule {
        public Group {
            parts = List.copyOf(parts);
            List<Colour> batches =
                    parts.stream().flatMap(part -> part.batches().stream()).toList();
            if (batches.isEmpty() || new TreeSet<>(batches).size() != batches.size()) {
                throw new IllegalArgumentException(
                        "given the tasks " + batches + " to be drawn, expected at least one and each once");
            }
        }

        @Override
        public List<List<Colour>> orders() {
            return isShuffled ? shuffledOrders(parts) : chained(parts);
        }

        /** Each part in front of all orders of the others. */
        private static List<List<Colour>> shuffledOrders(List<Schedule> parts) {
            if (parts.isEmpty()) {
                return List.of(List.of());
            }
            List<List<Colour>> orders = new ArrayList<>();
            for (Schedule first : parts) {
                List<Schedule> rest = new ArrayList<>(parts);
                rest.remove(first);
                orders.addAll(joined(first.orders(), shuffledOrders(rest)));
            }
            return orders;
        }

        private static List<List<Colour>> chained(List<Schedule> parts) {
            List<List<Colour>> orders = List.of(List.of());
            for (Schedule part : parts) {
                orders = joined(orders, part.orders());
            }
            return orders;
        }

        private static List<List<Colour>> joined(List<List<Colour>> first, List<List<Colour>> second) {
            List<List<Colour>> joined = new ArrayList<>();
            for (List<Colour> start : first) {
                for (List<Colour> end : second) {
                    List<Colour> both = new ArrayList<>(start);
                    both.addAll(end);
                    joined.add(both);
                }
            }
            return joined;
        }

        @Override
        public BigInteger count() {
            BigInteger count = BigInteger.ONE;
            for (int i = 0; i < parts.size(); i++) {
                count = count.multiply(parts.get(i).count()).multiply(BigInteger.valueOf(isShuffled ? i + 1L : 1));
            }
            return count;
        }

        @Override
        public List<Colour> batches() {
            return parts.stream().flatMap(part -> part.batches().stream()).toList();
        }

        @Override
        public Optional<Schedule> among(Collection<Colour> some) {
            List<Schedule> kept =
                    parts.stream().flatMap(part -> part.among(some).stream()).toList();
            return kept.isEmpty() ? Optional.empty() : Optional.of(new Group(kept, isShuffled));
        }

        @Override
        public boolean isFlat() {
            return isShuffled && parts.stream().noneMatch(Group.class::isInstance);
        }

        @Override
        public String keyword() {
            return isShuffled ? "shuffle" : "shuffle-within";
        }

        @Override
        public String meaning() {
            if (isFlat()) {
                return "all orders";
            }
            return isShuffled
                    ? "all orders of the tasks, and of the batches of each,"
                    : "all orders of the batches of each task, the tasks in this order,";
        }

        /** {@return the parts with commas, groups among them in parentheses} */
        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Group ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(","));
        }
    }
}
