/** Proofs over many runs: random sequences beside a model, and every order of the statements of two steps. */
@NullMarked
package iq.sendy.proofs;

import org.jspecify.annotations.NullMarked;
