/**
 * Two tasks on one network: what their order changes, and what the Lie bracket of their fields says about it.
 *
 * <p>Dherin (2023). The tasks are handwritten digits, split, turned or permuted, the network 64-16-10. Their bracket is
 * [g_A, g_B] = H_B g_A − H_A g_B of gradients g = ∇L, which is also the bracket [f_A, f_B] = f_B′f_A − f_A′f_B of the
 * fields f = −∇L.
 */
@NullMarked
package org.modeq.examples.tasks;

import org.jspecify.annotations.NullMarked;
