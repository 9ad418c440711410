/**
 * Two domains in the plane: the best order of steps and the best mixture, by the bracket of their fields.
 *
 * <p>Rukhovich and others (2025); the exchange of two neighbouring steps is worth h² p·[g_A, g_B] with the costate p.
 */
@NullMarked
package org.modeq.examples.domains;

import org.jspecify.annotations.NullMarked;
