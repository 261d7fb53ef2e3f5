/**
 * The OpenAPI document, read from the same declarations that bind, check and guard the operations, and the pages at
 * {@code /docs} that show it to people. Nobody asks it; what a module adds to it, it declares in {@code platform.api}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: body",
            "platform :: idempotency",
            "platform :: secrets"
        })
package iq.sendy.apidocs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
