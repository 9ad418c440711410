package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.examples.experiment.Experiment;
import org.modeq.numeric.model.Loss;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.symja.ConcreteFields;

@DisplayName("The gallery")
class GalleryTest {
    /** What takes long to make, or loads a large library. */
    private static final List<Class<?>> COSTLY =
            List.of(Loss.class, VectorField.class, BSeriesField.class, ConcreteFields.class);

    @Test
    @DisplayName("has every experiment under its own name")
    void names() {
        for (Experiment experiment : Gallery.experiments()) {
            assertEquals(experiment, Gallery.named(experiment.name()));
        }
    }

    @Test
    @DisplayName("has of every experiment the parameters it is run with, and a text of more than a line")
    void parameters() {
        for (Experiment experiment : Gallery.experiments()) {
            assertTrue(!experiment.parameters().isEmpty(), experiment.name());
            assertTrue(experiment.text().lines().count() > 2, experiment.name());
        }
    }

    @Test
    @DisplayName("says which experiments there are if asked for another one")
    void unknown() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Gallery.named("swap-lwa"));
        assertTrue(refusal.getMessage().contains("swap-law"), refusal.getMessage());
    }

    @Test
    @DisplayName("is made at no cost: no experiment has a loss, a field or a series before it runs")
    void costsNothing() {
        List<String> costly = Gallery.experiments().stream()
                .flatMap(experiment -> Arrays.stream(experiment.getClass().getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> COSTLY.stream().anyMatch(kind -> kind.isAssignableFrom(field.getType())))
                .map(Field::toString)
                .toList();
        assertEquals(List.of(), costly);
    }
}
