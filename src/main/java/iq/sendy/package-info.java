/** Sendy: one package per feature. {@code ARCHITECTURE.md} shows the floors, {@code CONTRIBUTING.md} the house rules. */
@NullMarked
package iq.sendy;

import org.jspecify.annotations.NullMarked;
