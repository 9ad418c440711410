package org.modeq.numeric.graph;

import java.util.Locale;

/** The functions of formulas that are no activations, with all their derivatives; powers are {@link PowerFunction}. */
public enum ElementaryFunction implements SmoothFunction {
    /** cos x; the derivatives are −sin, −cos, sin, cos, … */
    COS {
        @Override
        void derivatives(double x, double[] taylor) {
            double cosine = Math.cos(x);
            double sine = Math.sin(x);
            for (int k = 0; k < taylor.length; k++) {
                double size = k % 2 == 0 ? cosine : sine;
                taylor[k] = k % 4 == 0 || k % 4 == 3 ? size : -size;
            }
        }
    },

    /** tan x; with φ′ = 1 + φ² the coefficients c_k = φ⁽ᵏ⁾/k! obey (k + 1) c_{k+1} = [k = 0] + Σ_j c_j c_{k−j}. */
    TAN {
        @Override
        void derivatives(double x, double[] taylor) {
            taylor[0] = Math.tan(x);
            for (int k = 0; k + 1 < taylor.length; k++) {
                double sum = k == 0 ? 1 : 0;
                for (int j = 0; j <= k; j++) {
                    sum += taylor[j] * taylor[k - j];
                }
                taylor[k + 1] = sum / (k + 1);
            }
            timesFactorials(taylor);
        }
    },

    /** atan x; the coefficients d_k = φ⁽ᵏ⁺¹⁾/k! of φ′ = 1/(1 + x²) obey (1 + x²) d_k + 2x d_{k−1} + d_{k−2} = [k = 0]. */
    ATAN {
        @Override
        void derivatives(double x, double[] taylor) {
            taylor[0] = Math.atan(x);
            double last = 0;
            double beforeLast = 0;
            for (int k = 0; k + 1 < taylor.length; k++) {
                double slope = ((k == 0 ? 1 : 0) - 2 * x * last - beforeLast) / (1 + x * x);
                taylor[k + 1] = slope / (k + 1);
                beforeLast = last;
                last = slope;
            }
            timesFactorials(taylor);
        }
    };

    /** φ(x), φ′(x), …, as many as there are places. */
    abstract void derivatives(double x, double[] taylor);

    @Override
    public void derivatives(double[] points, int start, int count, int highest, double[] values, int target) {
        double[] ofPoint = new double[highest + 1];
        for (int i = 0; i < count; i++) {
            derivatives(points[start + i], ofPoint);
            for (int k = 0; k <= highest; k++) {
                values[target + k * count + i] = ofPoint[k];
            }
        }
    }

    private static void timesFactorials(double[] taylor) {
        double factorial = 1;
        for (int k = 2; k < taylor.length; k++) {
            factorial *= k;
            taylor[k] *= factorial;
        }
    }

    /** {@return the name in lower case, as formulas write it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
