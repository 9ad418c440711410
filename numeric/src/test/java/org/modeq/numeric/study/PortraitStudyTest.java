package org.modeq.numeric.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.formula.ExpressionGraph;
import org.modeq.numeric.graph.Node;
import org.modeq.numeric.study.PhasePortrait.Flow;
import org.modeq.numeric.study.PhasePortrait.Landscape;
import org.modeq.numeric.study.PhasePortrait.Place;
import org.modeq.symbolic.expression.Expression;
import org.modeq.symbolic.method.Method;
import org.modeq.symbolic.method.MethodParameters;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.modified.ModifiedEquation;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.Colour;

@DisplayName("The portrait of a run")
class PortraitStudyTest {
    private static final Method<Rational> GD =
            Methods.requireRational(Methods.parse("gd", new MethodParameters(new TreeMap<>(), List.of())));

    /** θᵢ′ = −λᵢ θᵢ: the iterates are (1 − hλᵢ)ⁿ, the flow of order N has the rate λᵢ(1 + hλᵢ/2 + … ) of N terms. */
    private static ValidationProblem decay(double[] start, int... rates) {
        List<Expression> components = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            components.add(Expression.variable(i, "x" + i).scaled(Rational.of(-rates[i])));
        }
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(Colour.F, ExpressionGraph.exact(rates.length).column(components));
        return ValidationProblem.of("decay", fields, start);
    }

    private static PhasePortrait portrait(ValidationProblem problem, double stepSize, List<String> names) {
        return PortraitStudy.of(GD, ModifiedEquation.of(GD, 2).field(), problem, names)
                .portrait(stepSize, 4, Optional.of(theta -> theta[0] * theta[0] / 2 + theta[1] * theta[1]));
    }

    @Test
    @DisplayName("has the iterates and the flows of a linear problem, which are known")
    void linear() {
        PhasePortrait portrait = portrait(decay(new double[] {1, 1}, 1, 2), 0.25, List.of("x", "y"));
        assertEquals(5, portrait.iterates().size());
        assertEquals(Math.pow(0.75, 4), portrait.iterates().get(4).x(), 1e-15);
        assertEquals(Math.pow(0.5, 4), portrait.iterates().get(4).y(), 1e-15);
        Flow second = portrait.flows().get(1);
        assertEquals(81, second.path().size());
        // To the time 1; halfway at the fortieth point.
        assertEquals(Math.exp(-1 - 0.25 / 2), second.path().get(80).x(), 1e-8);
        assertEquals(Math.exp((-2 - 0.25 * 4 / 2) / 2), second.path().get(40).y(), 1e-8);
        double dx = Math.exp(-1.125) - Math.pow(0.75, 4);
        double dy = Math.exp(-2.5) - Math.pow(0.5, 4);
        assertEquals(Math.hypot(dx, dy), second.distance().orElseThrow(), 1e-8);
    }

    @Test
    @DisplayName("has the loss around everything that is drawn")
    void landscape() {
        PhasePortrait portrait = portrait(decay(new double[] {1, 1}, 1, 2), 0.25, List.of("x", "y"));
        Landscape loss = portrait.landscape().orElseThrow();
        assertEquals(
                loss.lowest().x() * loss.lowest().x() / 2
                        + loss.lowest().y() * loss.lowest().y(),
                loss.rows().get(0).get(0),
                1e-15);
        portrait.iterates()
                .forEach(place -> assertTrue(place.x() > loss.lowest().x()
                        && place.x() < loss.highest().x()
                        && place.y() > loss.lowest().y()
                        && place.y() < loss.highest().y()));
    }

    @Test
    @DisplayName("shows one coordinate against time")
    void oneCoordinate() {
        PhasePortrait portrait = portrait(decay(new double[] {1}, 1), 0.25, List.of("x"));
        assertFalse(portrait.isIsometric());
        assertEquals("time n·h", portrait.xLabel());
        assertEquals(new Place(0.5, 0.75 * 0.75), portrait.iterates().get(2));
        assertTrue(portrait.landscape().isEmpty());
    }

    @Test
    @DisplayName("sees many coordinates along principal directions: in the plane of a run all distances are kept")
    void principal() {
        // Four coordinates but two rates: the iterates lie in a plane through 0.
        double[] start = {1, 2, 2, 1};
        PhasePortrait portrait = portrait(decay(start, 1, 1, 2, 2), 0.25, List.of());
        assertTrue(portrait.xLabel().startsWith("first principal direction, 9"), portrait.xLabel());
        List<Place> places = portrait.iterates();
        TreeSet<Double> seen = new TreeSet<>();
        for (int n = 0; n < 4; n++) {
            double slow = (Math.pow(0.75, n) - Math.pow(0.75, 4)) * Math.sqrt(5);
            double fast = (Math.pow(0.5, n) - Math.pow(0.5, 4)) * Math.sqrt(5);
            double dx = places.get(n).x() - places.get(4).x();
            double dy = places.get(n).y() - places.get(4).y();
            assertEquals(Math.hypot(slow, fast), Math.hypot(dx, dy), 1e-12);
            assertTrue(dx < 0, "the first direction goes along the run");
            seen.add(dx);
        }
        assertEquals(4, seen.size());
    }

    @Test
    @DisplayName("ends where the run leaves the finite numbers, and refuses what is no run")
    void refusals() {
        Expression x = Expression.variable(0, "x");
        SortedMap<Colour, Node> fields = new TreeMap<>();
        fields.put(
                Colour.F, ExpressionGraph.exact(1).column(List.of(x.multiply(x).multiply(x))));
        PortraitStudy study = PortraitStudy.of(
                GD, ModifiedEquation.of(GD, 1).field(), ValidationProblem.of("blow-up", fields, 2), List.of("x"));
        PhasePortrait portrait = study.portrait(1, 20, Optional.empty());
        assertTrue(portrait.iterates().size() > 3 && portrait.iterates().size() < 20);
        assertTrue(portrait.flows().get(0).distance().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> study.portrait(0, 20, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> study.portrait(1, 0, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PortraitStudy.of(
                        GD, ModifiedEquation.of(GD, 1).field(), ValidationProblem.of("x", fields, 2), List.of()));
    }
}
