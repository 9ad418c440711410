package org.modeq.symbolic.method;

import java.util.Locale;

/** What takes time h: the unit in which the time of a modified equation is counted. */
public enum Clock {
    /** One step of the optimizer. */
    STEP,
    /** One pass over a sequence of tasks. */
    SWEEP,
    /** One pass over the batches of a data set. */
    EPOCH;

    /** {@return the name in lower case, as files and reports write it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
