package org.modeq.proofs.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The claim files that come with modeq, one per paper. */
public final class Catalogue {
    private static final List<String> FILES = List.of("dherin2023.yaml");

    private Catalogue() {}

    /** {@return the claims of every paper in the catalogue} */
    public static List<ClaimFile> files() {
        return FILES.stream().map(Catalogue::file).toList();
    }

    private static ClaimFile file(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/catalogue/" + name)) {
            if (stream == null) {
                throw new AssertionError("the catalogue has no " + name);
            }
            return ClaimReader.read(stream, "catalogue/" + name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
