/**
 * What strangers do with a shop beside looking at it: they ask what a basket costs, order it, and see where it is. It keeps
 * out false orders: what is sent twice is one order, and who sends too many is told so. Its service is
 * {@link iq.sendy.checkout.ShopOrders}, for the public API and for the pages of shops alike.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: limits",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "buyers",
            "customers",
            "geography",
            "orders",
            "pricing",
            "storefront",
            "stores"
        })
package iq.sendy.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
