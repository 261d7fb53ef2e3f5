package iq.sendy.orders;

import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderPricing.Wanted;
import iq.sendy.orders.OrderPricing.Worked;
import iq.sendy.orders.store.OrderListing;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.orders.store.ReturnStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Baskets turned into agreements, whatever door they came by. */
@Service
public class Orders {

    private final OrderTransactions orderTransactions;
    private final OrderPlacement orderPlacement;
    private final BulkPlacement bulkPlacement;
    private final OrderChanges orderChanges;
    private final Returns returning;
    private final OrderPricing orderPricing;
    private final OrderStore orders;
    private final OrderListing listing;
    private final ReturnStore returns;
    private final Pipeline pipeline;
    private final Clock clock;

    Orders(
            OrderTransactions orderTransactions,
            OrderPlacement orderPlacement,
            BulkPlacement bulkPlacement,
            OrderChanges orderChanges,
            Returns returning,
            OrderPricing orderPricing,
            OrderStore orders,
            OrderListing listing,
            ReturnStore returns,
            Pipeline pipeline,
            Clock clock) {
        this.orderTransactions = orderTransactions;
        this.orderPlacement = orderPlacement;
        this.bulkPlacement = bulkPlacement;
        this.orderChanges = orderChanges;
        this.returning = returning;
        this.orderPricing = orderPricing;
        this.orders = orders;
        this.listing = listing;
        this.returns = returns;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Stock is asked last and takes all or nothing, so a returned refusal has nothing to roll back. */
    @Transactional
    public PlaceOrderResult place(StoreId store, Actor actor, PlaceOrder command) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = orderPlacement.one(orderTransaction, command, false);
        orderTransactions.end(orderTransaction);
        return result;
    }

    /** Places many, in their order; with {@code atomic} nothing is stored when one of them is refused. */
    @Transactional
    public List<PlaceOrderResult> placeAll(StoreId store, Actor actor, List<PlaceOrder> commands, boolean atomic) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var results = bulkPlacement.all(orderTransaction, commands);
        if (atomic && results.stream().anyMatch(Orders::refused)) {
            orderTransactions.endWithoutEffect(orderTransaction);
            return results;
        }
        orderTransactions.end(orderTransaction);
        return results;
    }

    private static boolean refused(PlaceOrderResult result) {
        return switch (result) {
            case PlaceOrderResult.Placed _, PlaceOrderResult.PlacedBefore _ -> false;
            case PlaceOrderResult.Invalid _,
                    PlaceOrderResult.CustomerBlocked _,
                    PlaceOrderResult.ExternalRefConflict _,
                    PlaceOrderResult.OutOfStock _ -> true;
        };
    }

    /** What a would-be order costs; it changes nothing and looks at no stock. */
    @Transactional(readOnly = true)
    public QuoteResult quote(StoreId store, RequestQuote command) {
        return switch (preview(store, command, false)) {
            case Worked.Fits fits -> new QuoteResult.Quoted(fits.priced());
            case Worked.Flawed(var flaws) -> new QuoteResult.Invalid(flaws);
        };
    }

    /**
     * What the store would refuse of orders that have other faults already, so that their sender hears of all at once: a
     * list for each of them.
     */
    @Transactional(readOnly = true)
    public List<List<OrderViolation>> flaws(StoreId store, List<RequestQuote> commands) {
        return commands.stream().map(command -> flaws(store, command)).toList();
    }

    private List<OrderViolation> flaws(StoreId store, RequestQuote command) {
        return switch (preview(store, command, true)) {
            case Worked.Fits _ -> List.of();
            case Worked.Flawed(var flaws) -> flaws;
        };
    }

    /** What the store would refuse of a return whose body has other faults: it is asked for as far as it can be read. */
    @Transactional(readOnly = true)
    public List<OrderViolation> returnFlaws(
            StoreId store, OrderRef ref, RequestReturn command, List<@Nullable UUID> lines) {
        return returning.flaws(store, ref, command, lines);
    }

    /** Which lines that a completion names are none of its return. */
    @Transactional(readOnly = true)
    public List<OrderViolation> completionFlaws(StoreId store, UUID request, List<@Nullable UUID> lines) {
        return returning.completionFlaws(store, request, lines);
    }

    private Worked preview(StoreId store, RequestQuote command, boolean strict) {
        var wanted = new Wanted(
                command.items(),
                command.orderValue(),
                command.discountCode(),
                command.source(),
                command.deliveryMode() == DeliveryMode.PICKUP,
                command.provinceCode(),
                command.deliveryFee(),
                command.packageSizeId(),
                command.draft() ? Wanted.Origin.DRAFT : Wanted.Origin.REQUEST);
        var questions = orderPricing.preview(store, wanted, command.customerPhone());
        pipeline.send(questions.parts());
        return orderPricing.out(wanted, questions, clock.instant(), strict);
    }

    @Transactional(readOnly = true)
    public Optional<OrderDetails> find(StoreId store, OrderRef ref) {
        var order = orders.find(store, ref);
        var timeline = orders.timeline(store, ref);
        pipeline.send(order, timeline);
        return order.first().map(found -> new OrderDetails(found, timeline.answer()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<OrderView> list(StoreId store, OrderFilter filter, Paging paging) {
        return listing.list(store, filter, paging);
    }

    /** Stores address and coordinates and nothing else, until the order is handed over or cancelled. */
    @Transactional
    public ChangeAddressResult changeAddress(StoreId store, Actor actor, OrderRef ref, ChangeAddress change) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = orderChanges.address(orderTransaction, ref, change);
        orderTransactions.end(orderTransaction);
        return result;
    }

    /** Replaces the items until hand-over: stock, discounts, shipping and amount due are worked out anew. */
    @Transactional
    public ChangeItemsResult changeItems(StoreId store, Actor actor, OrderRef ref, ChangeItems change) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = orderChanges.items(orderTransaction, ref, change);
        orderTransactions.end(orderTransaction);
        return result;
    }

    /** Cancels an order that is still in the store; stock and code are free again. */
    @Transactional
    public MoveOrderResult cancel(StoreId store, Actor actor, OrderRef ref, @Nullable String reason) {
        return move(store, actor, ref, new MoveOrder(OrderStatus.CANCELLED, reason, null));
    }

    /** Moves an order along its machine; its money and its stock follow. */
    @Transactional
    public MoveOrderResult move(StoreId store, Actor actor, OrderRef ref, MoveOrder command) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = orderChanges.move(orderTransaction, ref, command);
        orderTransactions.end(orderTransaction);
        return result;
    }

    /** Asks for the return of a delivered order, or of some of its pieces. */
    @Transactional
    public RequestReturnResult askReturn(StoreId store, Actor actor, OrderRef ref, RequestReturn command) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = returning.ask(orderTransaction, ref, command);
        orderTransactions.end(orderTransaction);
        return result;
    }

    /** Decides a return, or completes it: stock, money and, with the last piece, the order follow. */
    @Transactional
    public MoveReturnResult moveReturn(StoreId store, Actor actor, UUID request, MoveReturn command) {
        var orderTransaction = orderTransactions.begin(store, actor);
        var result = returning.move(orderTransaction, request, command);
        orderTransactions.end(orderTransaction);
        return result;
    }

    @Transactional(readOnly = true)
    public Optional<ReturnView> findReturn(StoreId store, UUID request) {
        var found = returns.find(store, request);
        pipeline.send(found);
        return found.first();
    }

    /** Returns of all orders, newest first. */
    @Transactional(readOnly = true)
    public Page<ReturnView> listReturns(StoreId store, List<ReturnStatus> statuses, Paging paging) {
        return returns.list(store, null, statuses, paging);
    }

    /** The returns of an order, newest first; empty when there is no such order. */
    @Transactional(readOnly = true)
    public Optional<Page<ReturnView>> returnsOf(StoreId store, OrderRef ref, Paging paging) {
        var order = orders.find(store, ref);
        pipeline.send(order);
        return order.first().map(found -> returns.list(store, found.id(), List.of(), paging));
    }
}
