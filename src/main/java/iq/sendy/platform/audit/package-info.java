/** Who changed what, when and from where: appended in the transaction of the change. */
@NullMarked
@NamedInterface("audit")
package iq.sendy.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
