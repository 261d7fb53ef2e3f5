/**
 * What is for sale: products, the tree of categories, package sizes. It asks
 * stores for their settings, and tells of every change of a product. How many pieces there are it cannot ask, since
 * inventory stands above it: inventory brings that itself, as {@link iq.sendy.catalog.Quantities}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: compute",
            "platform :: ids",
            "platform :: sheets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "stores"
        })
package iq.sendy.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
