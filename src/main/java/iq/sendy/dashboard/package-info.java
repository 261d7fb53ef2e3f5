/**
 * The pages of {@code /app}, where owners and staff work, and the front page that leads there. It asks {@code accounts} and {@code access} who
 * may come in, and nobody asks it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: pages",
            "platform :: url",
            "access",
            "accounts",
            "storefront",
            "stores"
        })
package iq.sendy.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
