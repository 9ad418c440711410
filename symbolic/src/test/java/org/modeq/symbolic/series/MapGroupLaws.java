package org.modeq.symbolic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

/** The laws of the group of maps in two colours, on samples of the seeds 1, 2, 3. */
interface MapGroupLaws<E> {
    /** The order to which the laws are checked. */
    int ORDER = 4;

    /** Two fields. */
    List<Colour> COLOURS = List.of(new Colour("A"), new Colour("B"));

    SeriesSamples<E> samples();

    private BSeriesMap<E> map(long seed) {
        return samples().map(seed, COLOURS, ORDER);
    }

    private BSeriesMap<E> identity() {
        return BSeriesMap.of(samples().ring(), ORDER, Map.of());
    }

    @Test
    @DisplayName("composition is associative with the identity as unit")
    default void associative() {
        assertEquals(map(1).then(map(2)).then(map(3)), map(1).then(map(2).then(map(3))));
        assertEquals(map(1), map(1).then(identity()));
        assertEquals(map(1), identity().then(map(1)));
    }

    @Test
    @DisplayName("composition by Lie derivatives is that by admissible cuts")
    default void reference() {
        assertEquals(map(1).thenByCuts(map(2)), map(1).then(map(2)));
        assertEquals(map(2).thenByCuts(map(1)), map(2).then(map(1)));
    }

    @Test
    @DisplayName("the inverse undoes a map on both sides")
    default void inverse() {
        assertEquals(identity(), map(1).thenByCuts(map(1).inverse()));
        assertEquals(identity(), map(1).inverse().thenByCuts(map(1)));
        assertEquals(
                map(2).inverse().thenByCuts(map(1).inverse()),
                map(1).thenByCuts(map(2)).inverse());
    }

    @Test
    @DisplayName("the adjoint is an involution that turns products round")
    default void adjoint() {
        assertEquals(map(1), map(1).adjoint().adjoint());
        assertEquals(
                map(2).adjoint().thenByCuts(map(1).adjoint()),
                map(1).thenByCuts(map(2)).adjoint());
        assertEquals(identity(), map(1).adjoint().thenByCuts(map(1).withStepSize(Rational.of(-1))));
    }

    @Test
    @DisplayName("powers are repeated products")
    default void powers() {
        BSeriesMap<E> square = map(1).thenByCuts(map(1));
        assertEquals(identity(), map(1).power(0));
        assertEquals(map(1), map(1).power(1));
        assertEquals(square.thenByCuts(map(1)), map(1).power(3));
        assertEquals(square.inverse(), map(1).power(-2));
    }

    @Test
    @DisplayName("logarithm and flow undo each other")
    default void logarithm() {
        BSeriesField<E> field = samples().field(1, COLOURS, ORDER);
        assertEquals(map(1), map(1).logarithm().flow());
        assertEquals(field, field.flow().logarithm());
    }

    @Test
    @DisplayName("conjugation is a homomorphism, and conjugates compose")
    default void conjugation() {
        assertEquals(
                map(1).conjugatedBy(map(3)).then(map(2).conjugatedBy(map(3))),
                map(1).then(map(2)).conjugatedBy(map(3)));
        assertEquals(
                map(1).conjugatedBy(map(2).then(map(3))),
                map(1).conjugatedBy(map(3)).conjugatedBy(map(2)));
    }
}
