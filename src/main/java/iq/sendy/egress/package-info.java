/**
 * Guarded outgoing HTTP: the one client for addresses that a user, a merchant or a payload gives. It reaches the public
 * internet and the networks of SENDY_EGRESS_ALLOW and nothing else, within fixed time and memory, whatever listens there.
 * Its door is {@link iq.sendy.egress.GuardedClient}; it asks nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: database",
            "platform :: settings",
            "platform :: tenancy",
            "platform :: url"
        })
package iq.sendy.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
