package org.modeq.proofs.claim;

/**
 * A statement of a paper that cannot be decided yet.
 *
 * @param id a short name, unique in its file
 * @param what the statement in words
 * @param reason what it waits for
 */
public record Waiting(String id, String what, String reason) {}
