/**
 * Telling integrators what changed: events as rows of the change's own transaction, subscriptions, deliveries with every
 * attempt, and the feed. Its door is {@link iq.sendy.webhooks.Webhooks}. It hears orders, returns, catalog and inventory, and has its
 * work done by jobs; nobody asks it.
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
            "catalog",
            "egress",
            "inventory",
            "jobs",
            "orders",
            "returns",
            "stores"
        })
package iq.sendy.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
