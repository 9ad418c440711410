package org.modeq.cli.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server on the loopback interface that answers the page of the explorer. */
public final class ExploreServer implements AutoCloseable {
    /** The path to which formulas are posted. */
    static final String CHECK = "api/check";

    private static final int AT_A_TIME = 4;
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int TOKEN_BYTES = 16;
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:;"
                    + " img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src ";
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private final HttpServer server;
    private final Guard guard;
    private final String token;
    private final Map<String, Answer> answers;
    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ExecutorService listeners = Executors.newCachedThreadPool(ExploreServer::daemon);
    private final ExecutorService workers = Executors.newCachedThreadPool(ExploreServer::daemon);

    /** What answers a path: the query, or the body of what was posted. */
    @FunctionalInterface
    interface Answer {
        Reply to(String text);
    }

    /** An answer with its type and the scripts that it may run. */
    record Reply(String type, String body, String scripts) {
        static Reply json(String body) {
            return new Reply("application/json; charset=utf-8", body, "'none'");
        }

        /** A page whose own scripts run, known by their hashes, and no other that a string might smuggle in. */
        static Reply html(String body) {
            String hashes = SCRIPT.matcher(body)
                    .results()
                    .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
                    .collect(Collectors.joining(" "));
            return new Reply("text/html; charset=utf-8", body, hashes.isEmpty() ? "'none'" : hashes);
        }

        private static String sha256(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }
    }

    private ExploreServer(HttpServer server, Map<String, Answer> answers, Duration limit) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.server = server;
        this.token = HexFormat.of().formatHex(random);
        this.guard = new Guard(server.getAddress().getPort(), token);
        this.answers = Map.copyOf(answers);
        this.limit = limit;
    }

    /**
     * Starts a server.
     *
     * @param port the port, 0 for any that is free
     * @param answers what answers, by path
     * @param limit the longest time for one request
     * @return the server, which answers until it is closed
     * @throws IllegalArgumentException if the port cannot be had
     */
    static ExploreServer start(int port, Map<String, Answer> answers, Duration limit) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExploreServer started = new ExploreServer(server, answers, limit);
            server.createContext("/", started::handle);
            server.setExecutor(started.listeners);
            server.start();
            return started;
        } catch (IOException taken) {
            throw new IllegalArgumentException(
                    "cannot listen on port " + port + " of 127.0.0.1; give another, or 0 for any that is free", taken);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "explore");
        thread.setDaemon(true);
        return thread;
    }

    /** {@return the address to open, with the token} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        listeners.shutdownNow();
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                String path = guard.pathOf(
                        exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders());
                Answer answer = answers.get(path);
                if (answer == null) {
                    throw new Refusal(Refusal.NOT_FOUND, "nothing is at /" + path);
                }
                String text = path.equals(CHECK) ? body(exchange) : query(exchange);
                send(exchange, 200, timed(() -> answer.to(text)));
            } catch (Refusal refusal) {
                send(exchange, refusal.status(), error(String.valueOf(refusal.getMessage())));
            }
        }
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    private static String body(HttpExchange exchange) throws IOException {
        try (InputStream stream = exchange.getRequestBody()) {
            byte[] bytes = stream.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new Refusal(
                        Refusal.TOO_LARGE, "given more than " + LONGEST_BODY + " bytes, expected a shorter formula");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The place is free again when the work has ended, also if nobody waits for it any more. */
    private Reply timed(Callable<Reply> work) {
        if (!places.tryAcquire()) {
            throw new Refusal(Refusal.TOO_MANY, "given more than " + AT_A_TIME + " requests at a time; try again");
        }
        Future<Reply> future = workers.submit(() -> {
            try {
                return work.call();
            } finally {
                places.release();
            }
        });
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new Refusal(
                    Refusal.TOO_LONG,
                    "not done within " + limit.toSeconds() + " s; take a lower order, or the command line");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.TOO_LONG, "the explorer is closing");
        } catch (ExecutionException failure) {
            throw refusal(failure.getCause());
        }
    }

    private static Refusal refusal(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException || cause instanceof ArithmeticException) {
            return new Refusal(Refusal.BAD_REQUEST, String.valueOf(cause.getMessage()));
        }
        return new Refusal(500, "a fault of modeq itself: " + cause);
    }

    private static Reply error(String message) {
        return Reply.json(JsonNodeFactory.instance.objectNode().put("error", message) + "\n");
    }

    private static void send(HttpExchange exchange, int status, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Content-Security-Policy", CONTENT_SECURITY_POLICY + reply.scripts());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
