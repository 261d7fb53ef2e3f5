/** Readers of what Meta sends, as plain Java. */
@NullMarked
package iq.sendy.meta.model;

import org.jspecify.annotations.NullMarked;
