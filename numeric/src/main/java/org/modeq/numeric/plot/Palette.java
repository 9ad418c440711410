package org.modeq.numeric.plot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The 256 most frequent colours of an image; halves the size of its file. Lines and grounds keep their colours, only rare shades of smoothed
 * edges take the nearest.
 */
final class Palette {
    private static final int SIZE = 256;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new TreeMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** The image with a byte for each pixel. */
    static BufferedImage applied(Pixels pixels) {
        Palette palette = new Palette(counts(pixels.colours()).entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .mapToInt(Map.Entry::getKey)
                .toArray());
        return palette.image(pixels);
    }

    /** How many pixels have each colour; runs of equal ones are counted at once. */
    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new TreeMap<>();
        int first = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[first]) {
                counts.merge(pixels[first], i - first, Integer::sum);
                first = i;
            }
        }
        return counts;
    }

    private BufferedImage image(Pixels pixels) {
        int[] given = pixels.colours();
        byte[] indices = new byte[given.length];
        byte index = 0;
        for (int i = 0; i < given.length; i++) {
            if (i == 0 || given[i] != given[i - 1]) {
                index = nearest.computeIfAbsent(given[i], this::nearest).byteValue();
            }
            indices[i] = index;
        }
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), indices);
        return image;
    }

    private int nearest(int colour) {
        int nearestIndex = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length && least > 0; i++) {
            int distance = distance(colour, colours[i]);
            if (distance < least) {
                nearestIndex = i;
                least = distance;
            }
        }
        return nearestIndex;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += difference * difference;
        }
        return distance;
    }
}
