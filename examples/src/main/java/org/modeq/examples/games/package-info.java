/**
 * Two players who learn in turn and at different rates: printed and corrected fields side by side.
 */
@NullMarked
package org.modeq.examples.games;

import org.jspecify.annotations.NullMarked;
