package org.modeq.numeric.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a problem is read from. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * The problem file and those that it names: data, masks, parameters.
     *
     * @param problem the problem file
     * @return the files, the problem file first, the others in the order of the file
     * @throws IllegalArgumentException if there is no such file or it is not YAML
     */
    public static List<Path> of(Path problem) {
        JsonNode root = YamlFile.read(problem);
        List<Path> files = new ArrayList<>(List.of(problem));
        for (JsonNode name : List.of(
                root.path("data").path("file"),
                root.path("data").path("known"),
                root.path("point").path("file"))) {
            if (name.isTextual()) {
                files.add(problem.resolveSibling(name.asText()));
            }
        }
        return files;
    }
}
