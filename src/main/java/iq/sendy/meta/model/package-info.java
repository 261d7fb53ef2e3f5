/** Readers of what Meta sends, and what its errors mean and its bodies look like, as plain Java. */
@NullMarked
package iq.sendy.meta.model;

import org.jspecify.annotations.NullMarked;
