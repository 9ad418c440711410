package org.modeq.numeric.model;

import org.modeq.numeric.jet.Jet;

/** A loss that is written as a computational graph; all it has to say is that graph. */
public interface LossOnGraph extends Loss {
    /** {@return the loss as a graph} */
    GraphLoss graphLoss();

    @Override
    default int dimension() {
        return graphLoss().dimension();
    }

    @Override
    default Jet value(Jet theta) {
        return graphLoss().value(theta);
    }

    @Override
    default Jet gradient(Jet theta) {
        return graphLoss().gradient(theta);
    }

    @Override
    default double value(double[] theta) {
        return graphLoss().value(theta);
    }

    @Override
    default double[] gradient(double[] theta) {
        return graphLoss().gradient(theta);
    }

    @Override
    default VectorField negativeGradient() {
        return graphLoss().negativeGradient();
    }
}
