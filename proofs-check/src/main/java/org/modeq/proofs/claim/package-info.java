/**
 * What papers claim: formulas with their source, one file per paper.
 *
 * <p>A {@linkplain org.modeq.proofs.claim.Claim claim} says that up to an order N (the highest |t|, so powers of h up to
 * N − 1) the modified field of a method, or minus the gradient of its modified loss, its map, or the rate of a quantity is a formula. A
 * {@linkplain org.modeq.proofs.claim.ClaimFile claim file} is YAML:
 * <pre>
 *   paper: {id: dherin2023, title: …, authors: [Benoit Dherin], year: 2023, url: …}
 *   claims:
 *     - {id: dh-cl, where: Theorem 4.2, printed: unconfirmed, kind: field, method: "sequence:A,B", order: 2, clock: sweep,
 *        formula: "-grad(A + B) + …"}
 * </pre>
 * A claim made under conditions lists them behind {@code assume}; one that is known to be wrong says {@code expect: refuted}.
 * Functions of coordinates that its formula uses stand behind {@code functions}, as {@code [phi]} or {@code {phi: 1, U: 2}}.
 * Statements that cannot be decided yet stand behind {@code waiting} with the reason.
 *
 * A claim about a {@code quantity} gives its rate or its change; with {@code variables} the losses are formulas in coordinates, in
 * which unknown functions stand.
 *
 * <p>Papers with another sign, another clock, or means instead of sums say so in a
 * {@linkplain org.modeq.proofs.claim.Convention convention}, and the formula stands as they print it; {@code printed} says whether
 * the wording was confirmed against the paper itself.
 *
 * <p>Source: the formula language is that of {@link org.modeq.symbolic.contraction}.
 *
 * @since 0.1.0
 */
@NullMarked
package org.modeq.proofs.claim;

import org.jspecify.annotations.NullMarked;
