package org.modeq.symbolic.modified;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modeq.symbolic.method.EulerSteps;
import org.modeq.symbolic.method.Methods;
import org.modeq.symbolic.ring.Rational;

@DisplayName("The summary of Euler steps")
class EulerSummaryTest {
    @ParameterizedTest(name = "of {0} is the same from the table and from the modified equation, order {1}")
    @CsvSource({
        "gd, 10",
        "'sequence:A,B', 6",
        "'sequence:A,B,A', 5",
        "'sequence:A*3,B', 5",
        "'sequence:A,B,C', 4",
        "'joint:A,B', 5",
        "'joint-mean:A,B', 5"
    })
    void sameSummary(String name, int order) {
        EulerSteps<Rational> method = (EulerSteps<Rational>) Methods.parseRational(name);
        List<FieldEquation.Summary> folded = ModifiedEquation.summary(method, order);
        assertEquals(ModifiedEquation.of(method, order).summary(), folded);
    }
}
