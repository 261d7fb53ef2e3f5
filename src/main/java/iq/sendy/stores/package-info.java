/**
 * The stores of this deployment: who they are, the slug that leads to them, whether they may trade, and the settings that
 * every other module reads; and what operators do to stores, but for opening one with its owner, which {@code accounts}
 * does. It asks the job engine to forget in time what is kept for every store.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: idempotency",
            "platform :: ids",
            "platform :: sql",
            "platform :: tenancy",
            "jobs"
        })
package iq.sendy.stores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
