package org.modeq.cli.report;

import java.util.List;

/**
 * A page that asks a server for its content: the style of the reports, KaTeX with all fonts that are usual, and a script.
 *
 * @param title the title, as text
 * @param body what the page holds before the script runs, as markup
 * @param style further style
 * @param script the script, which may use {@code katex}
 */
public record LivePage(String title, String body, String style, String script) {
    /** {@return the page as one HTML file} */
    public String render() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <!--
                This page carries KaTeX and some of its fonts. Their licences:

                %s
                -->
                <style>%s</style>
                <style>%s</style>
                <style>%s</style>
                </head>
                <body>
                %s
                <script>%s</script>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        Html.text(title),
                        Html.comment(Katex.licences()),
                        Html.style(Katex.style(List.of())),
                        Html.style(Resources.text("report.css")),
                        Html.style(style),
                        body,
                        Html.script(Katex.script()),
                        Html.script(script));
    }
}
