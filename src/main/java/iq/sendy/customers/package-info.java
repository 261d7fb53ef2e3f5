/**
 * Who buys: one record per normalised phone, made by the first order, with counts of what came of the orders and what the
 * shop thinks of them. It asks nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform :: api", "platform :: audit", "platform :: body", "platform :: sql"})
package iq.sendy.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
