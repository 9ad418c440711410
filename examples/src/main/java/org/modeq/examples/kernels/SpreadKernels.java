package org.modeq.examples.kernels;

import java.util.List;
import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;

/**
 * The mean loss of kernels W̄ + εSᵢ over all draws, and its expansion about the averaged kernel:
 * <pre>
 *   𝔼 L(Σ pᵢWᵢ) = L(W̄) + ε²/24 Σ_l Σᵢ S_liᵀ H S_li + ε³/180 Σ_l Σᵢ D³L[S_li, S_li, S_li] + O(ε⁴)
 * </pre>
 */
final class SpreadKernels {
    private final Loss loss;
    private final LayeredKernels layers;
    private final double[] mean;
    private final double[][] spreads;

    /**
     * The kernels.
     *
     * @param loss L
     * @param layers the layers
     * @param mean W̄
     * @param spreads S₁, S₂, S₃, of sum 0
     */
    SpreadKernels(Loss loss, LayeredKernels layers, double[] mean, double[][] spreads) {
        this.loss = loss;
        this.layers = layers;
        this.mean = mean.clone();
        this.spreads = spreads.clone();
    }

    private double[][] kernels(double size) {
        double[][] kernels = new double[spreads.length][];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = mean.clone();
            Euclidean.add(kernels[i], size, spreads[i]);
        }
        return kernels;
    }

    /** 𝔼 L by a rule of degree 5 for each layer. */
    double meanLoss(double size) {
        double[][] kernels = kernels(size);
        double sum = 0;
        for (List<SimplexDraws.Node> choice : layers.product(SimplexDraws.rule())) {
            double weight = 1;
            double[][] draws = new double[choice.size()][];
            for (int layer = 0; layer < draws.length; layer++) {
                weight *= choice.get(layer).weight();
                draws[layer] = choice.get(layer).p();
            }
            sum += weight * loss.value(layers.combined(kernels, draws));
        }
        return sum;
    }

    /** L(W̄). */
    double lossOfMean() {
        return loss.value(mean);
    }

    /** Σ_l Σᵢ S_liᵀ H S_li for some layers, which may be others than those of the draws. */
    double secondSum(LayeredKernels parts) {
        CurvatureAlong curvature = new CurvatureAlong(loss.negativeGradient());
        curvature.moveTo(mean);
        double sum = 0;
        for (double[] spread : spreads) {
            for (int layer = 0; layer < parts.layers(); layer++) {
                sum += curvature.second(parts.restricted(layer, spread));
            }
        }
        return sum;
    }

    /** Σ_l Σᵢ D³L[S_li, S_li, S_li]. */
    double thirdSum() {
        CurvatureAlong curvature = new CurvatureAlong(loss.negativeGradient());
        curvature.moveTo(mean);
        double sum = 0;
        for (double[] spread : spreads) {
            for (int layer = 0; layer < layers.layers(); layer++) {
                double[] part = layers.restricted(layer, spread);
                sum += Euclidean.product(part, curvature.third(part));
            }
        }
        return sum;
    }
}
