package org.modeq.numeric.model;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.modeq.numeric.graph.EntryMap;

/**
 * The shape of an image in a row of numbers, channels last: channel c of the pixel (i, j) stands at place (i·width + j)·channels
 * + c.
 *
 * @param height its number of rows of pixels
 * @param width its number of columns of pixels
 * @param channels the number of numbers in a pixel
 */
public record ImageShape(int height, int width, int channels) {
    private static final int MOST_ENTRIES = 1 << 28;

    /**
     * A shape.
     *
     * @param height its number of rows of pixels, at least 1
     * @param width its number of columns of pixels, at least 1
     * @param channels the number of numbers in a pixel, at least 1
     * @throws IllegalArgumentException if a number is below 1, or the image has more than 2²⁸ entries
     */
    public ImageShape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("given an image of " + height + "×" + width + " pixels with " + channels
                    + " channels, expected numbers of at least 1");
        }
        requireAddressable((double) height * width * channels);
    }

    private static void requireAddressable(double entries) {
        if (entries > MOST_ENTRIES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "given an image of %.3g entries with those of its windows, expected at most %d; take a smaller one",
                    entries,
                    MOST_ENTRIES));
        }
    }

    /** {@return the number of entries of the row} */
    public int entries() {
        return height * width * channels;
    }

    /** The pixels of the positions of a square window, ⌊(height + 2 padding − size)/stride⌋ + 1 in height, likewise in width. */
    ImageShape windowPositions(int size, int stride, int padding) {
        if (size - 2L * padding > Math.min(height, width)) {
            throw new IllegalArgumentException(
                    "given windows of " + size + "×" + size + " on an image of " + this + " with the padding " + padding
                            + ", expected windows that fit in; take smaller ones or fewer layers");
        }
        return new ImageShape(
                (height + 2 * padding - size) / stride + 1, (width + 2 * padding - size) / stride + 1, channels);
    }

    /**
     * The entries in the windows: one window position after the other, in it the pixels row by row, in a pixel its
     * channels; 0 outside the image.
     */
    EntryMap windows(int size, int stride, int padding) {
        ImageShape positions = windowPositions(size, stride, padding);
        requireAddressable((double) positions.height * positions.width * size * size * channels);
        int inWindow = size * size * channels;
        IntUnaryOperator source = place -> {
            int position = place / inWindow;
            int pixel = place % inWindow / channels;
            int i = position / positions.width * stride - padding + pixel / size;
            int j = position % positions.width * stride - padding + pixel % size;
            return entry(i, j, place % channels);
        };
        return map(positions.height * positions.width * inWindow, source);
    }

    /** The same with a window for each channel: one position after the other, in it one channel after the other. */
    EntryMap windowsOfChannels(int size, int stride) {
        ImageShape positions = windowPositions(size, stride, 0);
        requireAddressable((double) positions.entries() * size * size);
        int inWindow = size * size;
        IntUnaryOperator source = place -> {
            int position = place / inWindow / channels;
            int pixel = place % inWindow;
            int i = position / positions.width * stride + pixel / size;
            int j = position % positions.width * stride + pixel % size;
            return entry(i, j, place / inWindow % channels);
        };
        return map(positions.entries() * inWindow, source);
    }

    private int entry(int i, int j, int channel) {
        boolean isInside = i >= 0 && i < height && j >= 0 && j < width;
        return isInside ? (i * width + j) * channels + channel : EntryMap.NONE;
    }

    private EntryMap map(int count, IntUnaryOperator source) {
        return EntryMap.of(entries(), IntStream.range(0, count).map(source).toArray());
    }

    /** {@return the shape, as in 8×8×1} */
    @Override
    public String toString() {
        return height + "×" + width + "×" + channels;
    }
}
