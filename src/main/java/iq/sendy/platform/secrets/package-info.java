/** The master key, what is derived from it, and digests. */
@NullMarked
@NamedInterface("secrets")
package iq.sendy.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
