/** The master key and what is sealed under it. */
@NullMarked
@NamedInterface("secrets")
package iq.sendy.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
