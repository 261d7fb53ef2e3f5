/** Reads what callers send, hostile until parsed: JSON bodies and query strings into records, all faults at once. */
@NullMarked
@NamedInterface("body")
package iq.sendy.platform.body;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
