package org.modeq.numeric.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A condition on targets")
class TaskConditionTest {
    @ParameterizedTest(name = "{0} takes of 0 to 9 the targets {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "target < 5; 01234",
                "target>=5; 56789",
                "target <= 5e0; 012345",
                "target > 8.5; 9",
                "target == 7; 7",
                "target != +7; 012345689",
                "target == 0 or target >= 2 and target < 4; 023",
                "target < 4 and target >= 2 or target == 0; 023",
                "target > -1 and target > .5; 123456789"
            })
    void meaning(String text, String taken) {
        TaskCondition condition = TaskCondition.parse(text);
        assertEquals(
                taken,
                IntStream.range(0, 10)
                        .filter(condition::test)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest(name = "is refused if it says {0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; the end at position 1, expected the word target",
                "targt < 5; 'targt' at position 1, expected the word target",
                "target; the end at position 7, expected one of < <= > >= == !=",
                "target = 5; '=' at position 8, expected one of < <= > >= == !=",
                "target < five; 'five' at position 10, expected a finite number",
                "target <; the end at position 9, expected a finite number",
                "target < 1e999; 1e999 at position 10, expected a finite number",
                "target < 5 target; 'target' at position 12, expected and, or, or the end",
                "target < 5 and; the end at position 15, expected the word target",
                "5 > target; '5' at position 1, expected the word target",
                "target < 5 && target > 2; '&' at position 12, expected and, or, or the end",
                "(target < 5); '(' at position 1, expected the word target",
                "target < 5 or or; 'or' at position 15, expected the word target"
            })
    void refused(String text, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> TaskCondition.parse(text))
                .getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("as in target < 5"), message);
    }
}
