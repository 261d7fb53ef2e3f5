/** How many requests a caller may send in a minute. */
@NullMarked
@NamedInterface("limits")
package iq.sendy.platform.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
