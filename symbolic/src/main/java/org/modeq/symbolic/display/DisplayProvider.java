package org.modeq.symbolic.display;

import java.util.Optional;

/**
 * Knows how some values are shown. A provider is named in {@code META-INF/services} under the name of this interface and
 * has a public constructor without arguments; one for values of your own makes them display like ours.
 */
public interface DisplayProvider {
    /**
     * The display of a value.
     *
     * @param value any value
     * @return how it is shown, empty if it is none of those that this provider knows
     */
    Optional<Display> of(Object value);
}
