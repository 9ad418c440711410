package org.modeq.examples.kernels;

import org.modeq.numeric.kernel.Euclidean;
import org.modeq.numeric.model.Loss;

/**
 * The fusion of a network with itself. Exchanging the twins is a symmetry that gradient descent keeps, so that the fusion remains one
 * network of the parent's size: with weights W₁, W₂ within + W₂ across, 2W₃, which follow gradient descent of the parent with the steps
 * h/2, h, 2h (biases h/2, h/2, h). The weights across are what those within have changed by.
 */
final class FusedTwins {
    private final double[] fused;
    private final double[] start;
    private final double[] slowed;
    private final double[] plain;
    private final Fusion fusion;

    private FusedTwins(Fusion fusion, Loss parentLoss, Loss wideLoss, double[] parent, double stepSize, int steps) {
        this.fusion = fusion;
        this.start = fusion.fused(parent, parent);
        this.fused = KernelDigits.descend(wideLoss, start, stepSize, steps);
        this.plain = KernelDigits.descend(parentLoss, parent, stepSize, steps);
        this.slowed = parent.clone();
        double[] speeds = fusion.speedsOfTwins();
        for (int n = 0; n < steps; n++) {
            double[] gradient = parentLoss.gradient(slowed);
            for (int i = 0; i < slowed.length; i++) {
                slowed[i] -= stepSize * speeds[i] * gradient[i];
            }
        }
    }

    /** Gradient descent of the twins on the wide loss, and of their parent. */
    static FusedTwins of(Fusion fusion, Loss parentLoss, Loss wideLoss, double[] parent, double stepSize, int steps) {
        return new FusedTwins(fusion, parentLoss, wideLoss, parent, stepSize, steps);
    }

    double[] fused() {
        return fused.clone();
    }

    /** The parent after steps of h/2, h and 2h by layers. */
    double[] parentBySpeeds() {
        return slowed.clone();
    }

    /** The parent after steps of h. */
    double[] plainParent() {
        return plain.clone();
    }

    /** ‖across − change within‖ over ‖across‖. */
    double acrossLessChange() {
        double[] across = fusion.across(fused);
        double[] change = Euclidean.difference(fusion.within(fused), fusion.within(start));
        return Euclidean.distance(across, change) / Euclidean.norm(across);
    }
}
