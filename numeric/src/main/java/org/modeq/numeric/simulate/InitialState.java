package org.modeq.numeric.simulate;

/** What the averages of an optimizer are before its first step. */
public enum InitialState {
    /** 0, as in libraries; the run then has a transient. */
    ZERO,

    /**
     * What they would be if the point had been θ₀ for ever: m = g, v = g² with g = ∇L(θ₀). The modified equation speaks of the
     * slow manifold, to which this start is nearer by one power of h.
     */
    STEADY
}
