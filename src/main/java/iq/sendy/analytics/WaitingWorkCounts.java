package iq.sendy.analytics;

import iq.sendy.inventory.StockItems;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.WaitingConversations;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.Orders;
import iq.sendy.platform.sql.Trip;
import iq.sendy.returns.Returns;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts of what waits for somebody, asked of the modules whose it is. */
@Component
class WaitingWorkCounts {

    private final Orders orders;
    private final StockItems stock;
    private final Returns returns;
    private final WaitingConversations conversations;
    private final Settings settings;

    WaitingWorkCounts(
            Orders orders, StockItems stock, Returns returns, WaitingConversations conversations, Settings settings) {
        this.orders = orders;
        this.stock = stock;
        this.returns = returns;
        this.conversations = conversations;
        this.settings = settings;
    }

    /** Sends a trip that is begun, and one more: how few pieces are few stands in the settings. */
    SalesSummary.WaitingWork ask(StoreId store, Trip trip) {
        var toConfirm = trip.add(orders.countIn(store, List.of(OrderStatus.PENDING)));
        var toPack = trip.add(orders.countIn(store, List.of(OrderStatus.CONFIRMED)));
        var openReturns = trip.add(returns.countOpen(store));
        var openConversations = trip.add(conversations.countOpen(store));
        var found = trip.add(settings.query(store));
        trip.send();
        var threshold = found.first().orElse(StoreSettings.DEFAULTS).lowStockThreshold();
        var lowStock = trip.add(stock.countLow(store, threshold));
        trip.send();
        return new SalesSummary.WaitingWork(
                toConfirm.single(),
                toPack.single(),
                lowStock.single(),
                openReturns.single(),
                openConversations.single());
    }
}
