package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The free Lie algebra")
class FreeLieDimensionTest {
    private static Alphabet ofWeightOne(int letters) {
        return new Alphabet(
                IntStream.range(0, letters).mapToObj(i -> Letter.of("X" + i)).toList());
    }

    /** Sums of Witt's numbers; source: OEIS A001037, A027376, A027377. */
    @ParameterizedTest(name = "on {0} letters has dimension {2} up to degree {1}")
    @CsvSource({"2, 20, 111013", "3, 12, 69706", "4, 10, 145338", "1, 9, 1"})
    void total(int letters, int degree, BigInteger dimension) {
        assertEquals(dimension, FreeLieDimension.upToWeight(ofWeightOne(letters), degree));
    }

    @ParameterizedTest(name = "on {0} letters has by the product over weights the dimensions of Witt to degree 60")
    @CsvSource({"1", "2", "3", "7"})
    void witt(int letters) {
        List<BigInteger> witt = IntStream.rangeClosed(1, 60)
                .mapToObj(degree -> FreeLieDimension.witt(letters, degree))
                .toList();
        assertEquals(witt, FreeLieDimension.byWeight(ofWeightOne(letters), 60));
    }

    @Test
    @DisplayName("on one letter of each weight has the dimensions 1, 1, 2, 3, 6 of two letters, less one in weight 1")
    void oneLetterOfEachWeight() {
        List<Letter> letters = IntStream.rangeClosed(1, 12)
                .mapToObj(weight -> new Letter("A", weight))
                .toList();
        List<BigInteger> two = FreeLieDimension.byWeight(ofWeightOne(2), 12);
        List<BigInteger> weighted = FreeLieDimension.byWeight(new Alphabet(letters), 12);
        assertEquals(BigInteger.ONE, weighted.get(0));
        assertEquals(two.subList(1, 12), weighted.subList(1, 12));
    }

    @Test
    @DisplayName("has for every content as many dimensions as there are Lyndon words with it")
    void contents() {
        Map<SortedMap<Letter, Integer>, Long> counted = AlphabetTest.alphabet("A B C").lyndonWords(8).stream()
                .collect(Collectors.groupingBy(lyndon -> lyndon.word().content(), Collectors.counting()));
        assertEquals(BigInteger.valueOf(3), FreeLieDimension.ofContent(Map.of(Letter.of("A"), 3, Letter.of("B"), 3)));
        counted.forEach((content, count) ->
                assertEquals(BigInteger.valueOf(count), FreeLieDimension.ofContent(content), () -> "at " + content));
        assertEquals(BigInteger.ZERO, FreeLieDimension.ofContent(Map.of(Letter.of("A"), 2)));
    }

    @Test
    @DisplayName("has no degree 0 and no content without letters")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> FreeLieDimension.witt(2, 0));
        assertThrows(IllegalArgumentException.class, () -> FreeLieDimension.witt(0, 2));
        assertThrows(IllegalArgumentException.class, () -> FreeLieDimension.byWeight(ofWeightOne(2), -1));
        assertThrows(IllegalArgumentException.class, () -> FreeLieDimension.ofContent(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> FreeLieDimension.ofContent(Map.of(Letter.of("A"), 0)));
    }
}
