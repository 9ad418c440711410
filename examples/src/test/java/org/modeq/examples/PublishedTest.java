package org.modeq.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the files that go out with a release: poms, the citation, the page of what is public. */
@DisplayName("What is published")
class PublishedTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)}");

    private static Element pom(String folder) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(ROOT.resolve(folder).resolve("pom.xml").toFile());
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(folder, e);
        }
    }

    /** The children of an element with this name. */
    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element child && child.getTagName().equals(name)) {
                children.add(child);
            }
        }
        return children;
    }

    /** The text of the element at the end of a path of names. */
    private static String text(Element element, String... path) {
        Element place = element;
        for (String name : path) {
            place = children(place, name).get(0);
        }
        return place.getTextContent().strip();
    }

    private static String version() throws IOException {
        return text(pom(""), "version");
    }

    private static List<String> modules() throws IOException {
        return children(children(pom(""), "modules").get(0), "module").stream()
                .map(Node::getTextContent)
                .toList();
    }

    /** The version of each managed artefact, properties put in. */
    private static SortedMap<String, String> managed(Element pom) {
        SortedMap<String, String> versions = new TreeMap<>();
        Element management = children(pom, "dependencyManagement").get(0);
        for (Element dependency : children(children(management, "dependencies").get(0), "dependency")) {
            Matcher property = PROPERTY.matcher(text(dependency, "version"));
            String version = property.replaceAll(found -> found.group(1).equals("project.version")
                    ? text(pom, "version")
                    : text(pom, "properties", found.group(1)));
            versions.put(text(dependency, "groupId") + ":" + text(dependency, "artifactId"), version);
        }
        return versions;
    }

    @Test
    @DisplayName("has every module in the list of versions, each with the version of all")
    void modulesOfTheList() throws IOException {
        List<String> published = new ArrayList<>();
        for (String module : modules()) {
            if (!module.equals("bom")) {
                assertEquals(version(), text(pom(module), "parent", "version"), module);
                published.add("org.modeq:" + text(pom(module), "artifactId"));
            }
        }
        SortedMap<String, String> listed = managed(pom("bom"));
        assertEquals(
                published.stream().sorted().toList(),
                listed.keySet().stream()
                        .filter(name -> name.startsWith("org.modeq:"))
                        .toList());
        String version = version();
        published.forEach(name -> assertEquals(version, listed.get(name), name));
        assertEquals(version(), text(pom("bom"), "version"));
    }

    @Test
    @DisplayName("has in the list of versions those libraries that the parent pins, in its versions")
    void pins() throws IOException {
        SortedMap<String, String> listed = managed(pom("bom"));
        SortedMap<String, String> tested = managed(pom(""));
        listed.forEach((name, version) -> {
            if (!name.startsWith("org.modeq:")) {
                assertEquals(tested.get(name), version, name);
            }
        });
        assertTrue(listed.size() > modules().size());
    }

    @Test
    @DisplayName("has a name for every module that its packages begin with")
    void moduleNames() throws IOException {
        for (String module : modules()) {
            if (!module.equals("bom")) {
                String name = text(pom(module), "properties", "module.name");
                Path sources = ROOT.resolve(module).resolve(Path.of("src", "main", "java"));
                assertTrue(Files.isDirectory(sources.resolve(name.replace('.', '/'))), name);
                assertEquals("org.modeq." + module.replace("proofs-check", "proofs"), name);
            }
        }
    }

    @Test
    @DisplayName("is cited by one version, in both forms of the citation")
    void citation() throws IOException {
        String release = version().replace("-SNAPSHOT", "");
        String cff = Files.readString(ROOT.resolve("CITATION.cff"));
        String bib = Files.readString(ROOT.resolve("CITATION.bib"));
        assertTrue(cff.contains("\nversion: " + release + "\n"), cff);
        assertTrue(bib.contains("version = {" + release + "},"), bib);
        assertTrue(cff.contains("\nlicense: Apache-2.0\n") && bib.contains("{Apache-2.0}"), bib);
        assertTrue(cff.contains("name: The modeq developers") && bib.contains("{{The modeq developers}}"), bib);
    }

    @Test
    @DisplayName("says on the page of what is public which packages are, and these say since when")
    void publicPackages() throws IOException {
        String page = Files.readString(ROOT.resolve(Path.of("docs", "api.md")));
        List<String> listed = Pattern.compile("^\\| `(org\\.modeq[\\w.]*)` \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> since = new ArrayList<>();
        for (String module : modules()) {
            Path sources = ROOT.resolve(module).resolve(Path.of("src", "main", "java"));
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(path -> path.endsWith("package-info.java"))
                            .sorted()
                            .toList()) {
                        if (Files.readString(file).contains("\n * @since ")) {
                            since.add(sources.relativize(file.getParent())
                                    .toString()
                                    .replaceAll("[/\\\\]", "."));
                        }
                    }
                }
            }
        }
        assertEquals(since.stream().sorted().toList(), listed.stream().sorted().toList());
        assertTrue(since.size() > 10);
    }
}
