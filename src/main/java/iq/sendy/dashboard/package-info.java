/**
 * The pages of {@code /app}, where owners and staff work, and the front page that leads there. It stands on all other modules
 * and nobody asks it. In the base package is what screens are made of; each subject has a room of its own, such as
 * {@code orders}, with its controllers and their lines: docs/dashboard.md.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: pages",
            "platform :: secrets",
            "platform :: sql",
            "platform :: url",
            "access",
            "accounts",
            "agent",
            "analytics",
            "billing",
            "cashier",
            "catalog",
            "channels",
            "customers",
            "finance",
            "geography",
            "inventory",
            "media",
            "messaging",
            "meta",
            "orders",
            "pricing",
            "printing",
            "purchasing",
            "returns",
            "storefront",
            "stores",
            "webhooks"
        })
package iq.sendy.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
