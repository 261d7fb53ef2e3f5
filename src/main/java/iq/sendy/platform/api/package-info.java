/** What every door on HTTP shares: the envelope, its errors, the caller, paging, and what an operation declares of itself. */
@NullMarked
@NamedInterface("api")
package iq.sendy.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
