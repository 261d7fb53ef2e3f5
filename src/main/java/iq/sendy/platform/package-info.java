/**
 * Mechanisms with no business word in them: the envelope and its errors, bodies and paging, tenancy, SQL in shared trips,
 * idempotency, audit, secrets, rate limits, calls to addresses that others give, the database itself. Every module may use
 * every room of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package iq.sendy.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
