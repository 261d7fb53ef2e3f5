/**
 * Buyers of a shop: phones that are proved by a one-time code, the accounts of those who want one, and what they see of
 * their own orders. One account per phone and store: who buys in two shops has two. Orders come from {@code orders} and
 * are found by the phone; {@code accounts} hashes passwords, slows guessing and signs tokens, for members and buyers alike.
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
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "accounts",
            "geography",
            "messaging",
            "meta",
            "orders",
            "storefront",
            "stores"
        })
package iq.sendy.buyers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
