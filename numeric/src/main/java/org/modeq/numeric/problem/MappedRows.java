package org.modeq.numeric.problem;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The rows of a file in NumPy's format, each read from the mapped file when it is asked for. */
final class MappedRows extends AbstractList<double[]> implements RandomAccess {
    /** A map holds less than 2³¹ bytes. */
    private static final int LOG_BYTES_PER_MAP = 30;

    private static final long BYTES_PER_MAP = 1L << LOG_BYTES_PER_MAP;

    private final Path file;
    private final NpyHeader header;
    private final List<MappedByteBuffer> maps;

    private MappedRows(Path file, NpyHeader header, List<MappedByteBuffer> maps) {
        this.file = file;
        this.header = header;
        this.maps = maps;
    }

    static MappedRows of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw MissingFile.of(file);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(channel, file);
            List<MappedByteBuffer> maps = new ArrayList<>();
            long end = header.length() + header.contentLength();
            for (long start = header.length(); start < end; start += BYTES_PER_MAP) {
                maps.add(channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(BYTES_PER_MAP, end - start)));
            }
            return new MappedRows(file, header, maps);
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot read '" + file + "'; name a file that can be read", failure);
        }
    }

    int columns() {
        return header.columns();
    }

    @Override
    public int size() {
        return header.rows();
    }

    /** A new array; refused if a number of it is not finite. */
    @Override
    public double[] get(int index) {
        Objects.checkIndex(index, size());
        double[] row = new double[columns()];
        if (header.isDouble() && !header.isFortran()) {
            readDoubles((long) index * columns() * Double.BYTES, row);
        } else {
            for (int j = 0; j < row.length; j++) {
                row[j] = number(header.isFortran() ? (long) j * size() + index : (long) index * columns() + j);
            }
        }
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException("row " + index + ", column " + j + " (from 0) of the file " + file
                        + " has the number " + row[j] + ", expected finite numbers; correct it");
            }
        }
        return row;
    }

    /** Maps begin at multiples of eight bytes from the first number, so that no number lies in two. */
    private void readDoubles(long position, double[] row) {
        int done = 0;
        while (done < row.length) {
            long at = position + (long) done * Double.BYTES;
            MappedByteBuffer map = maps.get((int) (at >>> LOG_BYTES_PER_MAP));
            int offset = (int) (at & (BYTES_PER_MAP - 1));
            int count = Math.min(row.length - done, (map.capacity() - offset) / Double.BYTES);
            map.duplicate()
                    .position(offset)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(row, done, count);
            done += count;
        }
    }

    /** Maps are read high byte first, and never changed to another order: threads may share them. */
    private double number(long place) {
        long at = place * header.numberLength();
        MappedByteBuffer map = maps.get((int) (at >>> LOG_BYTES_PER_MAP));
        int offset = (int) (at & (BYTES_PER_MAP - 1));
        return header.isDouble()
                ? Double.longBitsToDouble(Long.reverseBytes(map.getLong(offset)))
                : Float.intBitsToFloat(Integer.reverseBytes(map.getInt(offset)));
    }
}
