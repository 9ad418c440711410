package org.modeq.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.modeq.numeric.plot.LadderPlot;
import org.modeq.numeric.plot.Plot;
import org.modeq.numeric.plot.RegimePlot;
import org.modeq.numeric.plot.TrajectoryPlot;
import org.modeq.numeric.study.PhasePortrait;
import org.modeq.numeric.study.ValidationReport;
import org.modeq.symbolic.method.NearestWord;

/** The pictures of a validation. */
enum Picture {
    LADDER,
    NULL_TESTS,
    TERMS,
    CURVATURE,
    TRAJECTORY;

    /** The picture of this name. */
    static Picture parse(String name) {
        return Arrays.stream(values())
                .filter(picture -> picture.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown picture '" + name + "', expected one of "
                        + Arrays.stream(values()).map(Picture::toString).collect(Collectors.joining(", "))
                        + NearestWord.hint(
                                name,
                                Arrays.stream(values()).map(Picture::toString).toList())));
    }

    Plot of(ValidationReport report, Supplier<PhasePortrait> portrait) {
        String title = report.method() + " on " + ValidationResult.withoutFolder(report.problem());
        return switch (this) {
            case LADDER -> LadderPlot.of(report);
            case NULL_TESTS -> LadderPlot.ofNullTests(report);
            case TERMS -> RegimePlot.terms("Terms of " + title, report.regime());
            case CURVATURE -> RegimePlot.curvature("Curvature along " + title, report.regime());
            case TRAJECTORY -> TrajectoryPlot.of(portrait.get());
        };
    }

    /** Refuses the name of a file that no picture is written to. */
    static void requireWritable(List<Path> files) {
        for (Path file : files) {
            if (!file.toString().matches(".*\\.(svg|tex|csv)")) {
                throw new IllegalArgumentException(
                        "given the picture '" + file + "', expected a name that ends in .svg, .tex or .csv");
            }
        }
    }

    /** Writes a picture in the form that the name of the file asks for. */
    static void write(Path file, Plot plot) {
        String name = file.toString();
        Output.write(
                file, name.endsWith(".svg") ? plot.toSvg() : name.endsWith(".tex") ? plot.toPgfplots() : plot.toCsv());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
