/**
 * Diagonal linear networks β = u∘v: which solution a start, a step size, noise, momentum or another task leads to.
 *
 * <p>L = 1/(2n) ‖Xβ − y‖². What a flow keeps or loses is c = u² − v², coordinate by coordinate; the solution it comes to
 * minimises a convex potential that c determines, found here by its dual without any training.
 */
@NullMarked
package org.modeq.examples.diagonal;

import org.jspecify.annotations.NullMarked;
