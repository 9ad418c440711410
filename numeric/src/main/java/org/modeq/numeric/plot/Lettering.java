package org.modeq.numeric.plot;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Words as outlines of the letters of DejaVu Sans, which lies beside this class: no font of the machine is asked for.
 *
 * <p>Letters stand side by side by their widths, without kerning. A mark without a width of its own, such as the dot of θ̇, is centred over
 * the letter before it. In the place of a character that the font does not have stands the plain one that it is a form of, as L for 𝓛,
 * or else a box.
 */
final class Lettering {
    private static final String FONT = "DejaVuSans.ttf";

    /** The room between a letter and a mark over it, as a part of the size. */
    private static final double OVER = 0.06;

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final int unitsPerEm;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Read once, when the first letter is asked for. */
    private static final class Only {
        private static final Lettering LETTERING = read();
    }

    static Lettering only() {
        return Only.LETTERING;
    }

    private static Lettering read() {
        try (InputStream stream = Lettering.class.getResourceAsStream(FONT)) {
            if (stream == null) {
                throw new AssertionError("the font " + FONT + " is not beside " + Lettering.class);
            }
            return new Lettering(new TTFParser(true).parse(new RandomAccessReadBuffer(stream.readAllBytes())));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the font " + FONT, failure);
        }
    }

    /** Whether the font has a character. */
    boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /** The number of the outline of a character. */
    private int glyphOf(int character) {
        int own = characters.getGlyphId(character);
        return own != 0
                ? own
                : characters.getGlyphId(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                        .codePointAt(0));
    }

    /** How wide words are in letters of a size. */
    double width(String words, double size) {
        double units = 0;
        for (int character : words.codePoints().toArray()) {
            units += isOver(character) ? 0 : advance(character);
        }
        return units * size / unitsPerEm;
    }

    /** The outlines of words that begin at the origin of their base line; y goes down. */
    Path2D outline(String words, double size) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Rectangle2D last = new Rectangle2D.Double();
        double pen = 0;
        for (int character : words.codePoints().toArray()) {
            Path2D glyph = glyph(character);
            if (isOver(character)) {
                glyph.transform(toTheTopOf(last, glyph.getBounds2D()));
                last = last.createUnion(glyph.getBounds2D());
            } else {
                glyph.transform(AffineTransform.getTranslateInstance(pen, 0));
                last = glyph.getBounds2D();
                pen += advance(character);
            }
            path.append(glyph, false);
        }
        path.transform(AffineTransform.getScaleInstance(size / unitsPerEm, -size / unitsPerEm));
        return path;
    }

    private static boolean isOver(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private AffineTransform toTheTopOf(Rectangle2D letter, Rectangle2D mark) {
        return AffineTransform.getTranslateInstance(
                letter.getCenterX() - mark.getCenterX(), letter.getMaxY() + OVER * unitsPerEm - mark.getMinY());
    }

    private Path2D glyph(int character) {
        try {
            return new Path2D.Double(
                    font.getGlyph().getGlyph(glyphOf(character)).getPath());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the character " + character + " of " + FONT, failure);
        }
    }

    private int advance(int character) {
        try {
            return font.getAdvanceWidth(glyphOf(character));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the character " + character + " of " + FONT, failure);
        }
    }
}
