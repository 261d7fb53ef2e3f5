/** Where work of the processor runs: a bounded pool of platform threads, so that no request holds a carrier of the others. */
@NullMarked
@NamedInterface("compute")
package iq.sendy.platform.compute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
