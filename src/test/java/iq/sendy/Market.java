package iq.sendy;

import iq.sendy.access.ApiKeys;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.catalog.Products;
import iq.sendy.customers.Customers;
import iq.sendy.inventory.StockAdjustments;
import iq.sendy.inventory.StockItems;
import iq.sendy.inventory.Warehouses;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.Orders;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.purchasing.PurchaseOrders;
import iq.sendy.returns.Returns;
import iq.sendy.stores.OpenStore;
import iq.sendy.stores.Stores;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens stores at the doors, in a few milliseconds each: for tests that need thousands of them. */
public final class Market {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Stores stores;
    private final Doors doors;
    private final TransactionTemplate registering;

    Market(Stores stores, Doors doors, PlatformTransactionManager transactions) {
        this.stores = stores;
        this.doors = doors;
        this.registering = new TransactionTemplate(transactions);
    }

    /** The doors that a stall stands at. */
    public record Doors(
            ApiKeys apiKeys,
            Products products,
            Warehouses warehouses,
            StockItems stockItems,
            StockAdjustments stockAdjustments,
            DiscountCodes discountCodes,
            Orders orders,
            PurchaseOrders purchaseOrders,
            CashierSessions cashierSessions,
            Returns returns,
            Customers customers) {}

    /** A store that is there already. */
    Stall stands(UUID store) {
        return new Stall(new StoreId(store), doors);
    }

    /** A new store, which nobody owns and which has nothing. */
    public Stall opens() {
        var store = stores.nextId();
        var command = new OpenStore("بسطة", "stall-" + COUNTER.incrementAndGet());
        return switch (CurrentTenant.in(store, () -> registering.execute(_ -> stores.open(store, command)))) {
            case OpenStore.Result.Opened _ -> new Stall(store, doors);
            case OpenStore.Result.SlugInvalid _, OpenStore.Result.SlugReserved _, OpenStore.Result.SlugTaken _ ->
                throw new AssertionError("A stall could not be opened");
        };
    }
}
