package org.modeq.numeric.jet;

/**
 * The hyperbolic tangent of a jet together with its slope, which is known on the way.
 *
 * @param value y = tanh x
 * @param slope 1 − y²
 */
public record HyperbolicTangent(Jet value, Jet slope) {}
