package org.modeq.numeric.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.modeq.numeric.graph.Buffer.View;

/** Places buffers in one array; those whose uses do not overlap share memory. */
final class Arena {
    /** Eight doubles are a line of the cache. */
    private static final int LINE = 8;

    private final int array;
    private final List<Buffer> buffers = new ArrayList<>();
    private int size;

    Arena(int array) {
        this.array = array;
    }

    Buffer buffer(int count) {
        Buffer buffer = Buffer.unplaced(count);
        buffers.add(buffer);
        return buffer;
    }

    int size() {
        return size;
    }

    /** One after the other: all stay. */
    void placeAll() {
        for (Buffer buffer : buffers) {
            if (!buffer.isPlaced()) {
                buffer.place(array, size);
                size = rounded(size + buffer.size());
            }
        }
    }

    /** Each where it fits from its first use to its last; what is read at the end has its last use there. */
    void placeByUse(List<Instruction> instructions, List<View> results) {
        for (int i = 0; i < instructions.size(); i++) {
            for (View view : instructions.get(i).views()) {
                view.buffer().usedBy(i);
            }
        }
        results.forEach(view -> view.buffer().usedBy(instructions.size()));
        List<Buffer> byStart = buffers.stream()
                .filter(buffer -> !buffer.isPlaced() && buffer.lastUse() >= 0)
                .sorted(Comparator.comparingInt(Buffer::firstUse))
                .toList();
        List<Buffer> alive = new ArrayList<>();
        for (Buffer buffer : byStart) {
            alive.removeIf(other -> other.lastUse() < buffer.firstUse());
            buffer.place(array, gap(alive, buffer.size()));
            alive.add(buffer);
            alive.sort(Comparator.comparingInt(Buffer::offset));
            size = Math.max(size, rounded(buffer.offset() + buffer.size()));
        }
    }

    /** The first place between buffers, sorted by place, that is large enough. */
    private static int gap(List<Buffer> alive, int count) {
        int start = 0;
        for (Buffer other : alive) {
            if (other.offset() - start >= count) {
                return start;
            }
            start = Math.max(start, rounded(other.offset() + other.size()));
        }
        return start;
    }

    private static int rounded(int end) {
        return (end + LINE - 1) / LINE * LINE;
    }
}
