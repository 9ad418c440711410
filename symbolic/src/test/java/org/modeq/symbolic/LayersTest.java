package org.modeq.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The module symbolic")
class LayersTest {
    private static final String RING = "org.modeq.symbolic.ring.";
    private static final String TREE = "org.modeq.symbolic.tree.";
    private static final String WORD = "org.modeq.symbolic.word.";
    private static final String SERIES = "org.modeq.symbolic.series.";
    private static final String LIE = "org.modeq.symbolic.lie.";
    private static final String METHOD = "org.modeq.symbolic.method.";
    private static final String MODIFIED = "org.modeq.symbolic.modified.";
    private static final String CONTRACTION = "org.modeq.symbolic.contraction.";

    @Test
    @DisplayName("imports only downwards, keeps files short and gives every package its page")
    void layers() {
        List<String> violations = new LayerRule("org.modeq.symbolic")
                .allow("ring")
                .allow("tree")
                .allow("word")
                .allow("series", RING, TREE)
                .allow("lie", RING, TREE, WORD, SERIES)
                .allow("method", RING, TREE, WORD, SERIES, LIE)
                .allow("modified", RING, TREE, WORD, SERIES, LIE, METHOD)
                .allow("contraction", RING, TREE)
                .allow("symja", RING, TREE, CONTRACTION, "org.matheclipse.")
                .allow("latex", RING, TREE, WORD, SERIES, LIE, METHOD, MODIFIED, CONTRACTION)
                .violations();
        assertEquals(List.of(), violations);
    }
}
