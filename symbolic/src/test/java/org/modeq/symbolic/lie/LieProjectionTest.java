package org.modeq.symbolic.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.BracketForm;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.series.BSeriesField;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Alphabet;
import org.modeq.symbolic.word.Letter;

@DisplayName("A field over trees in brackets of given fields")
class LieProjectionTest {
    private static SortedMap<RootedTree, Rational> vertex(Letter letter) {
        SortedMap<RootedTree, Rational> tree = new TreeMap<>();
        tree.put(RootedTree.vertex(new Colour(letter.field())), Rational.ONE);
        return tree;
    }

    private static Alphabet fields(String... names) {
        return new Alphabet(List.of(names).stream().map(Letter::of).toList());
    }

    private static Alphabet withCorrections(int order, String... names) {
        List<Letter> letters = new ArrayList<>();
        for (String name : names) {
            for (int weight = 1; weight <= order; weight++) {
                letters.add(new Letter(name, weight));
            }
        }
        return new Alphabet(letters);
    }

    private static BSeriesField<Rational> modified(String method, int order) {
        return ModifiedEquation.of(Methods.parseRational(method), order).field();
    }

    @ParameterizedTest
    @ValueSource(strings = {"splitting:A,B", "splitting:A/2,B,A/2", "splitting:A,B,C/3,B,A"})
    @DisplayName("of a splitting is the Baker-Campbell-Hausdorff series, found from the trees alone")
    void splittings(String name) {
        int order = 5;
        Method<Rational> method = Methods.parseRational(name);
        LieProjection<Rational> projection =
                LieProjection.of(modified(name, order), fields("A", "B", "C"), LieProjectionTest::vertex);
        assertTrue(projection.isLieElement(), () -> projection.reason().toString());
        assertEquals(BracketForm.of(method, order).series(), projection.liePart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence:A,B", "sequence:A,B,B,A", "sequence:A*3,B/2"})
    @DisplayName("of Euler steps is the bracket form, if the self-corrections are letters too")
    void sequences(String name) {
        int order = 5;
        LieProjection<Rational> projection =
                LieProjection.of(modified(name, order), withCorrections(order, "A", "B"), BracketForm::meaning);
        assertTrue(projection.isLieElement(), () -> projection.reason().toString());
        assertEquals(BracketForm.of(Methods.parseRational(name), order).series(), projection.liePart());
    }

    @Test
    @DisplayName("of Euler steps is no Lie element of the fields alone: the self-corrections are left")
    void selfCorrections() {
        LieProjection<Rational> projection =
                LieProjection.of(modified("sequence:A,B", 2), fields("A", "B"), LieProjectionTest::vertex);
        assertFalse(projection.isLieElement());
        assertEquals("{A=1, B=1, AB=1/2}", projection.liePart().coordinates().toString());
        assertEquals(
                "{A[A]=-1/2, B[B]=-1/2}", projection.rest().nonzero().toString().replace("RootedTree", ""));
        String reason = projection.reason().orElseThrow();
        assertTrue(reason.contains("F(A[A])") && reason.contains("-1/2"), reason);
    }

    @Test
    @DisplayName("of joint training is no Lie element either, and parts and rest add up to the field")
    void joint() {
        BSeriesField<Rational> field = modified("joint:A,B", 4);
        LieProjection<Rational> projection =
                LieProjection.of(field, withCorrections(4, "A", "B"), BracketForm::meaning);
        assertFalse(projection.isLieElement());
        assertEquals(field, projection.liePart().toTrees(BracketForm::meaning).add(projection.rest()));
    }
}
