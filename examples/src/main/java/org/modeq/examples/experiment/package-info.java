/**
 * What an experiment is: a question to a paper, what was found, and each number beside the one that is expected.
 */
@NullMarked
package org.modeq.examples.experiment;

import org.jspecify.annotations.NullMarked;
