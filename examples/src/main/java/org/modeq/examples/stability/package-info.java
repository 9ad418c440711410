/**
 * Where the series in h has no limit: the principal flow, catapults and the edge of stability.
 */
@NullMarked
package org.modeq.examples.stability;

import org.jspecify.annotations.NullMarked;
