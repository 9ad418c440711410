package org.modeq.numeric.simulate;

import java.util.Map;
import java.util.TreeMap;
import org.modeq.numeric.model.VectorField;
import org.modeq.symbolic.tree.Colour;

/** The fields that an optimizer evaluates, by name. */
final class NamedFields {
    private final TreeMap<Colour, VectorField> fields;

    NamedFields(Map<Colour, VectorField> fields) {
        this.fields = new TreeMap<>(fields);
    }

    /** The field of a name; one that is missing is refused with the names that are there. */
    VectorField of(Colour name) {
        VectorField known = fields.get(name);
        if (known == null) {
            throw new IllegalArgumentException("the optimizer evaluates the field " + name
                    + " but fields are given for " + fields.keySet() + " only; give " + name + " a field");
        }
        return known;
    }
}
