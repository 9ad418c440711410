package org.modeq.symbolic.contraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.tree.TreeEnumeration;

@DisplayName("The calculus of contractions")
class TensorFormTest {
    private static final TensorForm<Rational> L = TensorForm.loss(RATIONALS, "L");
    private static final TensorForm<Rational> F = TensorForm.field(RATIONALS, "f");
    private static final TensorForm<Rational> G = TensorForm.field(RATIONALS, "g");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("has directional derivatives, which are the derivative applied to the direction")
    void directions(int seed) {
        Random random = new Random(seed);
        TensorForm<Rational> u = RandomForms.vector(random, 2);
        TensorForm<Rational> v = RandomForms.vector(random, 1);
        assertEquals(u.derivative().contracted(v), u.derivative(v));
    }

    @Test
    @DisplayName("tells apart what is not the same")
    void nonIdentities() {
        TensorForm<Rational> gradient = L.derivative();
        TensorForm<Rational> hessian = gradient.derivative();
        assertFalse(hessian.contracted(hessian)
                .trace()
                .subtract(hessian.trace().times(hessian.trace()))
                .isZero());
        assertFalse(F.derivative().subtract(F.derivative().transposed()).isZero());
        assertFalse(F.derivative(G).subtract(G.derivative(F)).isZero());
        assertFalse(gradient.coordinatewise(gradient)
                .derivative()
                .trace()
                .subtract(gradient.contracted(gradient))
                .isZero());
    }

    @Test
    @DisplayName("agrees with trees: the derivative of one tree along another grafts it everywhere")
    void trees() {
        for (RootedTree trunk : TreeEnumeration.over(List.of(new Colour("L"))).upToOrder(4)) {
            for (RootedTree branch :
                    TreeEnumeration.over(List.of(new Colour("L"))).upToOrder(3)) {
                TensorForm<Rational> grafted = TensorForm.zero(RATIONALS, 1);
                for (RootedTree tree : trunk.preLieProduct(branch)) {
                    grafted = grafted.add(TensorForm.of(RATIONALS, ContractionGraph.ofLosses(tree)));
                }
                assertEquals(
                        grafted,
                        TensorForm.of(RATIONALS, ContractionGraph.ofLosses(trunk))
                                .derivative(TensorForm.of(RATIONALS, ContractionGraph.ofLosses(branch))));
            }
        }
    }

    @Test
    @DisplayName("has an identity, whose trace is the dimension")
    void identityMatrix() {
        TensorForm<Rational> identity = TensorForm.identity(RATIONALS);
        assertEquals(F, identity.contracted(F));
        assertEquals(F, F.contracted(identity));
        assertEquals(identity, identity.contracted(identity));
        assertEquals(identity, identity.transposed());
        assertEquals(F.derivative(), identity.contracted(F.derivative()));
        assertFalse(identity.trace().isZero());
        SortedMap<TensorForm.Term, Rational> one =
                new TreeMap<>(TensorForm.number(RATIONALS, 0, Rational.ONE).terms());
        assertFalse(identity.trace().terms().equals(one), "the dimension is not 1");
    }

    @Test
    @DisplayName("counts powers of h and drops the higher ones")
    void powers() {
        TensorForm<Rational> h = TensorForm.number(RATIONALS, 1, Rational.ONE);
        TensorForm<Rational> sum = F.add(G.times(h)).add(F.times(h.times(h)));
        assertEquals(F.add(G.times(h)), sum.truncated(1));
        assertEquals(List.of("f", "g"), List.copyOf(sum.names()));
    }

    @Test
    @DisplayName("refuses to mix scalars, vectors and matrices")
    void ranks() {
        assertThrows(IllegalArgumentException.class, () -> L.add(F));
        assertThrows(IllegalArgumentException.class, () -> L.contracted(F));
        assertThrows(IllegalArgumentException.class, () -> F.times(G));
        assertThrows(IllegalArgumentException.class, F::trace);
        assertThrows(IllegalArgumentException.class, L::transposed);
        assertThrows(IllegalArgumentException.class, () -> F.derivative().derivative());
        assertThrows(IllegalArgumentException.class, () -> L.coordinatewise(F));
    }
}
