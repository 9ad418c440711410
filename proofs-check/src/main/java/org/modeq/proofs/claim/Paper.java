package org.modeq.proofs.claim;

import java.util.List;

/**
 * The source of claims.
 *
 * @param id a short name, as {@code dherin2023}
 * @param title the title
 * @param authors the authors in order
 * @param year the year of publication
 * @param url where it can be read, empty if nowhere
 */
public record Paper(String id, String title, List<String> authors, int year, String url) {
    /**
     * A paper.
     *
     * @param id a short name
     * @param title the title
     * @param authors the authors in order
     * @param year the year of publication
     * @param url where it can be read
     */
    public Paper {
        authors = List.copyOf(authors);
    }

    /** {@return author, year and title in one line} */
    public String citation() {
        return String.join(", ", authors) + " (" + year + "), " + title;
    }
}
