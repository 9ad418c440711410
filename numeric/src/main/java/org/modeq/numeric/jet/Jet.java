package org.modeq.numeric.jet;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.modeq.numeric.kernel.Products;

/** A matrix over an algebra of truncated polynomials: X = Σ_e X_e ε^e; immutable. */
public final class Jet {
    private final JetAlgebra algebra;
    private final Coefficients coefficients;
    private final Shape shape;

    Jet(JetAlgebra algebra, Coefficients coefficients) {
        this.algebra = algebra;
        this.coefficients = coefficients;
        this.shape = coefficients.shape();
    }

    /**
     * A matrix without ε.
     *
     * @param algebra the algebra
     * @param matrix X₀; copied
     * @return the jet X₀
     */
    public static Jet constant(JetAlgebra algebra, DMatrixRMaj matrix) {
        Coefficients coefficients = new Coefficients(algebra, new Shape(matrix.numRows, matrix.numCols));
        coefficients.set(0, matrix.copy());
        return new Jet(algebra, coefficients);
    }

    /**
     * A column of real numbers.
     *
     * @param algebra the algebra
     * @param entries x; copied
     * @return the d×1 jet x
     */
    public static Jet column(JetAlgebra algebra, double... entries) {
        return affine(algebra, entries, List.of());
    }

    /**
     * The zero matrix.
     *
     * @param algebra the algebra
     * @param rows its number of rows
     * @param columns its number of columns
     * @return 0
     */
    public static Jet zero(JetAlgebra algebra, int rows, int columns) {
        return new Jet(algebra, new Coefficients(algebra, new Shape(rows, columns)));
    }

    /**
     * The point x moved along directions: x + ε₁v₁ + … + ε_m v_m.
     *
     * @param algebra an algebra of at least m variables, each of degree at least 1
     * @param point x
     * @param directions v₁, …, v_m, of the dimension of x
     * @return the d×1 jet
     * @throws IllegalArgumentException if a direction has another dimension, or there are more directions than
     *     variables
     */
    public static Jet affine(JetAlgebra algebra, double[] point, List<double[]> directions) {
        if (directions.size() > algebra.degrees().size()) {
            throw new IllegalArgumentException("given " + directions.size() + " directions, expected at most "
                    + algebra.degrees().size() + " in " + algebra);
        }
        Coefficients coefficients = new Coefficients(algebra, new Shape(point.length, 1));
        coefficients.set(0, columnMatrix(point));
        for (int i = 0; i < directions.size(); i++) {
            if (directions.get(i).length != point.length) {
                throw new IllegalArgumentException("given a direction of dimension " + directions.get(i).length
                        + " at a point of dimension " + point.length + ", expected equal dimensions");
            }
            coefficients.set(algebra.indexOfVariable(i), columnMatrix(directions.get(i)));
        }
        return new Jet(algebra, coefficients);
    }

    private static DMatrixRMaj columnMatrix(double[] entries) {
        return new DMatrixRMaj(entries.length, 1, true, entries.clone());
    }

    /** {@return the algebra over which this is a matrix} */
    public JetAlgebra algebra() {
        return algebra;
    }

    Coefficients coefficients() {
        return coefficients;
    }

    /** {@return the number of rows} */
    public int rows() {
        return shape.rows();
    }

    /** {@return the number of columns} */
    public int columns() {
        return shape.columns();
    }

    /**
     * The coefficient X_e.
     *
     * @param exponents e
     * @return a copy of X_e, zero where it is absent
     * @throws IllegalArgumentException if ε^e is not a monomial of the algebra
     */
    public DMatrixRMaj coefficient(List<Integer> exponents) {
        DMatrixRMaj matrix = coefficients.get(algebra.index(exponents));
        return matrix == null ? shape.zero() : matrix.copy();
    }

    /**
     * The entries of the coefficient X_e row by row.
     *
     * @param exponents e
     * @return a new array; for a column its entries
     * @throws IllegalArgumentException if ε^e is not a monomial of the algebra
     */
    public double[] entries(Integer... exponents) {
        return coefficient(List.of(exponents)).data;
    }

    /** {@return the entries of the constant part X₀ row by row, in a new array} */
    public double[] constantEntries() {
        return Arrays.copyOf(constantPart().data, shape.entries());
    }

    /** The constant part itself, not a copy where it is present. */
    private DMatrixRMaj constantPart() {
        DMatrixRMaj present = coefficients.get(0);
        return present == null ? shape.zero() : present;
    }

    /**
     * This real matrix as a jet without ε: the embedding of ℝ into an algebra.
     *
     * @param target the algebra
     * @return the same matrix over it; nothing is copied
     * @throws IllegalArgumentException if this is a matrix over another algebra than ℝ and the target
     */
    public Jet in(JetAlgebra target) {
        if (algebra.equals(target)) {
            return this;
        }
        if (algebra.dimension() > 1) {
            throw new IllegalArgumentException(
                    "given a jet over " + algebra + ", expected a real matrix; only ℝ is embedded into " + target);
        }
        Coefficients embedded = new Coefficients(target, shape);
        embedded.set(0, coefficients.get(0));
        return new Jet(target, embedded);
    }

    /**
     * The sum.
     *
     * @param other Y, of the same size
     * @return X + Y
     */
    public Jet plus(Jet other) {
        return plus(1, other);
    }

    /**
     * The difference.
     *
     * @param other Y, of the same size
     * @return X − Y
     */
    public Jet minus(Jet other) {
        return plus(-1, other);
    }

    /**
     * A sum with a weight.
     *
     * @param factor w
     * @param other Y, of the same size
     * @return X + w·Y
     */
    public Jet plus(double factor, Jet other) {
        requireSameAlgebra(other);
        shape.require(shape.equals(other.shape), other.shape, "equal sizes");
        Coefficients sum = new Coefficients(algebra, shape);
        for (int e = 0; e < algebra.dimension(); e++) {
            DMatrixRMaj mine = coefficients.get(e);
            if (other.coefficients.get(e) == null) {
                sum.set(e, mine);
            } else {
                sum.addScaled(e, 1, mine);
                sum.addScaled(e, factor, other.coefficients.get(e));
            }
        }
        return new Jet(algebra, sum);
    }

    /**
     * A real multiple.
     *
     * @param factor w
     * @return w·X
     */
    public Jet scaled(double factor) {
        return new Jet(algebra, new Coefficients(algebra, shape)).plus(factor, this);
    }

    /**
     * The matrix product.
     *
     * @param right Y, with as many rows as this has columns
     * @return X·Y
     */
    public Jet times(Jet right) {
        shape.require(columns() == right.rows(), right.shape, "columns of X = rows of Y for X·Y");
        return product(right, new Shape(rows(), right.columns()), Products::addProduct);
    }

    /**
     * The matrix product with the transpose of this matrix.
     *
     * @param right Y, with as many rows as this
     * @return Xᵀ·Y
     */
    public Jet transposeTimes(Jet right) {
        shape.require(rows() == right.rows(), right.shape, "rows of X = rows of Y for Xᵀ·Y");
        return product(right, new Shape(columns(), right.columns()), Products::addTransposeProduct);
    }

    /**
     * The matrix product with the transpose of the other matrix.
     *
     * @param right Y, with as many columns as this
     * @return X·Yᵀ
     */
    public Jet timesTranspose(Jet right) {
        shape.require(columns() == right.columns(), right.shape, "columns of X = columns of Y for X·Yᵀ");
        return product(right, new Shape(rows(), right.rows()), Products::addProductTranspose);
    }

    /**
     * The product coordinate by coordinate.
     *
     * @param right Y, of the same size
     * @return X∘Y
     */
    public Jet hadamard(Jet right) {
        shape.require(shape.equals(right.shape), right.shape, "equal sizes");
        return product(right, shape, (a, b, c) -> Products.addHadamard(1, a, b, c));
    }

    /**
     * The multiple by an element of the algebra, for example by the step size h = ε.
     *
     * @param scalar s, a 1×1 jet
     * @return s·X
     */
    public Jet timesScalar(Jet scalar) {
        shape.require(scalar.shape.entries() == 1, scalar.shape, "a 1×1 jet as the scalar factor");
        return product(scalar, shape, (a, s, c) -> Products.addScaled(s.data[0], a, c));
    }

    /** (X·Y)_e = Σ_{a+b=e} X_a·Y_b for whatever bilinear product of matrices. */
    private Jet product(Jet right, Shape productShape, Coefficients.Product product) {
        requireSameAlgebra(right);
        return new Jet(algebra, coefficients.times(right.coefficients, productShape, product));
    }

    /** {@return exp X, coordinate by coordinate} */
    public Jet exp() {
        return new Jet(algebra, recursions().exp());
    }

    /**
     * The logarithm, coordinate by coordinate.
     *
     * @return log X
     * @throws ArithmeticException if a coordinate of the constant part is not positive
     */
    public Jet log() {
        return new Jet(algebra, recursions().log());
    }

    /** {@return tanh X and 1 − tanh² X, coordinate by coordinate} */
    public HyperbolicTangent tanh() {
        Recursions.HyperbolicTangentCoefficients tanh = recursions().tanh();
        return new HyperbolicTangent(new Jet(algebra, tanh.value()), new Jet(algebra, tanh.slope()));
    }

    /**
     * The reciprocal, coordinate by coordinate.
     *
     * @return 1/X
     * @throws ArithmeticException if a coordinate of the constant part is 0
     */
    public Jet reciprocal() {
        return new Jet(algebra, recursions().reciprocal());
    }

    private Recursions recursions() {
        return new Recursions(algebra, coefficients, constantPart());
    }

    /**
     * Each row divided by its own number.
     *
     * @param divisors y, a column with as many rows as this
     * @return diag(y)⁻¹·X
     * @throws ArithmeticException if a coordinate of the constant part of y is 0
     */
    public Jet dividedByColumn(Jet divisors) {
        shape.require(divisors.shape.equals(new Shape(rows(), 1)), divisors.shape, "a column with as many rows");
        return product(divisors.reciprocal(), shape, Reshaping::addScaledRows);
    }

    /**
     * A row added to every row.
     *
     * @param row y, a row with as many columns as this
     * @return X + 1·y
     */
    public Jet plusRow(Jet row) {
        shape.require(row.shape.equals(new Shape(1, columns())), row.shape, "a row with as many columns");
        return plus(row.mapped(shape, matrix -> Reshaping.repeatedRow(matrix, rows())));
    }

    /** {@return the column of the sums of the rows, X·1} */
    public Jet rowSums() {
        return mapped(new Shape(rows(), 1), Reshaping::rowSums);
    }

    /** {@return the row of the sums of the columns, 1ᵀ·X} */
    public Jet columnSums() {
        return mapped(new Shape(1, columns()), Reshaping::columnSums);
    }

    /** {@return the 1×1 jet of the sum of all entries} */
    public Jet sum() {
        return rowSums().columnSums();
    }

    /**
     * A stretch of this matrix, read row by row, as a matrix of another size.
     *
     * @param offset the place of its first entry
     * @param blockRows its number of rows
     * @param blockColumns its number of columns
     * @return the matrix with these entries row by row
     */
    public Jet block(int offset, int blockRows, int blockColumns) {
        Shape blockShape = new Shape(blockRows, blockColumns);
        shape.require(
                offset >= 0 && offset + blockShape.entries() <= shape.entries(),
                blockShape,
                "a block that lies within");
        return mapped(blockShape, matrix -> Reshaping.block(matrix, offset, blockRows, blockColumns));
    }

    /**
     * The entries of matrices, row by row and one matrix after the other, as one column.
     *
     * @param parts the matrices, at least one, over one algebra
     * @return the column
     */
    public static Jet stacked(List<Jet> parts) {
        JetAlgebra algebra = parts.get(0).algebra;
        int total = parts.stream().mapToInt(part -> part.shape.entries()).sum();
        Coefficients column = new Coefficients(algebra, new Shape(total, 1));
        int offset = 0;
        for (Jet part : parts) {
            parts.get(0).requireSameAlgebra(part);
            column.place(part.coefficients, offset);
            offset += part.shape.entries();
        }
        return new Jet(algebra, column);
    }

    /** A linear map of matrices, applied to every coefficient. */
    Jet mapped(Shape imageShape, Reshaping.LinearMap map) {
        return new Jet(algebra, coefficients.mapped(imageShape, map));
    }

    private void requireSameAlgebra(Jet other) {
        if (!algebra.equals(other.algebra)) {
            throw new IllegalArgumentException("given jets over " + algebra + " and over " + other.algebra
                    + ", expected one algebra; embed real matrices by in(algebra)");
        }
    }

    /** {@return the size and the algebra} */
    @Override
    public String toString() {
        return shape + " over " + algebra;
    }
}
