/** Encryption at rest: values sealed under a key of each store, which the master key wraps. */
@NullMarked
@NamedInterface("sealing")
package iq.sendy.platform.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
