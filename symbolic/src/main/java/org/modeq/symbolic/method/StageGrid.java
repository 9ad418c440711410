package org.modeq.symbolic.method;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.modeq.symbolic.ring.Rational;

/**
 * The stages of a Runge–Kutta method in the steps 0 … N−1, and what is linear in the values there.
 *
 * <p>Let D be the common denominator of the tableaus; the engine works with the integers D·a and D·b. The <em>product
 * row</em> of a forest F is G_i(F; j) = Π over the t in F of what stage i of step j sees of t, times D^|F|: one integer
 * for each step and stage, number js + i of the row with s stages. It does not depend on the root under which F stands:
 * <pre>
 *   G_i({c[F]}; j) = Σ_l D a_il G_l(F; j) + Σ_{j′&lt;j} Σ_l D b_l G_l(F; j′),      A, b those of c,
 *   L(n) D^n b(c[F]) = Σ_j V(n, j) Σ_i D b_i G_i(F; j),                         |c[F]| = n,
 * </pre>
 * with the integers L(n) and V(n, j) of {@link StepGrid}.
 *
 * <p><b>Bound.</b> Let M_j be the largest Σ_l |D a_il| + j Σ_l |D b_l| over colours and stages. The first line gives
 * |G_i(F; j)| ≤ M_j^|F| by induction over the size: in the sum over j′ every |G_l(F; j′)| is at most M_j^|F|, since
 * M_j′ ≤ M_j. With the second line
 * <pre>
 *   |L(n) D^n b(t)| ≤ max_c Σ_i |D b_i| · Σ_j |V(n, j)| M_j^(n−1),      |t| = n.
 * </pre>
 */
final class StageGrid {
    private final int order;
    private final int stages;
    private final BigInteger denominator;
    /** By colour, by stage i: the numbers D a_il. */
    private final BigInteger[][][] a;
    /** By colour: the numbers D b_i. */
    private final BigInteger[][] b;

    StageGrid(RungeKutta<Rational> method, int order) {
        List<Tableau<Rational>> tableaus = List.copyOf(method.tableaus().values());
        this.order = order;
        this.stages = tableaus.get(0).stages();
        this.denominator = tableaus.stream()
                .flatMap(tableau -> Stream.concat(tableau.a().stream(), Stream.of(tableau.b())))
                .flatMap(List::stream)
                .map(Rational::denominator)
                .reduce(BigInteger.ONE, StepGrid::leastCommonMultiple);
        this.a = tableaus.stream()
                .map(tableau -> tableau.a().stream().map(this::scaled).toArray(BigInteger[][]::new))
                .toArray(BigInteger[][][]::new);
        this.b = tableaus.stream().map(tableau -> scaled(tableau.b())).toArray(BigInteger[][]::new);
    }

    private BigInteger[] scaled(List<Rational> numbers) {
        return numbers.stream()
                .map(number -> number.numerator().multiply(denominator.divide(number.denominator())))
                .toArray(BigInteger[]::new);
    }

    /** {@return s} */
    int stages() {
        return stages;
    }

    /** The length of a product row. */
    int rowLength() {
        return order * stages;
    }

    /** The numbers D a_il of stage i. */
    BigInteger[] a(int colour, int i) {
        return a[colour][i].clone();
    }

    /** The numbers D b_i. */
    BigInteger[] b(int colour) {
        return b[colour].clone();
    }

    /** L(n) D^n, by which the coefficients of the trees of order n are multiplied. */
    BigInteger denominator(int n) {
        return StepGrid.leastCommonMultiple(n).multiply(denominator.pow(n));
    }

    /** The functional that sends the product row of F to L(n) D^n b(c[F]). */
    BigInteger[] functional(int colour, int n) {
        BigInteger[] functional = new BigInteger[rowLength()];
        for (int j = 0; j < order; j++) {
            BigInteger value = StepGrid.newtonWeight(n, j);
            for (int i = 0; i < stages; i++) {
                functional[j * stages + i] = value.multiply(b[colour][i]);
            }
        }
        return functional;
    }

    /** The functional U({d[F]}) as a functional of the product row of F. */
    BigInteger[] pulledBack(BigInteger[] functional, int d) {
        BigInteger[] result = new BigInteger[rowLength()];
        BigInteger later = BigInteger.ZERO;
        for (int j = order - 1; j >= 0; j--) {
            for (int l = 0; l < stages; l++) {
                BigInteger sum = later.multiply(b[d][l]);
                for (int i = 0; i < stages; i++) {
                    sum = sum.add(functional[j * stages + i].multiply(a[d][i][l]));
                }
                result[j * stages + l] = sum;
            }
            for (int i = 0; i < stages; i++) {
                later = later.add(functional[j * stages + i]);
            }
        }
        return result;
    }

    /** The least K for which |L(n) D^n b(t)| &lt; 2^(64K−1) is proved for every tree t of order n ≤ N. */
    int limbs() {
        int bits = 0;
        for (int n = 1; n <= order; n++) {
            bits = Math.max(bits, bound(n).bitLength());
        }
        return bits / Long.SIZE + 1;
    }

    /** The bound of L(n) D^n b(t) for trees of order n. */
    BigInteger bound(int n) {
        BigInteger sum = BigInteger.ZERO;
        for (int j = 0; j < n; j++) {
            sum = sum.add(
                    StepGrid.newtonWeight(n, j).abs().multiply(largestFactor(j).pow(n - 1)));
        }
        BigInteger largestWeight = BigInteger.ZERO;
        for (BigInteger[] weights : b) {
            largestWeight = largestWeight.max(absoluteSum(weights));
        }
        return sum.multiply(largestWeight);
    }

    /** M_j. */
    private BigInteger largestFactor(int j) {
        BigInteger largest = BigInteger.ZERO;
        for (int c = 0; c < b.length; c++) {
            BigInteger earlier = absoluteSum(b[c]).multiply(BigInteger.valueOf(j));
            for (BigInteger[] row : a[c]) {
                largest = largest.max(absoluteSum(row).add(earlier));
            }
        }
        return largest;
    }

    private static BigInteger absoluteSum(BigInteger[] numbers) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger number : numbers) {
            sum = sum.add(number.abs());
        }
        return sum;
    }
}
