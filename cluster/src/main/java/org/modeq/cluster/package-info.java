/**
 * Sweeps on a Spark cluster.
 *
 * <p>A sweep is a list of independent studies ({@link org.modeq.numeric.sweep}). Here they are the elements of one Spark job:
 * <pre>
 *   driver    the plan, its files as a parcel (broadcast), the numbers of the studies in parts
 *   worker    reads the plan from the parcel, once for each process; compares its fingerprint; runs the studies of a part
 *   driver    takes the rows of a part as it ends, into the journal; writes the table in the order of the studies
 * </pre>
 * Rows travel as the journal has them, in full precision. The fingerprint of a plan holds the bits of its fields at a start, so
 * that a worker whose processor or kernel computes other digits is refused before it has made a row: that is why the table has
 * the same bytes as that of {@link org.modeq.numeric.sweep.ThreadEngine}. A worker that is lost in the middle takes no row with
 * it, for Spark gives its part to another; a driver that is lost goes on with the rows of its journal.
 *
 * <p>Worked example: {@code local[2]} runs in this process on two threads; {@code spark://host:7077} on the workers of a
 * standalone master.
 *
 * <p>Source: M. Zaharia et al., Resilient distributed datasets (2012), for the model; Apache Spark 4.2.
 */
@NullMarked
package org.modeq.cluster;

import org.jspecify.annotations.NullMarked;
