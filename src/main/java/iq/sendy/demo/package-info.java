/**
 * The demo store {@code flora-baghdad}: a flower and gift shop in Baghdad with a month behind it, filled through the doors
 * at the first start. It asks every module that has something to show, and nobody asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: compute",
            "platform :: database",
            "platform :: ids",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "access",
            "accounts",
            "agent",
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
            "purchasing",
            "returns",
            "simulator",
            "storefront",
            "stores"
        })
package iq.sendy.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
