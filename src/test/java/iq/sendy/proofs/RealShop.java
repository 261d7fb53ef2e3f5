package iq.sendy.proofs;

import iq.sendy.Shop;
import iq.sendy.Stall;
import iq.sendy.customers.CustomerView;
import iq.sendy.inventory.AdjustStock;
import iq.sendy.inventory.CountStock;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.WireWord;
import iq.sendy.orders.ChangeItems;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.MoveOrder;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.orders.Shortage;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.pricing.ChangeDiscountCode;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.purchasing.ChangePurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.returns.MoveReturn;
import iq.sendy.returns.RequestReturn;
import iq.sendy.returns.ReturnView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The same shop at Sendy's doors; it answers in the words of {@link Paper}. */
final class RealShop {

    private static final Instant BOUGHT = Instant.parse("2026-11-29T09:00:00Z");

    private final Stall stall;
    private final List<UUID> products;
    private final List<UUID> rows;
    private final List<UUID> codes;
    final List<OrderRef> orders = new ArrayList<>();
    private final List<List<OrderLine>> lines = new ArrayList<>();
    private final List<ReturnView> returns = new ArrayList<>();

    RealShop(Stall stall, List<UUID> products, List<UUID> rows, List<UUID> codes) {
        this.stall = stall;
        this.products = products;
        this.rows = rows;
        this.codes = codes;
    }

    static Phone phone(int which) {
        return new Phone("964770000000" + which);
    }

    String place(int phone, List<Move.Pick> picks, @Nullable String code) {
        var command = new PlaceOrder(
                OrderSource.API,
                new Recipient("زينب علي", phone(phone), "الكرادة", "BG", UUID.fromString(Shop.KARRADA), null),
                new OrderedGoods(items(picks), null, code, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, null),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                null,
                null,
                Currency.IQD);
        return place(command);
    }

    String place(PlaceOrder command) {
        return switch (stall.at(doors -> doors.orders().place(stall.store(), Actor.SYSTEM, command))) {
            case PlaceOrder.Result.Placed(var order, var _) -> {
                orders.add(new OrderRef.ById(order.id()));
                lines.add(order.lines());
                var sale = order.payment().sale();
                yield sale == null
                        ? "placed " + order.money().total()
                        : "sold " + order.money().total() + " " + sale.change() + " " + sale.cashRounding();
            }
            case PlaceOrder.Result.Invalid(var violations) -> "invalid " + words(violations);
            case PlaceOrder.Result.CustomerBlocked _ -> "blocked";
            case PlaceOrder.Result.Declined(var why) -> "declined " + why;
            case PlaceOrder.Result.OutOfStock(var shortages) -> "short " + shortages(shortages);
            case PlaceOrder.Result.PlacedBefore _, PlaceOrder.Result.ExternalRefConflict _ -> "no reference was given";
            case PlaceOrder.Result.SoldBefore _, PlaceOrder.Result.SessionClosed _ -> "no session was given";
        };
    }

    static List<PlaceOrder.Item> items(List<Move.Pick> picks) {
        return picks.stream()
                .map(pick -> new PlaceOrder.Item(Paper.SKUS[pick.which()], null, pick.quantity(), null))
                .toList();
    }

    private static List<String> words(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }

    private static List<String> shortages(List<Shortage> shortages) {
        return shortages.stream()
                .map(each -> each.line() + " " + each.sku() + " " + each.available())
                .toList();
    }

    String edit(int order, List<Move.Pick> picks, boolean codeGiven, @Nullable String code) {
        var change = new ChangeItems(items(picks), codeGiven, code);
        return switch (stall.at(
                doors -> doors.orders().changeItems(stall.store(), Actor.SYSTEM, orders.get(order), change))) {
            case ChangeItems.Result.Changed(var details) -> {
                lines.set(order, details.order().lines());
                yield "changed " + details.order().money().total();
            }
            case ChangeItems.Result.NoSuchOrder _ -> "no such order";
            case ChangeItems.Result.Invalid(var violations) -> "invalid " + words(violations);
            case ChangeItems.Result.Closed(var status) -> "closed " + status;
            case ChangeItems.Result.OutOfStock(var shortages) -> "short " + shortages(shortages);
        };
    }

    String step(int order, String to) {
        return moved(stall.at(doors -> doors.orders()
                .move(
                        stall.store(),
                        Actor.SYSTEM,
                        orders.get(order),
                        new MoveOrder(WireWord.of(OrderStatus.class, to), null, null))));
    }

    String cancel(int order) {
        return moved(stall.at(doors -> doors.orders().cancel(stall.store(), Actor.SYSTEM, orders.get(order), null)));
    }

    private static String moved(MoveOrder.Result result) {
        return switch (result) {
            case MoveOrder.Result.Moved(var details) ->
                "moved " + details.order().status();
            case MoveOrder.Result.NoSuchOrder _ -> "no such order";
            case MoveOrder.Result.Forbidden(var from, var _) -> "forbidden " + from;
        };
    }

    String ask(int order, List<Move.Pick> wanted) {
        var pieces = wanted.isEmpty()
                ? null
                : wanted.stream()
                        .map(pick -> new RequestReturn.Piece(
                                lines.get(order).get(pick.which()).id(), pick.quantity()))
                        .toList();
        return switch (stall.at(doors -> doors.returns()
                .request(stall.store(), Actor.SYSTEM, orders.get(order), new RequestReturn(null, pieces)))) {
            case RequestReturn.Result.Requested(var request) -> {
                returns.add(request);
                yield "asked " + request.refund().amount();
            }
            case RequestReturn.Result.NoSuchOrder _ -> "no such order";
            case RequestReturn.Result.NotDelivered _ -> "not delivered";
            case RequestReturn.Result.Invalid(var violations) -> "invalid " + words(violations);
            case RequestReturn.Result.Pending _ -> "pending";
        };
    }

    String approve(int request) {
        return moveReturn(request, new MoveReturn.Approve(null), "decided approved");
    }

    String reject(int request) {
        return moveReturn(request, new MoveReturn.Reject(null), "decided rejected");
    }

    String complete(int request, List<Move.Part> came) {
        var items = returns.get(request).items();
        var parts = came.isEmpty()
                ? null
                : came.stream()
                        .map(part -> new MoveReturn.Arrival(
                                items.get(part.line()).orderItemId(), part.good(), part.damaged()))
                        .toList();
        return moveReturn(request, new MoveReturn.Complete(parts), "completed");
    }

    private String moveReturn(int request, MoveReturn command, String done) {
        var id = returns.get(request).id();
        return switch (stall.at(doors -> doors.returns().move(stall.store(), Actor.SYSTEM, id, command))) {
            case MoveReturn.Result.Moved(var view) -> done + " " + view.refund().amount();
            case MoveReturn.Result.NoSuchReturn _ -> "no such return";
            case MoveReturn.Result.Invalid(var violations) -> "invalid " + words(violations);
            case MoveReturn.Result.SessionClosed _ -> "session closed";
            case MoveReturn.Result.NoRoom(var sku, var room) -> "no room " + sku + " " + room;
            case MoveReturn.Result.Forbidden(var from, var _) -> "forbidden " + from;
        };
    }

    String count(int row, long quantity, @Nullable Long expected) {
        var command = new CountStock(rows.get(row), quantity, expected, null);
        return switch (stall.at(doors -> doors.stockAdjustments().count(stall.store(), Actor.SYSTEM, command))) {
            case CountStock.Result.Counted(var item) -> "counted " + item.onHand();
            case CountStock.Result.NoSuchItem _ -> "no such row";
            case CountStock.Result.Stale(var onHand) -> "stale " + onHand;
            case CountStock.Result.BelowReserved(var onHand, var reserved) -> "below " + onHand + " " + reserved;
        };
    }

    String adjust(int row, long delta) {
        var command = new AdjustStock(rows.get(row), delta, "تالف");
        return switch (stall.at(doors -> doors.stockAdjustments().adjust(stall.store(), Actor.SYSTEM, command))) {
            case AdjustStock.Result.Adjusted(var item) -> "counted " + item.onHand();
            case AdjustStock.Result.NoSuchItem _ -> "no such row";
            case AdjustStock.Result.BelowReserved(var onHand, var reserved) -> "below " + onHand + " " + reserved;
            case AdjustStock.Result.TooMany _ -> "too many";
        };
    }

    String buy(int sku, long pieces, long unitCost, long fees) {
        var details = new PurchaseOrderDetails(null, null, BOUGHT, null, null, fees);
        var items = List.of(new PurchaseOrderItem.Ordered(products.get(sku), pieces, unitCost, null));
        var id = stall.at(doors ->
                        doors.purchaseOrders().create(stall.store(), Actor.SYSTEM, Currency.IQD, details, items))
                .id();
        for (var status : List.of(PurchaseOrderStatus.SENT, PurchaseOrderStatus.RECEIVED)) {
            var step = new ChangePurchaseOrder(id, Currency.IQD, UnaryOperator.identity(), null, status, null);
            var result = stall.at(doors -> doors.purchaseOrders().change(stall.store(), Actor.SYSTEM, step));
            if (!(result instanceof ChangePurchaseOrder.Result.Changed)) {
                throw new AssertionError("A purchase order did not become " + status + ": " + result);
            }
        }
        return "bought";
    }

    String price(int sku, long price) {
        stall.reprices(products.get(sku), price);
        return "priced";
    }

    String limit(int code, @Nullable Long maxUses, @Nullable Long perPhone) {
        var command = new ChangeDiscountCode(
                codes.get(code),
                Currency.IQD,
                before -> new DiscountCode.DiscountCodeDetails(
                        before.code(), before.discount(), null, maxUses, perPhone, null, null, true, null));
        stall.at(doors -> doors.discountCodes().change(stall.store(), Actor.SYSTEM, command));
        return "limited";
    }

    String block(int phone, boolean blocked) {
        var customer = stall.at(doors ->
                        doors.customers().list(stall.store(), phone(phone).value(), Stall.all()))
                .items()
                .getFirst();
        stall.at(doors -> doors.customers()
                .change(
                        stall.store(),
                        Actor.SYSTEM,
                        customer.id(),
                        before -> new CustomerView.About(before.name(), before.notes(), before.tags(), blocked)));
        return "blocked";
    }
}
