/** Addresses as values: our own public one, those that pages show, and how a host is written. */
@NullMarked
@NamedInterface("url")
package iq.sendy.platform.url;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
