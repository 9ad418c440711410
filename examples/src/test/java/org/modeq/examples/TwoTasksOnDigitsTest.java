package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modeq.numeric.evaluate.Progress;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.modeq.numeric.study.SwapComparison;

@DisplayName("Two tasks on the digits")
class TwoTasksOnDigitsTest {
    @Test
    @DisplayName("have the modified equation of A then B to order 3: 2 + 4 + 14 trees")
    void equation() {
        assertEquals("sequence:A,B", TwoTasksOnDigits.equation().method().name());
        assertEquals(20, TwoTasksOnDigits.equation().terms().size());
    }

    @Test
    @Tag("slow")
    @DisplayName("show slopes 1, 1, 2, 3, a swap that the bracket predicts to O(h³), and a conflict along the run")
    void result() {
        long[] heard = new long[2];
        TwoTasksOnDigits.Result result = TwoTasksOnDigits.run(new Progress() {
            @Override
            public void report(long done, long total) {
                heard[0] = done;
                heard[1] = total;
            }
        });
        assertEquals(heard[1], heard[0]);
        assertEquals(4, result.ladder().size());
        for (LadderResult ladder : result.ladder()) {
            SlopeFit fit = ladder.fit().orElseThrow();
            assertEquals(ladder.expectedSlope(), fit.slope(), 0.05, ladder.name());
            assertTrue(fit.halfWidth() <= 0.1, ladder.name());
            assertTrue(ladder.points().stream().filter(LadderPoint::used).count() >= 6, ladder.name());
        }
        for (int i = 1; i < result.swap().size(); i++) {
            SwapComparison larger = result.swap().get(i - 1);
            SwapComparison smaller = result.swap().get(i);
            double slope =
                    Math.log(larger.residual() / smaller.residual()) / Math.log(larger.stepSize() / smaller.stepSize());
            assertEquals(3, slope, 0.1);
        }
        assertTrue(result.conflict().stream().allMatch(record -> record.bracketNorm() > 1));
        assertTrue(result.conflict().get(0).alignment() < 0);
    }
}
