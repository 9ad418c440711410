package org.modeq.cli.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modeq.cli.Run;
import org.modeq.cli.explore.ExploreServer.Reply;

@DisplayName("The server of the explorer")
class ExploreServerTest {
    private final CountDownLatch gate = new CountDownLatch(1);
    private ExploreServer server;

    @BeforeEach
    void start() {
        server = ExploreServer.start(
                0,
                Map.of(
                        "",
                        text -> Reply.html("<!DOCTYPE html><script>1</script>"),
                        "api/derive",
                        new DeriveAnswer(
                                words -> Run.of(words.toArray(String[]::new)).out())::to,
                        ExploreServer.CHECK,
                        text -> Reply.json("\"" + text.length() + "\""),
                        "api/wait",
                        text -> {
                            waitForGate();
                            return Reply.json("1");
                        }),
                Duration.ofMillis(1500));
    }

    private void waitForGate() {
        try {
            gate.await();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        gate.countDown();
        server.close();
    }

    /** What a raw request is answered, so that headers may be forged. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String path, String... headers) throws IOException {
        return send(
                "GET",
                server.address().getPath() + path,
                "127.0.0.1:" + server.address().getPort(),
                "",
                headers);
    }

    private String send(String method, String path, String host, String body, String... headers) throws IOException {
        return answer(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n" + String.join("", headers) + "\r\n" + body);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    @Test
    @DisplayName("answers its own page, with headers that let nothing else in")
    void page() throws IOException {
        String answer = get("");
        assertEquals(200, status(answer));
        for (String header : List.of(
                "Content-security-policy: default-src 'none'",
                "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='",
                "X-content-type-options: nosniff",
                "Cache-control: no-store",
                "Referrer-policy: no-referrer")) {
            assertTrue(answer.contains(header), answer);
        }
    }

    @Test
    @DisplayName("refuses another host, a page of another origin, and whoever has not the token")
    void strangers() throws IOException {
        int port = server.address().getPort();
        String path = server.address().getPath();
        assertEquals(421, status(send("GET", path, "evil.example:" + port, "")));
        assertEquals(421, status(send("GET", path, "127.0.0.1", "")));
        assertEquals(403, status(get("", "Origin: http://evil.example\r\n")));
        assertEquals(403, status(get("", "Origin: null\r\n")));
        assertEquals(403, status(get("", "Sec-Fetch-Site: cross-site\r\n")));
        assertEquals(403, status(get("", "Sec-Fetch-Site: same-site\r\n")), "another port of this machine");
        assertEquals(200, status(get("", "Sec-Fetch-Site: same-origin\r\n")));
        assertEquals(404, status(send("GET", "/", "127.0.0.1:" + port, "")));
        assertEquals(404, status(send("GET", "/0000/api/derive?method=gd", "127.0.0.1:" + port, "")));
        assertEquals(404, status(get("api/nothing")));
        assertEquals(200, status(get("", "Origin: http://localhost:" + port + "\r\n")));
    }

    @Test
    @DisplayName("takes GET for what is read, POST for what is checked, and short texts")
    void shapes() throws IOException {
        String host = "127.0.0.1:" + server.address().getPort();
        String path = server.address().getPath();
        assertEquals(405, status(send("POST", path, host, "x")));
        assertEquals(405, status(send("DELETE", path, host, "")));
        assertEquals(405, status(get("api/check")));
        assertEquals(200, status(send("POST", path + "api/check", host, "x")));
        assertEquals(413, status(send("POST", path + "api/check", host, "x".repeat(65 * 1024))));
        assertEquals(413, status(get("api/derive?method=" + "g".repeat(3000))));
    }

    @Test
    @DisplayName("answers a wrong query with 400 and a line that says what is expected")
    void wrong() throws IOException {
        String answer = get("api/derive?method=gd&order=99");
        assertEquals(400, status(answer), answer);
        assertTrue(answer.contains("{\"error\":\"given order '99', expected a whole number from 1 to 8"), answer);
    }

    @Test
    @DisplayName("answers JSON")
    void derives() throws IOException {
        String answer = get("api/derive?method=gd&order=2");
        JsonNode json = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertEquals("-1/2", json.get("terms").get(1).get("coefficient").asText());
    }

    @Test
    @DisplayName("works on four requests at a time, and ends one that takes too long")
    void crowd() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(callers.submit(() -> status(get("api/wait"))));
            }
            List<Integer> found = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                found.add(answer.get());
            }
            assertEquals(4, found.stream().filter(status -> status == 503).count(), found.toString());
            assertEquals(16, found.stream().filter(status -> status == 429).count(), found.toString());
            assertEquals(200, status(get("")), "the four were cancelled, and their places are free");
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    @DisplayName("cannot be reached on another interface")
    void loopbackAlone() throws IOException {
        URI address = server.address();
        assertEquals("127.0.0.1", address.getHost());
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress other : each.inetAddresses().toList()) {
                if (!other.isLoopbackAddress()) {
                    assertThrows(
                            IOException.class, () -> new Socket(other, address.getPort()).close(), other.toString());
                }
            }
        }
    }

    @Test
    @DisplayName("says which port is taken")
    void taken() {
        int port = server.address().getPort();
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ExploreServer.start(port, Map.of(), Duration.ofSeconds(1)))
                .getMessage();
        assertTrue(message.contains("port " + port), message);
    }
}
