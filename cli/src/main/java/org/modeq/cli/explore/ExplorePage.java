package org.modeq.cli.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.modeq.cli.explore.ExploreServer.Reply;
import org.modeq.cli.report.LivePage;

/** The explorer: its page and what it asks for. */
public final class ExplorePage {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final List<String> SCRIPTS =
            List.of("asking.js", "state.js", "presets.js", "picture.js", "parts.js", "explore.js");

    private static final List<String> REHEARSAL = List.of(
            "",
            "api/methods",
            "api/derive?method=gd&order=4",
            "api/trajectory?method=gd&order=4&h=0.2&loss=f=x%5E2/2%2B2*y%5E2",
            "api/trajectory?method=gd&order=4&h=0.3&loss=f=x%5E2/2%2B2*y%5E2");

    private ExplorePage() {}

    /**
     * Starts the explorer.
     *
     * @param port the port, 0 for any that is free
     * @param commands the command line, which writes what the page offers to keep
     * @return the server, whose address is to be opened
     * @throws IllegalArgumentException if the port cannot be had
     */
    public static ExploreServer serve(int port, CommandOutput commands) {
        String script = SCRIPTS.stream().map(ExplorePage::text).collect(Collectors.joining());
        Reply page =
                Reply.html(new LivePage("modeq explorer", text("explore.html"), text("explore.css"), script).render());
        Map<String, ExploreServer.Answer> answers = Map.of(
                "",
                ignored -> page,
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
        return ExploreServer.start(port, answers, LIMIT);
    }

    /**
     * Asks a server the first questions of the page, so that all classes are loaded when the page asks them.
     *
     * @param server the server
     */
    public static void rehearse(ExploreServer server) {
        for (String question : REHEARSAL) {
            try (InputStream answer = server.address().resolve(question).toURL().openStream()) {
                answer.readAllBytes();
            } catch (IOException tooSlow) {
                return; // a machine with much else to do is not kept from serving
            }
        }
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
