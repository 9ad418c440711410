package org.modeq.symbolic.word;

/**
 * A power of an adjoint map on an argument: ad_x^k y = [x,[x,…[x,y]]] with k times x; of a bracketing, with k as great as
 * possible.
 *
 * @param element x
 * @param power k ≥ 1
 * @param argument y, not itself of the form [x, z]
 */
public record AdjointPower(Bracketing element, int power, Bracketing argument) {
    /** From this power on the adjoint form is shorter to read than nested brackets. */
    public static final int WORTH_WRITING = 3;

    /**
     * The adjoint power that a bracket begins with.
     *
     * @param bracket [x, y]
     * @return ad_x^k z
     */
    public static AdjointPower of(Bracket bracket) {
        int power = 1;
        Bracketing argument = bracket.right();
        while (argument instanceof Bracket next && next.left().equals(bracket.left())) {
            power++;
            argument = next.right();
        }
        return new AdjointPower(bracket.left(), power, argument);
    }

    /** {@return {@code [x,y]} for k = 1, else {@code ad_x^k y}, with powers inside x and y too} */
    @Override
    public String toString() {
        String x = element.withAdjointPowers();
        String y = argument.withAdjointPowers();
        return power == 1 ? "[" + x + "," + y + "]" : "ad_" + x + "^" + power + " " + y;
    }
}
