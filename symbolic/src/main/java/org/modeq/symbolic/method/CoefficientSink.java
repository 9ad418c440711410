package org.modeq.symbolic.method;

import java.math.BigInteger;

/** Takes the integers L(n) D^n b(t) of a {@link CoefficientWalk}, each tree once, in no particular order. */
interface CoefficientSink {
    /** The integers of consecutive trees; an integer that does not fit is given as 0 and follows by itself. */
    void accept(int order, int firstTree, long[] numerators, int count);

    /** The integer of one tree, which does not fit into 64 bits. */
    void acceptLarge(int order, int tree, BigInteger numerator);
}
