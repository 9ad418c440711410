package org.modeq.numeric.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a figure as a PNG file. */
final class PngWriter {
    /** Twice the size of the SVG: sharp on screens with small pixels. */
    static final int SCALE = 2;

    private PngWriter() {}

    static byte[] write(Panels panels) {
        FigurePainter painter = new FigurePainter(panels);
        PixelCanvas canvas = new PixelCanvas(painter.width(), painter.height(), SCALE);
        painter.paint(canvas);
        return encoded(Palette.applied(canvas.pixels()));
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, List.of(), null), smallest);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to memory", failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
