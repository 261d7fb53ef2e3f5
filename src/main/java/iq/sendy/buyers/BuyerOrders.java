package iq.sendy.buyers;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.ids.PublicIds;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Orders as their buyer sees them: those of the phone that was proved, whoever took them. */
@Service
public class BuyerOrders {

    private final Orders orders;

    BuyerOrders(Orders orders) {
        this.orders = orders;
    }

    /** Newest first. */
    public Page<OrderView> list(StoreId store, BuyerAccount buyer, Paging paging) {
        var theirs = new OrderFilter(
                List.of(), List.of(), buyer.phone(), null, null, OrderFilter.Created.ANY_TIME, null, null);
        return orders.list(store, theirs, paging);
    }

    /** One by its public id; another buyer's is none. */
    public Optional<OrderDetails> find(StoreId store, BuyerAccount buyer, String publicId) {
        return PublicIds.parse(publicId)
                .flatMap(id -> orders.find(store, new OrderRef.ByPublicId(id)))
                .filter(found -> buyer.phone().equals(found.order().customer().phone()));
    }
}
