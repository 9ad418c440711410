package org.modeq.proofs.check;

import java.util.ArrayList;
import java.util.List;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.invariant.CoordinateLosses;
import org.modeq.symbolic.ring.Rational;

/**
 * What a claim says about a quantity in coordinates and what is true, as coefficients of powers of h.
 *
 * @param losses the class of losses
 * @param quantity I
 * @param firstPower the power of h of the first coefficient: 0 of a rate, 1 of a change in one unit of the clock
 * @param claimed the claimed coefficients
 * @param derived those of the method
 */
public record CoordinateComparison(
        CoordinateLosses losses,
        Expression quantity,
        int firstPower,
        List<Expression> claimed,
        List<Expression> derived) {
    /**
     * Both sides.
     *
     * @param losses the class of losses
     * @param quantity I
     * @param firstPower the power of h of the first coefficient
     * @param claimed the claimed coefficients
     * @param derived those of the method
     */
    public CoordinateComparison {
        claimed = List.copyOf(claimed);
        derived = List.copyOf(derived);
    }

    /** {@return claimed minus derived, coefficient by coefficient} */
    public List<Expression> difference() {
        List<Expression> difference = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            difference.add(claimed.get(i).add(derived.get(i).scaled(Rational.of(-1))));
        }
        return difference;
    }

    /**
     * Coefficients as a formula in h.
     *
     * @param coefficients one for each power, from the first on
     * @return for example {@code h*(-F'^2*u^2+F'^2*v^2)}; 0 if all are
     */
    public String written(List<Expression> coefficients) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < coefficients.size(); i++) {
            int power = firstPower + i;
            String coefficient = coefficients.get(i).toString();
            if (!coefficients.get(i).isZero()) {
                terms.add(power == 0 ? coefficient : (power == 1 ? "h" : "h^" + power) + "*(" + coefficient + ")");
            }
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }
}
