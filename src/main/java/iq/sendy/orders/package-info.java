/**
 * Baskets turned into agreements, whatever door they came by, and what happens to them until the money is in. Its door is
 * {@link iq.sendy.orders.Orders}. It asks geography where an address lies and stores for their settings.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: sql",
            "platform :: tenancy",
            "geography",
            "stores"
        })
package iq.sendy.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
