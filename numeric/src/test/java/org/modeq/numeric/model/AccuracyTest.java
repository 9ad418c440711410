package org.modeq.numeric.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The accuracy of a network")
class AccuracyTest {
    private final DenseNetwork network = DenseNetwork.of(2, 3);
    private final Dataset data =
            Dataset.of(new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}, {-1, -1}, {2, 1}}), 0, 1, 2, 1);
    private final Accuracy accuracy = Accuracy.of(network, data);

    @Test
    @DisplayName("is the share of rows whose largest output is that of their class")
    void share() {
        // Outputs x, y, 0: the classes 0, 1, 2 are told for the four rows as 0, 1, 2, 0, and the last is 1.
        assertEquals(0.75, accuracy.at(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 0}));
    }

    @Test
    @DisplayName("counts the first of equal outputs")
    void equalOutputs() {
        assertEquals(0.25, accuracy.at(new double[9]));
        assertEquals(0.5, accuracy.at(new double[] {0, 0, 0, 0, 0, 0, -1, 0, 0}));
    }

    @Test
    @DisplayName("refuses targets that are no class, one output, other features and points of another dimension")
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(DenseNetwork.of(2, 2), data));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(DenseNetwork.of(3, 3), data));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.of(DenseNetwork.of(2, 1), data));
        assertThrows(IllegalArgumentException.class, () -> accuracy.at(new double[3]));
    }
}
