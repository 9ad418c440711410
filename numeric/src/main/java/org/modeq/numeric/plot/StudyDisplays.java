package org.modeq.numeric.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.modeq.numeric.study.LadderPoint;
import org.modeq.numeric.study.LadderResult;
import org.modeq.numeric.study.SlopeFit;
import org.modeq.symbolic.display.Display;
import org.modeq.symbolic.display.DisplayProvider;
import org.modeq.symbolic.display.HtmlFragment;

/** How studies and pictures are shown: a ladder by its slope, its points and its picture. */
public final class StudyDisplays implements DisplayProvider {
    /** Made by the service loader. */
    public StudyDisplays() {}

    @Override
    public Optional<Display> of(Object value) {
        if (value instanceof LadderResult ladder) {
            return Optional.of(of(ladder));
        }
        if (value instanceof Plot plot) {
            Supplier<String> title = () -> plot.title() + ": " + plot.description();
            return Optional.of(Display.of(plot::title, title, () -> words(plot.title()), plot::toSvg));
        }
        return Optional.empty();
    }

    private static Display of(LadderResult ladder) {
        return Display.of(
                () -> ladder.name() + ": " + slope(ladder),
                () -> text(ladder),
                () -> words(ladder.name() + ": ")
                        + ladder.fit().map(StudyDisplays::latex).orElse(words("no slope")),
                () -> LadderPlot.of(ladder.name(), List.of(ladder)).toSvg() + HtmlFragment.preformatted(text(ladder)));
    }

    private static String slope(LadderResult ladder) {
        String expected = String.format(Locale.ROOT, ", expected %.3g", ladder.expectedSlope());
        return ladder.fit()
                        .map(fit -> String.format(Locale.ROOT, "slope %.3f ± %.3f", fit.slope(), fit.halfWidth()))
                        .orElse("no slope, too few points are used")
                + expected;
    }

    private static String text(LadderResult ladder) {
        String points = ladder.points().stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%-12.4g %-12.4g %-12.4g %s",
                        point.stepSize(),
                        point.error(),
                        point.floor(),
                        note(point)))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
        return ladder.name() + ": " + slope(ladder) + "\n\n" + "h            error        round-off\n" + points;
    }

    private static String note(LadderPoint point) {
        return point.whyDropped().map(reason -> "dropped: " + reason).orElse("");
    }

    private static String latex(SlopeFit fit) {
        return String.format(Locale.ROOT, "p=%.3f\\pm %.3f", fit.slope(), fit.halfWidth());
    }

    /** Words in math mode. */
    private static String words(String text) {
        return Display.of(text).latex();
    }
}
