package org.modeq.cli.report;

import java.util.stream.Stream;

/** The formulas of a block, for which the page has to have fonts. */
final class FormulasOf implements BlockCases<Stream<String>> {
    @Override
    public Stream<String> paragraph(Block.Paragraph paragraph) {
        return Stream.empty();
    }

    @Override
    public Stream<String> subheading(Block.Subheading subheading) {
        return Stream.empty();
    }

    @Override
    public Stream<String> formula(Block.Formula formula) {
        return Stream.of(formula.tex());
    }

    @Override
    public Stream<String> table(Block.Table table) {
        return table.rows().stream()
                .flatMap(row -> table.formulaColumns().stream().map(row::get));
    }

    @Override
    public Stream<String> picture(Block.Picture picture) {
        return Stream.empty();
    }

    @Override
    public Stream<String> frames(Block.Frames frames) {
        return Stream.empty();
    }

    @Override
    public Stream<String> code(Block.Code code) {
        return Stream.empty();
    }

    @Override
    public Stream<String> choices(Block.Choices choices) {
        return Stream.empty();
    }

    @Override
    public Stream<String> variant(Block.Variant variant) {
        return variant.block().fold(this);
    }
}
