package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.graph.Graph;
import org.modeq.numeric.graph.Node;

@DisplayName("A layout of parameters")
class ParameterLayoutTest {
    private final ParameterLayout inner =
            ParameterLayout.empty().weights("W", 4, 2).biases("b", 2);
    private final ParameterLayout outer = ParameterLayout.empty()
            .random("u", 3, 1, 2)
            .part("trunk", inner)
            .part("two", ParameterLayout.empty().part("deep", inner));

    @Test
    @DisplayName("puts matrices one after the other, also those of its parts")
    void places() {
        assertEquals(10, inner.size());
        assertEquals(23, outer.size());
        assertEquals(List.of("u", "trunk/W", "trunk/b", "two/deep/W", "two/deep/b"), outer.names());
        assertEquals(11, outer.offset("trunk/b"));
        assertEquals(13, outer.offset("two/deep"));
        assertEquals("[W, b]", inner.toString());
    }

    @Test
    @DisplayName("reads matrices and parts of numbers and of nodes")
    void views() {
        double[] theta = RandomStream.ofSeed(1).normals(23);
        assertEquals(theta[3 + 5], outer.view(theta, "trunk/W").get(2, 1));
        assertArrayEquals(
                inner.view(outer.view(theta, "two/deep").data, "b").data, outer.view(theta, "two/deep/b").data);
        Node node = new Graph(23).parameters();
        assertSame(
                outer.view(node, "trunk/b"), inner.view(outer.view(node, "trunk"), "b"), "one node for the same block");
    }

    @Test
    @DisplayName("starts matrices at their scale from one stream, biases at 0")
    void start() {
        double[] normals = RandomStream.ofSeed(5).normals(3 + 8 + 8);
        double[] theta = outer.initialParameters(5);
        assertEquals(2 * normals[0], theta[0]);
        assertEquals(normals[3] / 2, theta[3]);
        assertEquals(0, theta[11]);
        assertEquals(normals[11] / 2, theta[13]);
    }

    @Test
    @DisplayName("refuses a name twice, an unknown name, sizes below 1 and other numbers of parameters")
    void errors() {
        assertThrows(IllegalArgumentException.class, () -> inner.biases("W", 3));
        assertThrows(IllegalArgumentException.class, () -> outer.part("trunk", inner));
        assertThrows(IllegalArgumentException.class, () -> outer.weights("trunk", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> inner.weights("V", 0, 3));
        String message = assertThrows(IllegalArgumentException.class, () -> inner.offset("V"))
                .getMessage();
        assertTrue(message.contains("[W, b]"), message);
        assertThrows(IllegalArgumentException.class, () -> inner.view(new double[9], "W"));
        assertThrows(IllegalArgumentException.class, () -> inner.view(new Graph(9).parameters(), "W"));
    }
}
