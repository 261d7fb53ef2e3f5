/**
 * The one client for addresses that a user, a merchant or a payload gives. It reaches the public internet and the networks
 * of SENDY_EGRESS_ALLOW and nothing else, within fixed time and memory, whatever listens there.
 */
@NullMarked
@NamedInterface("http")
package iq.sendy.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
