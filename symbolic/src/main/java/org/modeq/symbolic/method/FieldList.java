package org.modeq.symbolic.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** Lists of fields: {@code A,B*2,3/8*A,A/2,B*n}, with a factor of the step size in front or behind, and repetitions. */
final class FieldList {
    /** [-] [number*] name [/number] [*repetition]. */
    private static final Pattern ITEM = Pattern.compile(
            "(-?)(?:(\\d{1,9}(?:/\\d{1,9})?)\\*)?([\\w&&[^\\d]]\\w*)(?:/(\\d{1,9}))?(?:\\*(\\d{1,9}|[A-Za-z]\\w*))?");

    private FieldList() {}

    /** One item of a list: its factor, its name, and how often it is repeated. */
    record Item(Rational factor, Colour field, Repetition times) {}

    static List<Item> items(String usage, String text) {
        List<Item> items = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("given '" + part + "' in the list of fields '" + text
                        + "', expected a name, or a name with a repetition as in A*3 or A*n, or a step size as in A/2 or"
                        + " 3/8*A; write " + usage);
            }
            items.add(new Item(factor(part, matcher), new Colour(matcher.group(3)), times(part, matcher)));
        }
        long steps = items.stream().mapToLong(item -> item.times().number()).sum();
        if (steps > EulerRuns.LONGEST_SWEEP) {
            throw new IllegalArgumentException("given " + steps + " steps in '" + text + "', expected at most "
                    + EulerRuns.LONGEST_SWEEP + "; shorten the sequence");
        }
        return items;
    }

    private static Repetition times(String part, Matcher matcher) {
        try {
            return matcher.group(5) == null ? Repetition.ONCE : Repetition.parse(matcher.group(5));
        } catch (IllegalArgumentException notRepetition) {
            throw new IllegalArgumentException("given '" + part + "': " + notRepetition.getMessage(), notRepetition);
        }
    }

    private static Rational factor(String part, Matcher matcher) {
        Rational size = matcher.group(2) == null ? Rational.ONE : Rational.parse(matcher.group(2));
        Rational divisor = matcher.group(4) == null ? Rational.ONE : Rational.parse(matcher.group(4));
        if (divisor.isZero() || size.isZero()) {
            throw new IllegalArgumentException("given '" + part + "', expected a step size other than 0");
        }
        return (matcher.group(1).isEmpty() ? size : size.negate()).divide(divisor);
    }

    /** The fields of a list without step sizes and symbols. */
    static List<Colour> fields(String usage, String text) {
        List<Colour> fields = new ArrayList<>();
        for (Item item : items(usage, text)) {
            if (!item.factor().equals(Rational.ONE)) {
                throw new IllegalArgumentException("given a step size for " + item.field() + " in '" + text
                        + "', expected plain names; only sequence and splitting have step sizes");
            }
            fields.addAll(repeated(item, item.field()));
        }
        return fields;
    }

    /** An element as often as an item is repeated. */
    static <T> List<T> repeated(Item item, T element) {
        item.times().symbol().ifPresent(symbol -> {
            throw new IllegalArgumentException("given the symbol " + symbol + " for a repetition of " + item.field()
                    + ", expected a number; only sequence and game:alternating repeat by a symbol");
        });
        return Collections.nCopies(item.times().number(), element);
    }
}
