package iq.sendy.printing;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Receipts and labels of orders, in the store's language. Everything is read first, each in its own transaction, and drawn
 * when none is open.
 */
@Service
public class OrderPapers {

    private final Orders orders;
    private final Stores stores;
    private final Settings storeSettings;
    private final Geography geography;
    private final ComputePool compute;

    OrderPapers(Orders orders, Stores stores, Settings storeSettings, Geography geography, ComputePool compute) {
        this.orders = orders;
        this.stores = stores;
        this.storeSettings = storeSettings;
        this.geography = geography;
        this.compute = compute;
    }

    /**
     * A paper that is drawn.
     *
     * @param name of its file, without the ending
     */
    public record PrintedPaper(String name, String language, Bytes pdf) {}

    /** 80 mm wide, as long as it must be; empty when there is no such order. */
    public Optional<PrintedPaper> receipt(StoreId store, OrderRef ref) {
        return order(store, ref).map(order -> {
            var settings = storeSettings.of(store);
            var name = nameOf(store);
            var pdf = compute.run(ComputeKind.DOCUMENT, () -> new ReceiptPaper(name, settings, order, geography).pdf());
            return new PrintedPaper("receipt-" + order.publicId(), settings.language(), Bytes.of(pdf));
        });
    }

    /** A6, for the parcel; empty when there is no such order. */
    public Optional<PrintedPaper> label(StoreId store, OrderRef ref) {
        return order(store, ref).map(order -> {
            var settings = storeSettings.of(store);
            var name = nameOf(store);
            var pdf = compute.run(ComputeKind.DOCUMENT, () -> new LabelPaper(name, settings, order, geography).pdf());
            return new PrintedPaper("label-" + order.publicId(), settings.language(), Bytes.of(pdf));
        });
    }

    private Optional<OrderView> order(StoreId store, OrderRef ref) {
        return orders.find(store, ref).map(OrderDetails::order);
    }

    private String nameOf(StoreId store) {
        return stores.find(store).map(StoreView::name).orElseThrow();
    }
}
