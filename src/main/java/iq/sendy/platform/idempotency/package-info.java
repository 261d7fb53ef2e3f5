/** One key, one effect: the kept answer is written in the transaction of the effect. */
@NullMarked
@NamedInterface("idempotency")
package iq.sendy.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
