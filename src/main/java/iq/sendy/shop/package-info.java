/**
 * The shop that visitors see: its products as strangers may see them, as pages and for programs. What it shows comes from
 * {@code catalog}; who may be shown it {@code storefront} says; orders are taken by {@code checkout}, and buyers known by
 * {@code buyers}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: body",
            "platform :: ids",
            "platform :: limits",
            "platform :: pages",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "platform :: url",
            "buyers",
            "catalog",
            "checkout",
            "geography",
            "media",
            "orders",
            "pricing",
            "printing",
            "storefront",
            "stores"
        })
package iq.sendy.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
