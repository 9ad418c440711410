package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Anchors: measured with an independent program in numpy that repeats the generator. */
@DisplayName("The random stream")
class RandomStreamTest {
    @Test
    @DisplayName("of seed 7 begins with three known uniform numbers")
    void uniform() {
        RandomStream stream = RandomStream.ofSeed(7);
        assertEquals(0.3898297483912715, stream.uniform());
        assertEquals(0.01678829452815611, stream.uniform());
        assertEquals(0.9007606806068834, stream.uniform());
    }

    @Test
    @DisplayName("of seed 7 begins with four known normal numbers")
    void normalsOfSeedSeven() {
        assertArrayEquals(
                new double[] {0.98847433, 0.10465665, -1.86425581, -1.0700431},
                RandomStream.ofSeed(7).normals(4),
                1e-8);
    }

    @Test
    @DisplayName("fills a 10×20 table of seed 11 and a 20×30 table of seed 12 as known")
    void normalTables() {
        double[] eleven = RandomStream.ofSeed(11).normals(200);
        double[] twelve = RandomStream.ofSeed(12).normals(600);
        assertArrayEquals(new double[] {-0.06767644, 0.86932695, -1.42504328}, Arrays.copyOf(eleven, 3), 1e-8);
        assertArrayEquals(new double[] {1.22154633, -0.48841611, 0.60458422}, Arrays.copyOf(twelve, 3), 1e-8);
    }

    @Test
    @DisplayName("drops the last normal number of an odd count")
    void oddCount() {
        assertArrayEquals(
                Arrays.copyOf(RandomStream.ofSeed(3).normals(6), 5),
                RandomStream.ofSeed(3).normals(5));
    }

    @Test
    @DisplayName("of seed 5 shuffles eight things to 7 2 6 4 0 1 5 3")
    void shuffle() {
        assertArrayEquals(
                new int[] {7, 2, 6, 4, 0, 1, 5, 3}, RandomStream.ofSeed(5).shuffle(8));
    }

    @Test
    @DisplayName("refuses to choose among no values")
    void noValues() {
        assertThrows(
                IllegalArgumentException.class, () -> RandomStream.ofSeed(1).integer(0));
    }
}
