/**
 * What is there, what is promised, and every movement of it. It hears of
 * products from the catalogue and of new stores, and asks the catalogue to track what is counted.
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
            "catalog",
            "stores"
        })
package iq.sendy.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
