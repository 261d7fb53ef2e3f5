/** Which store a transaction belongs to. */
@NullMarked
@NamedInterface("tenancy")
package iq.sendy.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
