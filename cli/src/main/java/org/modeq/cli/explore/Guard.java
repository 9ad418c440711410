package org.modeq.cli.explore;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Who may ask: only a browser that was sent to the address with the token, and no page of another origin.
 *
 * <p>A page elsewhere that lets its own name point to 127.0.0.1 sends that name as {@code Host} and is refused with 421; one that
 * asks across origins has an {@code Origin} that is not ours, or says so in {@code Sec-Fetch-Site}, and gets 403.
 */
final class Guard {
    /** What a browser says of its own page, and of an address that was typed. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private static final int LONGEST_QUERY = 2048;

    private final Set<String> hosts;
    private final String token;

    Guard(int port, String token) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.token = token;
    }

    /**
     * The path behind the token of a request that may be answered.
     *
     * @throws Refusal otherwise
     */
    String pathOf(String method, URI target, Headers headers) {
        requireOurs(headers);
        String path = target.getPath();
        String prefix = "/" + token + "/";
        if (path == null || !path.startsWith(prefix)) {
            throw new Refusal(Refusal.NOT_FOUND, "nothing is here; open the address that modeq explore has printed");
        }
        String rest = path.substring(prefix.length());
        String expected = rest.equals(ExploreServer.CHECK) ? "POST" : "GET";
        if (!method.equals(expected)) {
            throw new Refusal(Refusal.WRONG_METHOD, "given " + method + " for /" + rest + ", expected " + expected);
        }
        String query = target.getRawQuery();
        if (query != null && query.length() > LONGEST_QUERY) {
            throw new Refusal(
                    Refusal.TOO_LARGE,
                    "given a query of " + query.length() + " characters, expected at most " + LONGEST_QUERY);
        }
        return rest;
    }

    private void requireOurs(Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            throw new Refusal(Refusal.MISDIRECTED, "given another host, expected 127.0.0.1 or localhost with our port");
        }
        boolean isForeign = headers.getOrDefault("Origin", List.of()).stream()
                .anyMatch(origin -> hosts.stream().noneMatch(ours -> origin.equals("http://" + ours)));
        boolean isCross = !OWN_SITES.containsAll(headers.getOrDefault("Sec-Fetch-Site", List.of()));
        if (isForeign || isCross) {
            throw new Refusal(Refusal.FORBIDDEN, "asked by a page of another origin, expected our own page");
        }
    }
}
