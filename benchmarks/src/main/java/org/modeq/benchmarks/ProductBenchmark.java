package org.modeq.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.kernel.ProductKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** C += A·B by each kernel, and by EJML, for the shapes that matter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProductBenchmark {
    /** A kernel by its name, or {@code ejml}. */
    @Param({"vector", "plain", "ejml"})
    public String kernel = "plain";

    /** The product and its sizes m, k, n: {@code TN} is Aᵀ·B and {@code NT} is A·Bᵀ, A being m×k and B k×n once turned. */
    @Param({
        "NN-200-10-32",
        "NN-200-32-32",
        "NN-200-32-1",
        "TN-32-200-32",
        "NT-200-32-32",
        "NN-256-784-64",
        "TN-784-256-64",
        "NN-256-64-10",
        "TN-64-256-10",
        "NT-256-10-64",
        "NN-4096-784-64",
        "NN-512-512-512",
        "TN-512-512-512",
        "NT-512-512-512",
        "NN-1024-784-512",
        "NN-2048-784-512"
    })
    public String shape = "NN-512-512-512";

    private int m;
    private int k;
    private int n;
    private boolean isLeftTurned;
    private boolean isRightTurned;
    private DMatrixRMaj a = new DMatrixRMaj(0, 0);
    private DMatrixRMaj b = new DMatrixRMaj(0, 0);
    private DMatrixRMaj c = new DMatrixRMaj(0, 0);
    private Runnable product = () -> {};

    /** For JMH. */
    public ProductBenchmark() {}

    /** Random matrices of the shape. */
    @Setup
    public void prepare() {
        String[] parts = shape.split("-", -1);
        isLeftTurned = parts[0].startsWith("T");
        isRightTurned = parts[0].endsWith("T");
        m = Integer.parseInt(parts[1]);
        k = Integer.parseInt(parts[2]);
        n = Integer.parseInt(parts[3]);
        Random random = new Random(1);
        a = random(random, isLeftTurned ? k : m, isLeftTurned ? m : k);
        b = random(random, isRightTurned ? n : k, isRightTurned ? k : n);
        c = new DMatrixRMaj(m, n);
        product = kernel.equals("ejml") ? this::byEjml : byKernel();
    }

    private static DMatrixRMaj random(Random random, int rows, int columns) {
        return new DMatrixRMaj(
                rows,
                columns,
                true,
                random.doubles((long) rows * columns, -1, 1).toArray());
    }

    private Runnable byKernel() {
        ProductKernel found = Kernels.found().stream()
                .filter(each -> each.name().equals(kernel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the kernel '" + kernel + "' is not found here"));
        int aRow = isLeftTurned ? 1 : k;
        int aColumn = isLeftTurned ? m : 1;
        int bRow = isRightTurned ? 1 : n;
        int bColumn = isRightTurned ? k : 1;
        return () -> found.multiply(true, m, k, n, a.data, 0, aRow, aColumn, b.data, 0, bRow, bColumn, c.data, 0, n);
    }

    private void byEjml() {
        if (isLeftTurned) {
            CommonOps_DDRM.multAddTransA(a, b, c);
        } else if (isRightTurned) {
            CommonOps_DDRM.multAddTransB(a, b, c);
        } else {
            CommonOps_DDRM.multAdd(a, b, c);
        }
    }

    /**
     * One product.
     *
     * @return C
     */
    @Benchmark
    public DMatrixRMaj product() {
        product.run();
        return c;
    }
}
