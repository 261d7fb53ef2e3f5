/**
 * What customers send back of delivered orders: asked for, decided, and taken in piece by piece. Its service is
 * {@link iq.sendy.returns.Returns}. It asks orders for what was agreed and takes the order back with its last piece; goods
 * go back by inventory, customers are told what was paid back, and the cashier what a drawer pays.
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
            "cashier",
            "customers",
            "inventory",
            "orders",
            "pricing"
        })
package iq.sendy.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
