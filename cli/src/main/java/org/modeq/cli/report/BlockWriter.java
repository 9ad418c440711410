package org.modeq.cli.report;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the blocks of one page as markup, and counts its formulas and tables for their labels. */
final class BlockWriter implements BlockCases<String> {
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>\\n?", Pattern.DOTALL);

    private final Set<String> styles = new TreeSet<>();
    private int formulas;
    private int tables;
    private int sliders;

    String write(Block block) {
        return block.fold(this);
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        return "<p>" + Html.text(paragraph.text()) + "</p>\n";
    }

    @Override
    public String formula(Block.Formula formula) {
        formulas++;
        return """
                <div class="formula">
                <div class="scroll" role="group" tabindex="0" aria-label="Formula %d">\
                <code class="tex display">%s</code></div>
                %s</div>
                """.formatted(formulas, Html.text(formula.tex()), copyButton("Copy LaTeX", formula.copyText()));
    }

    @Override
    public String subheading(Block.Subheading subheading) {
        return "<h3 id=\"" + subheading.anchor() + "\">" + Html.text(subheading.text())
                + " <a class=\"anchor\" href=\"#" + subheading.anchor() + "\" aria-label=\"Link to "
                + Html.text(subheading.text()) + "\">#</a></h3>\n";
    }

    @Override
    public String table(Block.Table table) {
        tables++;
        return new TableWriter(table, tables).write();
    }

    @Override
    public String picture(Block.Picture picture) {
        return figure("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Picture\">\n"
                + withoutKnownStyle(picture.svg()) + "\n</div>\n" + caption(picture.caption()));
    }

    private static String figure(String content) {
        return "<figure>\n" + content + "</figure>\n";
    }

    private static String caption(String words) {
        return words.isEmpty() ? "" : "<figcaption>" + Html.text(words) + "</figcaption>\n";
    }

    /** The slider is the script's; without it there is the picture that is shown first. */
    @Override
    public String frames(Block.Frames frames) {
        sliders++;
        String name = "frame" + sliders;
        StringBuilder content = new StringBuilder(
                """
                <p class="controls choices" hidden><label>%s <input type="range" data-choice="%s" min="0" max="%d" step="1" \
                value="%d"></label></p>
                <div class="scroll" role="group" tabindex="0" aria-label="Picture">
                """.formatted(Html.text(frames.label()), name, frames.frames().size() - 1, frames.shown()));
        // First, because the style must not stand in a template.
        String first = withoutKnownStyle(frames.frames().get(frames.shown()).svg());
        for (int i = 0; i < frames.frames().size(); i++) {
            Block.Frames.Frame frame = frames.frames().get(i);
            content.append(dependent(
                    "data-words=\"" + Html.text(frame.words()) + "\" data-when=\"" + name + "=" + i + "\"",
                    i != frames.shown(),
                    (i == frames.shown() ? first : withoutKnownStyle(frame.svg())) + "\n"));
        }
        return figure(content.append("</div>\n") + caption(frames.caption()));
    }

    @Override
    public String choices(Block.Choices choices) {
        StringBuilder markup = new StringBuilder("<p class=\"controls choices\" hidden>\n");
        for (Block.Choices.Choice choice : choices.lists()) {
            markup.append("<label>").append(Html.text(choice.label())).append(" <select data-choice=\"");
            markup.append(Html.text(choice.name())).append("\">");
            choice.options()
                    .forEach(option -> markup.append("<option value=\"")
                            .append(Html.text(option.getKey()))
                            .append(option.getKey().equals(choice.chosen()) ? "\" selected>" : "\">")
                            .append(Html.text(option.getValue()))
                            .append("</option>"));
            markup.append("</select></label>\n");
        }
        return markup.append("</p>\n").toString();
    }

    @Override
    public String variant(Block.Variant variant) {
        String when = variant.when().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return dependent("data-when=\"" + Html.text(when) + "\"", variant.isSpare(), write(variant.block()));
    }

    private static String dependent(String attributes, boolean isSpare, String content) {
        String element = isSpare ? "template" : "div";
        return "<" + element + " class=\"variant\" " + attributes + ">\n" + content + "</" + element + ">\n";
    }

    /** A style inside a picture holds for the whole page: what another picture has said is not said again. */
    private String withoutKnownStyle(String svg) {
        return STYLE.matcher(svg)
                .replaceAll(style -> styles.add(style.group()) ? Matcher.quoteReplacement(style.group()) : "");
    }

    @Override
    public String code(Block.Code code) {
        return """
                <div class="listing">
                <pre class="scroll" role="group" tabindex="0" aria-label="Command"><code>%s</code></pre>
                %s</div>
                """.formatted(Html.text(code.text()), copyButton("Copy", code.text()));
    }

    private static String copyButton(String words, String text) {
        return """
                <p class="controls"><button type="button" class="copy" data-copy="%s" hidden>%s</button> \
                <span role="status"></span></p>
                """.formatted(Html.text(text), words);
    }
}
