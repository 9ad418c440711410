package org.modeq.symbolic.lie;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modeq.symbolic.ring.PrimeField;

/**
 * Integers, one for each word of a walk, known by their remainders modulo more and more primes: in mixed radix
 * M = d₁ + p₁ (d₂ + p₂ (d₃ + …)), 0 ≤ d_i &lt; p_i, the negative ones from the top (Garner).
 */
final class ResidueTable {
    private final List<PrimeField> fields = new ArrayList<>();
    private final List<long[]> digits = new ArrayList<>();
    private BigInteger product = BigInteger.ONE;
    private long[] codes = new long[64];
    private byte[] lengths = new byte[64];
    private byte[] weights = new byte[64];
    private int size;

    int size() {
        return size;
    }

    long code(int i) {
        return codes[i];
    }

    int length(int i) {
        return lengths[i];
    }

    int weight(int i) {
        return weights[i];
    }

    /** p₁ p₂ ⋯; the integers are known if all are below half of it. */
    BigInteger product() {
        return product;
    }

    /** Adds a word to the first pass over the words. */
    void append(long code, int length, int weight) {
        if (size == codes.length) {
            int room = size + (size >> 1);
            codes = Arrays.copyOf(codes, room);
            lengths = Arrays.copyOf(lengths, room);
            weights = Arrays.copyOf(weights, room);
        }
        codes[size] = code;
        lengths[size] = (byte) length;
        weights[size] = (byte) weight;
        size++;
    }

    /** Takes the remainders modulo one more prime, elements of its field, in the order of the words. */
    void add(PrimeField field, long[] remainders) {
        long inverse = field.inverse(field.of(product));
        long[] radices = fields.stream()
                .mapToLong(known -> field.of(known.prime() % field.prime()))
                .toArray();
        long[] next = new long[size];
        for (int i = 0; i < size; i++) {
            long known = 0;
            for (int k = digits.size() - 1; k >= 0; k--) {
                known = field.add(field.multiply(known, radices[k]), field.of(digits.get(k)[i] % field.prime()));
            }
            next[i] = field.remainder(field.multiply(field.subtract(remainders[i], known), inverse));
        }
        fields.add(field);
        digits.add(next);
        product = product.multiply(BigInteger.valueOf(field.prime()));
    }

    boolean isZero(int i) {
        return digits.stream().allMatch(digit -> digit[i] == 0);
    }

    /** Adds M of a word to a sum; without big integers where |M| is below p₁, or below half of it if that is all. */
    void addTo(IntegerSum sum, int i) {
        long first = digits.get(0)[i];
        long prime = fields.get(0).prime();
        if (digits.size() == 1) {
            sum.add(2 * first > prime ? first - prime : first);
        } else if (digits.size() == 2 && digits.get(1)[i] == 0) {
            sum.add(first);
        } else if (digits.size() == 2 && digits.get(1)[i] == fields.get(1).prime() - 1) {
            sum.add(first - prime);
        } else {
            sum.add(integer(i));
        }
    }

    /** M of a word. */
    BigInteger integer(int i) {
        BigInteger value = BigInteger.ZERO;
        for (int k = digits.size() - 1; k >= 0; k--) {
            value = value.multiply(BigInteger.valueOf(fields.get(k).prime())).add(BigInteger.valueOf(digits.get(k)[i]));
        }
        return value.shiftLeft(1).compareTo(product) > 0 ? value.subtract(product) : value;
    }
}
