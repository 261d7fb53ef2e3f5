/**
 * What the shop buys: suppliers, purchase orders, what came of them, and what is owed for it. Goods that came are given to
 * inventory, which raises stock and the average cost; products are the catalogue's; whoever pays is told of here by
 * {@link iq.sendy.purchasing.PurchasePayments}.
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
            "platform :: url",
            "catalog",
            "inventory",
            "stores"
        })
package iq.sendy.purchasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
