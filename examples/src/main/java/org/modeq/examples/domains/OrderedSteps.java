package org.modeq.examples.domains;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.numeric.kernel.Euclidean;

/**
 * A run of Euler steps on the two domains in an order, with its costate.
 *
 * <p>θ_{k+1} = θ_k − h g_k(θ_k), and backwards p_k = (1 − h H_k) p_{k+1} from p_n = ∇L_E(θ_n): p_k is the gradient of the end's L_E
 * in θ_k. If AB at the places i, i+1 becomes BA, L_E falls by h² p_{i+2}·[f_A, f_B](θ_i) up to the square of that displacement.
 */
final class OrderedSteps {
    private final String order;
    private final double stepSize;
    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> costates = new ArrayList<>();

    private OrderedSteps(String order, double stepSize) {
        this.order = order;
        this.stepSize = stepSize;
        points.add(TwoDomains.start());
        for (int k = 0; k < order.length(); k++) {
            points.add(moved(points.get(k), TwoDomains.gradient(isOnB(k), points.get(k))));
        }
        costates.add(TwoDomains.lossGradient(points.get(order.length())));
        for (int k = order.length() - 1; k >= 0; k--) {
            double[] next = costates.get(costates.size() - 1);
            costates.add(moved(next, TwoDomains.hessianTimes(isOnB(k), next)));
        }
        Collections.reverse(costates);
    }

    /** The run of all the time in equal steps; an order such as AABAB. */
    static OrderedSteps of(String order) {
        return new OrderedSteps(order, TwoDomains.TIME / order.length());
    }

    private boolean isOnB(int place) {
        return order.charAt(place) == 'B';
    }

    private double[] moved(double[] from, double[] slope) {
        double[] to = from.clone();
        Euclidean.add(to, -stepSize, slope);
        return to;
    }

    String order() {
        return order;
    }

    double stepSize() {
        return stepSize;
    }

    List<double[]> points() {
        return Collections.unmodifiableList(points);
    }

    /** L_E at the end. */
    double loss() {
        return TwoDomains.loss(points.get(order.length()));
    }

    /** Whether the steps at a place and the next differ. */
    boolean isSwap(int place) {
        return order.charAt(place) != order.charAt(place + 1);
    }

    /** The order with the steps at a place and the next exchanged. */
    String swapped(int place) {
        return order.substring(0, place) + order.charAt(place + 1) + order.charAt(place) + order.substring(place + 2);
    }

    /** How much the exchange of the steps at a place and the next lowers L_E. */
    double gain(int place) {
        return loss() - of(swapped(place)).loss();
    }

    /** The same as the bracket and the costate predict it. */
    double predictedGain(int place) {
        return predictedGain(place, costates.get(place + 2));
    }

    /** The same with the gradient of L_E at the place instead of the costate: the trap. */
    double localPrediction(int place) {
        return predictedGain(place, TwoDomains.lossGradient(points.get(place)));
    }

    private double predictedGain(int place, double[] costate) {
        double product = Euclidean.product(costate, TwoDomains.bracket(points.get(place)));
        return (isOnB(place) ? -1 : 1) * stepSize * stepSize * product;
    }
}
