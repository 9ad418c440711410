package org.modeq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the page of each package, {@code package-info.java}, into Markdown for {@code docs/theory}. It uses nothing but Java,
 * so that {@code java cli/src/test/java/org/modeq/cli/TheoryPages.java} writes all pages anew.
 */
final class TheoryPages {
    private static final List<String> MODULES = List.of("symbolic", "numeric", "proofs-check");

    /** The order in which to read them; the others follow by name. */
    private static final List<String> READ_FIRST = List.of(
            "symbolic.tree",
            "symbolic.series",
            "symbolic.method",
            "symbolic.modified",
            "symbolic.lie",
            "symbolic.contraction",
            "numeric.jet",
            "numeric.graph",
            "numeric.evaluate",
            "numeric.study");

    private static final String BASE = "org.modeq.";
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*\n(.*?)\n? \\*/");
    private static final Pattern PRE = Pattern.compile("(?s)<pre>\\s?\n?(.*?)\\s*</pre>");
    private static final Pattern INLINE = Pattern.compile(
            "(?s)\\{@(code|link|linkplain)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}|\\\\\\((.*?)\\\\\\)|\\\\\\[(.*?)\\\\\\]"
                    + "|</?(em|i|b|strong|code|ul|ol|li|p)>|[*_\\[\\]`]|^(?=[+-] )",
            Pattern.MULTILINE);

    private final Path root;
    private final SortedMap<String, Path> packages = new TreeMap<>();

    private TheoryPages(Path root) throws IOException {
        this.root = root;
        for (String module : MODULES) {
            Path sources = root.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .map(Path::getParent)
                        .forEach(folder -> packages.put(
                                sources.relativize(folder).toString().replace('/', '.'), folder));
            }
        }
    }

    /** The pages by the names of their files, for the project in a folder. */
    static SortedMap<String, String> of(Path root) throws IOException {
        TheoryPages all = new TheoryPages(root);
        SortedMap<String, String> pages = new TreeMap<>();
        for (String name : all.packages.keySet()) {
            pages.put(file(name), all.page(name));
        }
        pages.put("README.md", all.index());
        return pages;
    }

    private static String file(String packageName) {
        return packageName.substring(BASE.length()) + ".md";
    }

    private String source(String name) throws IOException {
        Path folder = packages.get(name);
        Matcher comment = COMMENT.matcher(Files.readString(folder.resolve("package-info.java")));
        if (!comment.find()) {
            throw new IllegalArgumentException("given " + folder + ", expected a comment in its package-info.java");
        }
        return comment.group(1).replaceAll("(?m)^ \\* ?", "").replaceAll("(?m)^@(?:since|see|author|version)\\b.*", "");
    }

    private String page(String name) throws IOException {
        String text = source(name);
        String link = "../../" + root.relativize(packages.get(name));
        StringBuilder page = new StringBuilder("# " + name.substring(BASE.length()) + "\n\n");
        Matcher pre = PRE.matcher(text);
        int from = 0;
        while (pre.find()) {
            page.append(prose(text.substring(from, pre.start()))).append("\n\n");
            page.append("```text\n").append(formula(pre.group(1))).append("\n```\n\n");
            from = pre.end();
        }
        String rest = prose(text.substring(from));
        page.append(rest).append(rest.isEmpty() ? "" : "\n\n");
        return page.append("<sub>The page of the package [`" + name + "`](" + link + "), written by"
                        + " [TheoryPages](../../cli/src/test/java/org/modeq/cli/TheoryPages.java).</sub>\n")
                .toString();
    }

    /** Lines of formulas as they stand, without marks. */
    private static String formula(String text) {
        String plain = Pattern.compile("\\{@(?:code|link|linkplain)\\s+([^{}]*)\\}")
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
        return unescaped(plain.replaceAll("</?(?:em|b)>", "")).stripTrailing();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String prose(String text) {
        return INLINE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(inline(match)))
                .replaceAll("\n +\n", "\n\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private String inline(MatchResult match) {
        String tag = match.group(1);
        if (tag != null) {
            String body = match.group(2).strip();
            return tag.equals("code") ? "`" + unescaped(body) + "`" : link(body);
        }
        if (match.group(3) != null) {
            return "$" + unescaped(match.group(3)) + "$";
        }
        if (match.group(4) != null) {
            return "\n$$" + unescaped(match.group(4)) + "$$\n";
        }
        String element = match.group(5);
        if (element == null) {
            return "\\" + match.group();
        }
        return switch (element) {
            case "em", "i" -> "*";
            case "b", "strong" -> "**";
            case "code" -> "`";
            case "li" -> match.group().startsWith("</") ? "" : "- ";
            default -> "";
        };
    }

    /** A link to the page of a package, or to the source of a class. */
    private String link(String body) {
        String[] parts = body.split("\\s+", 2);
        String target = parts[0].replaceAll("#.*", "");
        String last = target.substring(target.lastIndexOf('.') + 1);
        String member = parts[0].contains("#") ? parts[0].substring(parts[0].indexOf('#') + 1) : "";
        String label = parts.length > 1
                ? parts[1].replaceAll("\\s+", " ")
                : "`" + (packages.containsKey(target) ? target.substring(BASE.length()) : last)
                        + (member.isEmpty() ? "" : "." + member) + "`";
        if (packages.containsKey(target)) {
            return "[" + label + "](" + file(target) + ")";
        }
        Path folder = packages.get(target.substring(0, Math.max(0, target.lastIndexOf('.'))));
        return folder == null
                ? label
                : "[" + label + "](../../" + root.relativize(folder).resolve(last + ".java") + ")";
    }

    private String index() throws IOException {
        List<String> names =
                new ArrayList<>(READ_FIRST.stream().map(name -> BASE + name).toList());
        StringBuilder page = new StringBuilder("""
                # The theory, package by package

                Each package begins with a page that gives its objects, its formulas, the conventions that are fixed in it, a worked example
                and the source. These are the same pages in Markdown. Read these first, in this order:

                """);
        lines(page, names);
        page.append("\nThe others:\n\n");
        lines(
                page,
                packages.keySet().stream().filter(name -> !names.contains(name)).toList());
        return page.append("""

                        `java cli/src/test/java/org/modeq/cli/TheoryPages.java` writes them anew from the sources; a test compares. The standard book is
                        Hairer, Lubich and Wanner, *Geometric Numerical Integration* (2006), chapters III and IX.
                        """).toString();
    }

    private void lines(StringBuilder page, List<String> names) throws IOException {
        for (String name : names) {
            String first = prose(source(name).split("(?<=[.:])\\s+<p>|\n\n|\\.\\s", 2)[0])
                    .replaceAll("\\s+", " ");
            page.append("- [" + name.substring(BASE.length()) + "](" + file(name) + "): "
                    + first.replaceAll("[.:]$", "") + ".\n");
        }
    }

    /** Writes all pages, and removes those of packages that are no more. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path folder = Files.createDirectories(root.resolve("docs/theory"));
        SortedMap<String, String> pages = of(root);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path page : old.filter(
                            file -> !pages.containsKey(file.getFileName().toString()))
                    .toList()) {
                Files.delete(page);
            }
        }
        for (String name : pages.keySet()) {
            Files.writeString(folder.resolve(name), pages.get(name));
        }
    }
}
