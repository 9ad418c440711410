package org.modeq.symbolic.lie;

import static org.modeq.symbolic.ring.Rationals.RATIONALS;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.modeq.symbolic.ring.Rational;
import org.modeq.symbolic.tree.RootedTree;
import org.modeq.symbolic.word.Bracketing;
import org.modeq.symbolic.word.LyndonWord;

@DisplayName("A Lie algebra")
class LieLawsTest {
    private static final int WEIGHT = 8;

    private static List<Bracketing> bracketings() {
        return Stream.of("A", "B", "[A,B]", "[B,[A_2,B]]", "[[A,B],A]")
                .map(Bracketing::parse)
                .toList();
    }

    @Nested
    @DisplayName("are the bracketings expanded into words, with the commutator")
    class Words implements LieLaws<FreeAssociative<Rational>> {
        @Override
        public List<FreeAssociative<Rational>> samples() {
            return bracketings().stream()
                    .map(bracketing -> FreeAssociative.ofBracketing(RATIONALS, bracketing, WEIGHT))
                    .toList();
        }

        @Override
        public FreeAssociative<Rational> zero() {
            return FreeAssociative.zero(RATIONALS, WEIGHT);
        }

        @Override
        public FreeAssociative<Rational> bracket(FreeAssociative<Rational> x, FreeAssociative<Rational> y) {
            return x.commutator(y);
        }

        @Override
        public FreeAssociative<Rational> plus(
                FreeAssociative<Rational> x, Rational factor, FreeAssociative<Rational> y) {
            return x.plus(factor, y);
        }
    }

    @Nested
    @DisplayName("are the Lyndon coordinates, with rewriting")
    class Coordinates implements LieLaws<LieSeries<Rational>> {
        @Override
        public List<LieSeries<Rational>> samples() {
            return bracketings().stream()
                    .map(bracketing -> LieSeries.of(RATIONALS, bracketing, WEIGHT))
                    .toList();
        }

        @Override
        public LieSeries<Rational> zero() {
            return new LieSeries<>(RATIONALS, WEIGHT, new TreeMap<LyndonWord, Rational>());
        }

        @Override
        public LieSeries<Rational> bracket(LieSeries<Rational> x, LieSeries<Rational> y) {
            return x.bracket(y);
        }

        @Override
        public LieSeries<Rational> plus(LieSeries<Rational> x, Rational factor, LieSeries<Rational> y) {
            return x.plus(factor, y);
        }
    }

    @Nested
    @DisplayName("are the elementary differentials, with g′f − f′g")
    class Trees implements LieLaws<SortedMap<RootedTree, Rational>> {
        @Override
        public List<SortedMap<RootedTree, Rational>> samples() {
            return List.of(sum("A"), sum("B", "A[B]"), sum("B[A]", "B[A,B]"), sum("A[B[A]]"));
        }

        private SortedMap<RootedTree, Rational> sum(String... trees) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>();
            for (String tree : trees) {
                sum.put(RootedTree.parse(tree), Rational.of(1, sum.size() + 1));
            }
            return sum;
        }

        @Override
        public SortedMap<RootedTree, Rational> zero() {
            return new TreeMap<>();
        }

        @Override
        public SortedMap<RootedTree, Rational> bracket(
                SortedMap<RootedTree, Rational> x, SortedMap<RootedTree, Rational> y) {
            return LieSeries.lieBracket(RATIONALS, x, y);
        }

        @Override
        public SortedMap<RootedTree, Rational> plus(
                SortedMap<RootedTree, Rational> x, Rational factor, SortedMap<RootedTree, Rational> y) {
            SortedMap<RootedTree, Rational> sum = new TreeMap<>(x);
            y.forEach((tree, weight) -> sum.merge(tree, weight.multiply(factor), Rational::add));
            sum.values().removeIf(Rational::isZero);
            return sum;
        }
    }
}
