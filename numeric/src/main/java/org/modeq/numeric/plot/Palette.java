package org.modeq.numeric.plot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The 256 most frequent colours of an image; halves the size of its file. Lines and grounds keep their colours, only rare shades of smoothed
 * edges take the nearest.
 */
final class Palette {
    private static final int SIZE = 256;

    private final List<Integer> colours;
    private final Map<Integer, Integer> nearest = new TreeMap<>();

    private Palette(List<Integer> colours) {
        this.colours = colours;
    }

    /** The image with a byte for each pixel. */
    static BufferedImage applied(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = counts(pixels);
        Palette palette = new Palette(counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .map(Map.Entry::getKey)
                .toList());
        return palette.image(pixels, image.getWidth());
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

    private BufferedImage image(int[] pixels, int width) {
        int[] table = colours.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, table.length, table, 0, false, -1, 0);
        BufferedImage image = new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_BYTE_INDEXED, model);
        int index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                index = nearest.computeIfAbsent(pixels[i], this::nearest);
            }
            image.getRaster().setSample(i % width, i / width, 0, index);
        }
        return image;
    }

    private int nearest(int colour) {
        int nearestIndex = 0;
        for (int i = 1; i < colours.size(); i++) {
            if (distance(colour, colours.get(i)) < distance(colour, colours.get(nearestIndex))) {
                nearestIndex = i;
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
