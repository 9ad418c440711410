package org.modeq.symbolic.method;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that an unknown one was probably meant to be. */
public final class NearestWord {
    private NearestWord() {}

    /**
     * The known word at the least edit distance, if that is at most a third of its length (one edit is always allowed).
     *
     * @param given the unknown word
     * @param known the known ones
     * @return the nearest, empty if none is near
     */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(given, word)))
                .filter(word -> distance(given, word) <= Math.max(1, word.length() / 3));
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
