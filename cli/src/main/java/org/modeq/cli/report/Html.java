package org.modeq.cli.report;

/** Strings made safe for the place where they stand in a page. */
final class Html {
    private Html() {}

    /** The string as text, or as the value of an attribute in double quotes: nothing in it is markup. */
    static String text(String value) {
        StringBuilder safe = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // A reader of HTML would turn this one into a line feed.
                case '\r' -> safe.append("&#13;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** The program as the content of a script element: no string in it can end the element. */
    static String script(String program) {
        return program.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /** The style sheet as the content of a style element. */
    static String style(String sheet) {
        return sheet.replace("</", "<\\/");
    }

    /** The string as the content of a comment. */
    static String comment(String value) {
        return value.replace("<!--", "< !--").replace("-->", "-- >").replace("--!>", "-- !>");
    }
}
