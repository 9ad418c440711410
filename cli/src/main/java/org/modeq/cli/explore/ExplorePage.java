package org.modeq.cli.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.cli.report.LivePage;

/** The explorer: its page and what it asks for. */
public final class ExplorePage {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private ExplorePage() {}

    /**
     * Starts the explorer.
     *
     * @param port the port, 0 for any that is free
     * @return the server, whose address is to be opened
     * @throws IllegalArgumentException if the port cannot be had
     */
    public static ExploreServer serve(int port) {
        String page =
                new LivePage("modeq explorer", text("explore.html"), text("explore.css"), text("explore.js")).render();
        return ExploreServer.start(
                port,
                Map.of(
                        "",
                        ignored -> Reply.html(page),
                        "api/methods",
                        MethodsAnswer::to,
                        "api/derive",
                        DeriveAnswer::to,
                        "api/trajectory",
                        TrajectoryAnswer::to,
                        ExploreServer.CHECK,
                        CheckAnswer::to),
                LIMIT);
    }

    private static String text(String name) {
        try (InputStream stream = ExplorePage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new NoSuchElementException("the class path has no " + name + "; build modeq again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " on the class path cannot be read; build modeq again", e);
        }
    }
}
