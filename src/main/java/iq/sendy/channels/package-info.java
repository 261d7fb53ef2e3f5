/**
 * The channels by which a store talks to its customers: accounts at WhatsApp and Instagram, their sealed secrets, the
 * proof that a web hook is ours, and how well each is.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: database",
            "platform :: ids",
            "platform :: sealing",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "billing",
            "jobs",
            "meta",
            "stores"
        })
package iq.sendy.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
