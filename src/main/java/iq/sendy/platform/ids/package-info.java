/** Identifiers made in Java, known before the insert. */
@NullMarked
@NamedInterface("ids")
package iq.sendy.platform.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
