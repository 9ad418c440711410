package org.modeq.cli.report;

/**
 * A function on blocks, by its values on each kind.
 *
 * @param <R> the type of the values
 */
public interface BlockCases<R> {
    /**
     * {@return the value on a paragraph}
     *
     * @param paragraph the block
     */
    R paragraph(Block.Paragraph paragraph);

    /**
     * {@return the value on a heading within a section}
     *
     * @param subheading the block
     */
    R subheading(Block.Subheading subheading);

    /**
     * {@return the value on a formula}
     *
     * @param formula the block
     */
    R formula(Block.Formula formula);

    /**
     * {@return the value on a table}
     *
     * @param table the block
     */
    R table(Block.Table table);

    /**
     * {@return the value on a picture}
     *
     * @param picture the block
     */
    R picture(Block.Picture picture);

    /**
     * {@return the value on pictures under a slider}
     *
     * @param frames the block
     */
    R frames(Block.Frames frames);

    /**
     * {@return the value on a command}
     *
     * @param code the block
     */
    R code(Block.Code code);

    /**
     * {@return the value on choices}
     *
     * @param choices the block
     */
    R choices(Block.Choices choices);

    /**
     * {@return the value on a block that depends on choices}
     *
     * @param variant the block
     */
    R variant(Block.Variant variant);
}
