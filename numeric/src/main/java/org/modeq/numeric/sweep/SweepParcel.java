package org.modeq.numeric.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All files of a sweep in one array of bytes, so that another machine can read the plan without them; immutable.
 *
 * <p>The bytes are a ZIP archive with the file of the sweep, its problems and their data at their absolute places, so that every
 * name in them means what it meant.
 */
public final class SweepParcel {
    private final byte[] archive;
    private final String sweep;

    private SweepParcel(byte[] archive, String sweep) {
        this.archive = archive;
        this.sweep = sweep;
    }

    /**
     * Packs the files of a plan.
     *
     * @param plan the plan
     * @return its files
     * @throws IllegalArgumentException if the plan was not read from files, or one of them cannot be read any more
     */
    public static SweepParcel of(SweepPlan plan) {
        if (plan.files().isEmpty()) {
            throw new IllegalArgumentException("given a plan that was not read from files, expected one of a file");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            TreeSet<Path> files = new TreeSet<>();
            plan.files().forEach(file -> files.add(file.toAbsolutePath().normalize()));
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(place(file)));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot read the files of the sweep again (" + failure.getMessage()
                            + "); leave them where they are",
                    failure);
        }
        return new SweepParcel(bytes.toByteArray(), place(plan.files().get(0)));
    }

    /**
     * A parcel that came from elsewhere.
     *
     * @param archive as {@link #archive()} gave it
     * @param sweep as {@link #sweep()} gave it
     * @return the parcel
     */
    public static SweepParcel of(byte[] archive, String sweep) {
        return new SweepParcel(archive.clone(), sweep);
    }

    /** The place of a file in the archive: its absolute path from the root, with slashes. */
    private static String place(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        StringBuilder place = new StringBuilder();
        absolute.forEach(name -> place.append(place.length() == 0 ? "" : "/").append(name));
        return place.toString();
    }

    /** {@return the bytes} */
    public byte[] archive() {
        return archive.clone();
    }

    /** {@return where in the archive the file of the sweep is} */
    public String sweep() {
        return sweep;
    }

    /**
     * Reads the plan.
     *
     * @return the plan, with the same fingerprint as that which was packed if this machine computes the same digits
     * @throws IllegalArgumentException if the archive is damaged
     */
    public SweepPlan plan() {
        try {
            Path file = Files.createTempFile("modeq-sweep", ".zip");
            try {
                Files.write(file, archive);
                try (FileSystem inside = FileSystems.newFileSystem(file)) {
                    return SweepReader.read(inside.getPath("/" + sweep));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
