package org.modeq.numeric.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of a sweep in a file, each on the disk before the next is written; what a killed sweep leaves is read again. */
final class Journal implements AutoCloseable {
    private static final String HEAD = "modeq sweep 1 ";

    private final Path file;
    private final FileChannel channel;

    /** Held while the journal is open, so that two sweeps do not write to one folder. */
    private final FileChannel lock;

    private final SortedMap<Integer, SweepRow> rows;

    private Journal(Path file, FileChannel channel, FileChannel lock, SortedMap<Integer, SweepRow> rows) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.rows = rows;
    }

    /**
     * Opens the journal of a plan, with the rows that are there.
     *
     * @throws IllegalArgumentException if the file is the journal of another sweep, another process has it, or it cannot be read
     *     or written
     */
    static Journal open(Path file, SweepPlan plan) {
        FileChannel lock = locked(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            return open(file, plan, lock);
        } catch (IllegalArgumentException refused) {
            close(lock);
            throw refused;
        }
    }

    private static FileChannel locked(Path file) {
        try {
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (lock.tryLock() != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException held) {
                // By this process; refused below like any other.
            }
            close(lock);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "'; name a folder that can be written", failure);
        }
        throw new IllegalArgumentException("another sweep writes to the folder of '" + file
                + "' at the moment; wait for it, or choose another --output");
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot close a file of the sweep", failure);
        }
    }

    private static Journal open(Path file, SweepPlan plan, FileChannel lock) {
        String head = HEAD + plan.fingerprint();
        try {
            SortedMap<Integer, SweepRow> rows = new TreeMap<>();
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                if (!lines.isEmpty() && !lines.get(0).equals(head)) {
                    throw new IllegalArgumentException("the file " + file
                            + " is the journal of another sweep, or of this one before its files were changed; choose another"
                            + " --output, or delete it");
                }
                for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                    Optional<SweepRow> row = SweepRow.parse(line, plan.orders().size());
                    row.filter(known -> known.index() >= 0 && known.index() < plan.size())
                            .ifPresent(known -> rows.put(known.index(), known));
                }
            }
            // Written anew, so that half a line at the end, and whatever else is no row, is gone.
            StringBuilder content = new StringBuilder(head).append('\n');
            rows.values().forEach(row -> content.append(row.line()).append('\n'));
            replace(file, content.toString());
            return new Journal(file, FileChannel.open(file, StandardOpenOption.APPEND), lock, rows);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "'; name a folder that can be written", failure);
        }
    }

    /** Writes a file as a whole or not at all. */
    static void replace(Path file, String content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel whole = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(whole, content);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** The rows so far, by their numbers. */
    SortedMap<Integer, SweepRow> rows() {
        return rows;
    }

    /** Puts a row to the disk. */
    void add(SweepRow row) {
        try {
            write(channel, row.line() + "\n");
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot write '" + file + "' any more; make room, and run again", failure);
        }
        rows.put(row.index(), row);
    }

    @Override
    public void close() {
        close(channel);
        close(lock);
    }
}
