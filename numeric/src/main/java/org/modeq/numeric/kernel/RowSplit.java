package org.modeq.numeric.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Large products by several threads, each of which computes a band of rows of C with the same kernel.
 *
 * <p>No sum is split, so the digits are those of one thread ({@link ProductKernel#multiply}).
 */
final class RowSplit implements ProductKernel {
    /** Products m·k·n below which handing over costs more than it gains; 5 million take about 90 microseconds. */
    private static final long LARGE = 5_000_000;

    /** Bands begin at multiples of this many rows, so that tiles of rows stay whole. */
    private static final int GRAIN = 12;

    private final ProductKernel kernel;
    private final int threads;
    private final ExecutorService others;

    /** Splits the products of a kernel over so many threads, the calling one among them. */
    RowSplit(ProductKernel kernel, int threads) {
        this.kernel = kernel;
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(threads - 1, task -> {
            Thread thread = new Thread(task, "modeq-product");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public String name() {
        return kernel.name();
    }

    @Override
    public String description() {
        return kernel.description();
    }

    @Override
    public int width() {
        return kernel.width();
    }

    @Override
    public void multiply(
            boolean isSum,
            int m,
            int k,
            int n,
            double[] a,
            int aStart,
            int aRow,
            int aColumn,
            double[] b,
            int bStart,
            int bRow,
            int bColumn,
            double[] c,
            int cStart,
            int cRow) {
        int band = (m + threads * GRAIN - 1) / (threads * GRAIN) * GRAIN;
        if (band >= m || (long) m * k * n < LARGE) {
            kernel.multiply(isSum, m, k, n, a, aStart, aRow, aColumn, b, bStart, bRow, bColumn, c, cStart, cRow);
            return;
        }
        List<Future<?>> bands = new ArrayList<>();
        for (int first = band; first < m; first += band) {
            int rows = Math.min(band, m - first);
            int aBand = aStart + first * aRow;
            int cBand = cStart + first * cRow;
            bands.add(others.submit(() -> kernel.multiply(
                    isSum, rows, k, n, a, aBand, aRow, aColumn, b, bStart, bRow, bColumn, c, cBand, cRow)));
        }
        try {
            kernel.multiply(isSum, band, k, n, a, aStart, aRow, aColumn, b, bStart, bRow, bColumn, c, cStart, cRow);
        } finally {
            await(bands);
        }
    }

    /** Waits until all bands are there: before that the arrays are not the caller's again. */
    private static void await(List<Future<?>> bands) {
        boolean isInterrupted = false;
        for (Future<?> band : bands) {
            boolean isDone = false;
            while (!isDone) {
                try {
                    band.get();
                    isDone = true;
                } catch (InterruptedException interrupted) {
                    isInterrupted = true;
                } catch (ExecutionException | CancellationException failure) {
                    throw new IllegalStateException("a band of a product failed", failure);
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
