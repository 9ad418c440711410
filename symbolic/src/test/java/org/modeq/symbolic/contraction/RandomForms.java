package org.modeq.symbolic.contraction;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.Random;
import org.modeq.symbolic.ring.Rational;

/** Random scalars and vectors of a loss L, fields f and g and functions phi and U of their coordinates. */
final class RandomForms {
    private static final TensorForm<Rational> L = TensorForm.loss(RATIONALS, "L");
    private static final TensorForm<Rational> F = TensorForm.field(RATIONALS, "f");
    private static final TensorForm<Rational> G = TensorForm.field(RATIONALS, "g");

    private RandomForms() {}

    /** Random vectors made of gradients, fields, products and derivatives. */
    static TensorForm<Rational> vector(Random random, int depth) {
        if (depth == 0) {
            return List.of(F, G, L.derivative()).get(random.nextInt(3));
        }
        return switch (random.nextInt(8)) {
            case 0 ->
                vector(random, depth - 1)
                        .scaled(Rational.of(1 + random.nextInt(5), 3))
                        .add(vector(random, 0));
            case 1 -> vector(random, depth - 1).derivative().contracted(vector(random, 0));
            case 2 -> scalar(random, depth - 1).derivative();
            case 3 -> vector(random, 0).times(scalar(random, depth - 1));
            case 4 -> vector(random, depth - 1).coordinatewise(vector(random, 0));
            case 5 -> vector(random, depth - 1).coordinatewise(function(random));
            case 6 -> function(random);
            default -> vector(random, depth - 1).bracket(vector(random, 0));
        };
    }

    /** φ^(k)(v), ∂₁^k∂₂^l U(v, w) or a function of a function, of products and sums. */
    static TensorForm<Rational> function(Random random) {
        TensorForm<Rational> v = vector(random, 0);
        List<TensorForm<Rational>> arguments = List.of(
                v,
                v.scaled(Rational.of(-2, 3)).add(v.coordinatewise(vector(random, 0))),
                L.derivative().derivative().contracted(v),
                new AppliedFunction("phi", List.of(random.nextInt(2)), List.of(v)).toForm(RATIONALS));
        TensorForm<Rational> argument = arguments.get(random.nextInt(arguments.size()));
        AppliedFunction applied = random.nextBoolean()
                ? new AppliedFunction("phi", List.of(random.nextInt(5)), List.of(argument))
                : new AppliedFunction(
                        "U", List.of(random.nextInt(2), random.nextInt(3)), List.of(argument, vector(random, 0)));
        return applied.toForm(RATIONALS);
    }

    static TensorForm<Rational> scalar(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 0 -> L;
            case 1 -> vector(random, depth - 1).contracted(vector(random, 0));
            case 2 -> vector(random, depth - 1).derivative().trace();
            case 3 -> vector(random, depth - 1).summed();
            default -> scalar(random, depth - 1).times(L);
        };
    }
}
