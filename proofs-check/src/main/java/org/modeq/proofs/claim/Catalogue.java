package org.modeq.proofs.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The claim files that come with modeq, one per paper. */
public final class Catalogue {
    private static final List<String> FILES = List.of(
            "barrett-dherin2021",
            "dherin2023",
            "smith2021",
            "beneventano2023",
            "rosca2021",
            "rosca2023",
            "ghosh2023",
            "lyu2025",
            "nesterov1983",
            "cattaneo-shigida2025",
            "cattaneo2023",
            "miyagawa2022",
            "foret2021",
            "hlw2006",
            "sweeney2026",
            "cohen2024",
            "damian2021",
            "digiovacchino2024",
            "even2023",
            "kunin2021",
            "li-tai-e2017",
            "lippl-lindsey2023",
            "mirzadeh2021",
            "nacson2022",
            "pesme-flammarion2023",
            "pesme2021",
            "rukhovich2025",
            "woodworth2020");

    private Catalogue() {}

    /** {@return the claims of every paper in the catalogue} */
    public static List<ClaimFile> files() {
        return FILES.stream().map(Catalogue::file).toList();
    }

    private static ClaimFile file(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/catalogue/" + name + ".yaml")) {
            if (stream == null) {
                throw new AssertionError("the catalogue has no " + name);
            }
            return ClaimReader.read(stream, "catalogue/" + name + ".yaml");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
