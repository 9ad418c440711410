package org.modeq.cli.explore;

/** A request that gets no answer: the status of HTTP and a line that says why. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int TOO_LARGE = 413;
    static final int MISDIRECTED = 421;
    static final int TOO_MANY = 429;
    static final int TOO_LONG = 503;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
