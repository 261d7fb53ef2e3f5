/**
 * Who may come in, and what for: owners, staff and their roles, operators, the keys of machines, sign-ins and the tokens they
 * carry. It tells when a store is registered. Its door is {@link iq.sendy.identity.Identities}; it asks {@code stores}.
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
            "platform :: limits",
            "platform :: sealing",
            "platform :: secrets",
            "platform :: settings",
            "platform :: sql",
            "platform :: tenancy",
            "stores"
        })
package iq.sendy.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
