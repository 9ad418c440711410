package org.modeq.symbolic.method;

import java.math.BigInteger;
import org.modeq.symbolic.ring.Rational;

/**
 * The coefficients of all trees of one order in four numbers.
 *
 * @param order |t|
 * @param trees the number of trees
 * @param nonzero how many of them have b ≠ 0
 * @param sum Σ b
 * @param absoluteSum Σ |b|
 */
public record CoefficientTotals(int order, BigInteger trees, int nonzero, Rational sum, Rational absoluteSum) {}
