/**
 * The set-up of a store's shop on the web: what it says, how it looks, under which addresses it is found and whether it is
 * open. It says which store a visitor's request belongs to. What visitors do there is {@code checkout} and {@code shop}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: codes",
            "platform :: ids",
            "platform :: pages",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "catalog",
            "egress",
            "orders",
            "returns",
            "stores"
        })
package iq.sendy.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
