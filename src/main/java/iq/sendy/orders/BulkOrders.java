package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders that are placed many at a time. */
@Service
public class BulkOrders {

    private final OrderTransactions transactions;
    private final BulkPlacement bulkPlacement;

    BulkOrders(OrderTransactions transactions, BulkPlacement bulkPlacement) {
        this.transactions = transactions;
        this.bulkPlacement = bulkPlacement;
    }

    /** Places them in their order; answers what became of each, also where nothing of it stays. */
    @Transactional
    public List<PlaceOrder.Result> place(StoreId store, Actor actor, List<PlaceOrder> commands, BulkMode mode) {
        return transactions.run(store, actor, transaction -> {
            var results = bulkPlacement.place(transaction, commands);
            if (mode == BulkMode.ATOMIC && results.stream().anyMatch(BulkOrders::refused)) {
                transaction.undo();
            }
            return results;
        });
    }

    private static boolean refused(PlaceOrder.Result result) {
        return switch (result) {
            case PlaceOrder.Result.Placed _, PlaceOrder.Result.PlacedBefore _, PlaceOrder.Result.SoldBefore _ -> false;
            case PlaceOrder.Result.Invalid _,
                    PlaceOrder.Result.SessionClosed _,
                    PlaceOrder.Result.CustomerBlocked _,
                    PlaceOrder.Result.ExternalRefConflict _,
                    PlaceOrder.Result.Declined _,
                    PlaceOrder.Result.OutOfStock _ -> true;
        };
    }
}
