/** How a start is told: the few lines of one that succeeds, and the one line of one that fails. */
@NullMarked
@NamedInterface("start")
package iq.sendy.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
