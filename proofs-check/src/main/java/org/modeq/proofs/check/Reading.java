package org.modeq.proofs.check;

/** Both sides of a claim with the language in which they were read. */
record Reading(ClaimLanguage language, Comparison comparison) {}
