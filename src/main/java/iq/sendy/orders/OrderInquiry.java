package iq.sendy.orders;

import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.SaleQueries;
import iq.sendy.customers.CustomerStanding;
import iq.sendy.customers.Customers;
import iq.sendy.orders.store.NewOrderStore;
import iq.sendy.orders.store.NewOrderStore.RefOwner;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is found out in one trip before an order is placed. It writes nothing; a sale holds its session from here on. */
@Component
class OrderInquiry {

    private final CashierSales sales;
    private final Customers customers;
    private final NewOrderStore newOrders;
    private final OrderPricing orderPricing;

    OrderInquiry(CashierSales sales, Customers customers, NewOrderStore newOrders, OrderPricing orderPricing) {
        this.sales = sales;
        this.customers = customers;
        this.newOrders = newOrders;
        this.orderPricing = orderPricing;
    }

    /** What was found out before anything is written. */
    record Findings(
            SaleQueries sale, PricingQueries pricing, Optional<CustomerStanding> standing, Optional<RefOwner> owner) {

        boolean blocked() {
            return standing.map(CustomerStanding::blocked).orElse(false);
        }

        StoreSettings settings() {
            return pricing.settings();
        }
    }

    Findings ask(OrderTransaction transaction, PlaceOrder command, OrderGuard guard) {
        var store = transaction.store();
        var phone = command.recipient().phone();
        var sale = sales.ask(store, command.checkout().said());
        var pricing = orderPricing.ask(store, BasketRequest.of(command), phone);
        var trip = transaction.open();
        trip.addAll(guard.questions());
        trip.addAll(sale.parts());
        var standing =
                trip.add(phone == null ? Query.<CustomerStanding>none() : customers.standings(store, List.of(phone)));
        var ref = command.externalRef();
        var owners = trip.add(ref == null ? Query.<RefOwner>none() : newOrders.ownersOf(store, List.of(ref)));
        trip.addAll(pricing.parts());
        trip.send();
        if (command.currency() != pricing.settings().currency()) {
            throw new WriteConflict("a change of the store's currency");
        }
        return new Findings(sale, pricing, standing.first(), owners.first());
    }
}
