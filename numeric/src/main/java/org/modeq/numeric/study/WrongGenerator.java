package org.modeq.numeric.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.modeq.numeric.weak.ModifiedGenerator;
import org.modeq.numeric.weak.ModifiedGenerator.Term;
import org.modeq.symbolic.pattern.Pattern;

/**
 * Layer D of SGD: a wrong generator, which the other layers have to notice.
 *
 * @param name what is wrong with it
 * @param generator the generator
 * @param lostOrder the weak order that is left without the terms that are missing, 0 if none are
 */
record WrongGenerator(String name, ModifiedGenerator generator, int lostOrder) {
    private static final double PER_CENT_MORE = 1.01;
    private static final Pattern CORRECTION_OF_THE_DRIFT = Pattern.parse("f[f]");
    private static final Pattern THIRD_CUMULANT = Pattern.parse("a a a");

    /** Each power of h dropped, the correction of the drift, the third cumulant, each coefficient one per cent too large. */
    static List<WrongGenerator> of(ModifiedGenerator generator) {
        List<WrongGenerator> wrong = new ArrayList<>();
        List<Term> terms = generator.terms();
        int highest = terms.stream().mapToInt(Term::power).max().orElse(0);
        for (int power = 1; power <= highest; power++) {
            int dropped = power;
            List<Double> factors = terms.stream()
                    .map(term -> term.power() == dropped ? 0.0 : 1.0)
                    .toList();
            wrong.add(new WrongGenerator("the terms of h^" + power + " dropped", generator.weighted(factors), power));
        }
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.forest().equals(CORRECTION_OF_THE_DRIFT)) {
                wrong.add(new WrongGenerator("the correction of the drift dropped", scaled(generator, i, 0), 1));
            }
            if (term.forest().equals(THIRD_CUMULANT)) {
                wrong.add(new WrongGenerator("the third cumulant dropped", scaled(generator, i, 0), 2));
            }
        }
        for (int i = 0; i < terms.size(); i++) {
            wrong.add(new WrongGenerator(
                    "the coefficient of " + terms.get(i).forest() + " times 1.01",
                    scaled(generator, i, PER_CENT_MORE),
                    0));
        }
        return wrong;
    }

    private static ModifiedGenerator scaled(ModifiedGenerator generator, int term, double factor) {
        List<Double> factors =
                new ArrayList<>(Collections.nCopies(generator.terms().size(), 1.0));
        factors.set(term, factor);
        return generator.weighted(factors);
    }
}
