/**
 * Telling integrators what changed: events as rows of the change's own transaction, subscriptions, deliveries with every
 * attempt, and the feed. {@link iq.sendy.webhooks.Subscriptions}, {@link iq.sendy.webhooks.Deliveries},
 * {@link iq.sendy.webhooks.MissedEvents} and {@link iq.sendy.webhooks.EventFeed} are a service each; what its listeners hear
 * of orders, returns, catalog and inventory goes into the {@link iq.sendy.webhooks.Outbox}, and jobs do the work. Nobody asks it.
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
            "messaging",
            "orders",
            "returns",
            "stores"
        })
package iq.sendy.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
