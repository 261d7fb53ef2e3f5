/**
 * The inbox of a store: deliveries of Meta kept as they came, contacts with their identities, conversations and their
 * messages, what people and agents answer, and the stream that shows it as it happens.
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
            "platform :: sealing",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "accounts",
            "catalog",
            "channels",
            "customers",
            "jobs",
            "media",
            "meta",
            "orders",
            "stores"
        })
package iq.sendy.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
