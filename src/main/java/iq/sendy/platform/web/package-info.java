/** The servlet side: filters, the request log, and the answers of the container itself. */
@NullMarked
@NamedInterface("web")
package iq.sendy.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
