/**
 * The agent that answers customers of a store from the store's own catalogue: its jobs, what it may look up, the quotes that
 * a customer confirms with a button, what keeps its words true, and the people above it.
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
            "platform :: limits",
            "platform :: pages",
            "platform :: secrets",
            "platform :: settings",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "access",
            "accounts",
            "billing",
            "catalog",
            "channels",
            "checkout",
            "customers",
            "geography",
            "inventory",
            "jobs",
            "llm",
            "messaging",
            "meta",
            "orders",
            "pricing",
            "storefront",
            "stores"
        })
package iq.sendy.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
