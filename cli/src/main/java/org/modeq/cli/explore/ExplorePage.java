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

    private static final Map<String, String> REHEARSAL = Map.of(
            "api/derive", "method=gd&order=4", "api/trajectory", "method=gd&order=4&h=0.2&loss=f=x%5E2/2%2B2*y%5E2");

    private ExplorePage() {}

    /**
     * Starts the explorer.
     *
     * @param port the port, 0 for any that is free
     * @param commands the command line, which writes what the page offers to keep
     * @return the server, whose address is to be opened
     * @throws IllegalArgumentException if the port cannot be had
     */
    public static ExploreServer serve(int port, Commands commands) {
        String script = text("state.js") + text("picture.js") + text("parts.js") + text("explore.js");
        String page = new LivePage("modeq explorer", text("explore.html"), text("explore.css"), script).render();
        Map<String, ExploreServer.Answer> answers = Map.of(
                "",
                ignored -> Reply.html(page),
                "api/methods",
                MethodsAnswer::to,
                "api/method",
                MethodAnswer::to,
                "api/derive",
                new DeriveAnswer(commands)::to,
                "api/download",
                new DownloadAnswer(commands)::to,
                "api/trajectory",
                TrajectoryAnswer::to,
                ExploreServer.CHECK,
                CheckAnswer::to);
        ExploreServer server = ExploreServer.start(port, answers, LIMIT);
        rehearse(answers);
        return server;
    }

    /** While the browser opens, classes are loaded and compiled that its first questions need. */
    private static void rehearse(Map<String, ExploreServer.Answer> answers) {
        REHEARSAL.forEach((path, query) -> {
            Thread thread =
                    new Thread(() -> answers.getOrDefault(path, Reply::json).to(query), "rehearsal");
            thread.setDaemon(true);
            thread.start();
        });
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
