/**
 * Baskets turned into agreements, whatever door they came by, and what happens to them until the money is in. Its
 * services are {@link iq.sendy.orders.Orders}, {@code BulkOrders}, {@code OrderQuotes}, {@code ConfirmationDesk} and, for returns, {@code DeliveredOrders}. It asks the catalogue what is offered, pricing what it costs, inventory for the goods and
 * customers whether they may order, and the cashier where a sale belongs.
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
            "platform :: secrets",
            "platform :: sheets",
            "platform :: sql",
            "platform :: tenancy",
            "billing",
            "cashier",
            "catalog",
            "customers",
            "geography",
            "inventory",
            "pricing",
            "stores"
        })
package iq.sendy.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
