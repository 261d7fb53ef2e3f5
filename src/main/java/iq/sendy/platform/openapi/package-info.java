/** The OpenAPI document, read from the same declarations that bind, check and guard the operations. */
@NullMarked
@NamedInterface("openapi")
package iq.sendy.platform.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
