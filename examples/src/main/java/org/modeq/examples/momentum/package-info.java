/**
 * Heavy ball: the slow field, the point it starts from, and the transient.
 */
@NullMarked
package org.modeq.examples.momentum;

import org.jspecify.annotations.NullMarked;
