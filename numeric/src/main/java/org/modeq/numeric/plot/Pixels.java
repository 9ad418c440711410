package org.modeq.numeric.plot;

/**
 * A picture as numbers.
 *
 * @param colours red, green and blue of each pixel, a byte each, row by row
 * @param width the pixels of a row
 */
@SuppressWarnings("ArrayRecordComponent") // to be drawn on
record Pixels(int[] colours, int width) {
    int height() {
        return colours.length / width;
    }
}
