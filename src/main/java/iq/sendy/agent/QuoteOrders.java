package iq.sendy.agent;

import iq.sendy.agent.model.HoldBounds;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.GuardedOrders;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Shortage;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.storefront.Storefronts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders that quotes become: by the ordinary way, at the ordinary prices, guarded by what was quoted. */
@Component
class QuoteOrders {

    private final GuardedOrders placing;
    private final Orders orders;
    private final QuoteStore quotes;
    private final QuoteHolds holds;
    private final Storefronts storefronts;
    private final Pipeline pipeline;

    QuoteOrders(
            GuardedOrders placing,
            Orders orders,
            QuoteStore quotes,
            QuoteHolds holds,
            Storefronts storefronts,
            Pipeline pipeline) {
        this.placing = placing;
        this.orders = orders;
        this.quotes = quotes;
        this.holds = holds;
        this.storefronts = storefronts;
        this.pipeline = pipeline;
    }

    /** All that can come of confirming a quote. */
    sealed interface OrderedQuote {

        record Placed(OrderView order) implements OrderedQuote {}

        /** A price is another than what was quoted. Nothing was changed. */
        record CostsOtherwise() implements OrderedQuote {}

        /** There is not enough of these; what was held for the quote is free. */
        record TooFew(List<String> skus) implements OrderedQuote {

            public TooFew {
                skus = List.copyOf(skus);
            }
        }

        /** Something of it is not for sale any more. Nothing was changed. */
        record NotForSale() implements OrderedQuote {}

        /** The store takes no more orders of this customer by itself. Nothing was changed. */
        record NotTaken() implements OrderedQuote {}
    }

    /** Makes an open quote an order; its row is this transaction's. */
    OrderedQuote place(StoreId store, AgentQuote quote, Instant now) {
        var count = pipeline.ask(quotes.count(store, quote.talk().contact(), now));
        if (HoldBounds.enoughOrders(count.single().ordered())) {
            return new OrderedQuote.NotTaken();
        }
        var guard = new QuoteGuard(
                store,
                quote,
                storefronts.find(store).face().otpAbove(),
                holds.freed(store, quote.id(), now),
                quotes,
                now);
        return switch (placing.place(store, QuoteHolds.AGENT, command(quote), guard)) {
            case PlaceOrder.Result.Placed(var order, var _) -> new OrderedQuote.Placed(order);
            case PlaceOrder.Result.Declined _ -> new OrderedQuote.CostsOtherwise();
            case PlaceOrder.Result.OutOfStock(var shortages) ->
                new OrderedQuote.TooFew(shortages.stream().map(Shortage::sku).toList());
            case PlaceOrder.Result.Invalid _ -> new OrderedQuote.NotForSale();
            case PlaceOrder.Result.CustomerBlocked _ -> new OrderedQuote.NotTaken();
            case PlaceOrder.Result.PlacedBefore _,
                    PlaceOrder.Result.SoldBefore _,
                    PlaceOrder.Result.SessionClosed _,
                    PlaceOrder.Result.ExternalRefConflict _ ->
                throw new IllegalStateException("A quote sells nothing at the counter and has no reference");
        };
    }

    private static PlaceOrder command(AgentQuote quote) {
        // By their ids alone: a product may be called otherwise since, and its pieces are held all the same.
        var items = quote.items().stream()
                .map(item -> new PlaceOrder.Item(null, item.product(), item.quantity(), null))
                .toList();
        return new PlaceOrder(
                OrderSource.SOCIAL,
                quote.recipient(),
                new OrderedGoods(items, null, null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, null),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                null,
                null,
                quote.money().currency());
    }

    /** The order that a quote became. */
    Optional<OrderView> of(StoreId store, AgentQuote quote) {
        return pipeline.ask(quotes.orderOf(store, quote.id()))
                .first()
                .flatMap(order -> orders.find(store, new OrderRef.ById(order)))
                .map(OrderDetails::order);
    }
}
