package org.modeq.symbolic.method;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the known word that an unknown one was probably meant to be. */
public final class NearestWord {
    private NearestWord() {}

    /**
     * The known word at the least edit distance, if that is at most a third of its length. One edit is always allowed, but
     * never all letters.
     *
     * @param given the unknown word
     * @param known the known ones
     * @return the nearest, empty if none is near
     */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(given, word)))
                .filter(word -> distance(given, word) <= Math.max(1, word.length() / 3))
                .filter(word -> distance(given, word) < word.length());
    }

    /**
     * The end of a message about an unknown word.
     *
     * @param given the unknown word
     * @param known the known ones
     * @return for example {@code ; did you mean heavy-ball?}, empty if none is near
     */
    public static String hint(String given, Collection<String> known) {
        return to(given, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** Edits of a letter and swaps of two neighbours, row by row; capitals count as small letters. */
    private static int distance(String given, String word) {
        String a = given.toLowerCase(Locale.ROOT);
        String b = word.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean isSwapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = isSwapped ? Math.min(row[j], 1 + beforeLast[j - 2]) : row[j];
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
