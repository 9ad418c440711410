package org.modeq.symbolic.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every basis of the free Lie algebra has in common, as far as counting shows it. */
interface LieBasisLaws {
    LieBasis over(Alphabet alphabet);

    @ParameterizedTest(name = "it has in {0} as many elements of each content to weight {1} as Witt''s formula says")
    @DisplayName("Its dimensions are those of the free Lie algebra")
    @CsvSource({"A B, 10", "A B C, 6", "A A_2 B B_2, 6"})
    default void dimensions(String letters, int weight) {
        Alphabet alphabet = AlphabetTest.alphabet(letters);
        LieBasis basis = over(alphabet);
        List<Bracketing> elements = basis.upTo(weight);
        assertEquals(elements.size(), new HashSet<>(elements).size());
        assertEquals(BigInteger.valueOf(elements.size()), FreeLieDimension.upToWeight(alphabet, weight));
        for (LyndonWord lyndon : alphabet.lyndonWords(weight)) {
            var content = lyndon.word().content();
            long count = elements.stream()
                    .filter(element -> element.content().equals(content))
                    .count();
            assertEquals(BigInteger.valueOf(count), FreeLieDimension.ofContent(content));
        }
    }

    @ParameterizedTest(
            name = "its elements to weight {0} are in the order of their weights and known by weight and content")
    @DisplayName("Its elements are ordered by weight")
    @CsvSource({"1", "6"})
    default void order(int weight) {
        LieBasis basis = over(AlphabetTest.alphabet("A B C_2"));
        List<Bracketing> elements = basis.upTo(weight);
        List<Bracketing> last = basis.ofWeight(weight);
        assertEquals(elements.subList(elements.size() - last.size(), elements.size()), last);
        for (Bracketing element : last) {
            List<Bracketing> alike = basis.ofContent(element.content());
            assertTrue(alike.contains(element) && last.containsAll(alike));
        }
    }
}
