package org.modeq.numeric.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The 1797 handwritten digits of 8×8 pixels that come with this library.
 *
 * <p>Optical Recognition of Handwritten Digits, test part (E. Alpaydin and C. Kaynak, 1998), as packaged by
 * scikit-learn under the BSD-3-Clause licence; the notice lies beside the file.
 */
public final class Digits {
    private static final String FILE = "digits8x8.csv.gz";
    private static final int PIXELS = 64;
    private static final double DARKEST = 16;

    private Digits() {}

    /** {@return all 1797 samples: 64 pixels from 0 to 1, and the class 0 to 9} */
    public static Dataset load() {
        return Dataset.of(table(), new IndexRange(1, PIXELS), PIXELS + 1).scaled(1 / DARKEST);
    }

    /** {@return the file as it is: 1797 rows of 64 pixels from 0 to 16, and the class} */
    public static NumberTable table() {
        try (InputStream stream = Digits.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new AssertionError("the resource " + FILE + " is missing from the library");
            }
            return NumberTable.read(stream, FILE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
