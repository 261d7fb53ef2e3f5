package iq.sendy.analytics.model;

import iq.sendy.analytics.ProductFigureChange;
import iq.sendy.analytics.ProductFigures;
import iq.sendy.analytics.SalesChange;
import iq.sendy.analytics.SalesCounts;
import iq.sendy.analytics.SalesFigures;
import iq.sendy.analytics.SalesMoney;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.returns.ReturnView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an order adds to the figures of its day as it stands, so that a change of it adds what it adds now less what it added
 * before. {@code FigureRecountStore} says the same in SQL.
 */
public final class SalesContribution {

    private SalesContribution() {}

    /** Of an order that was placed, in whatever status it was born. */
    public static SalesChange placed(OrderView order) {
        return change(order, figures(order));
    }

    public static SalesChange changed(OrderView before, OrderView after) {
        var difference = figures(after).minus(figures(before));
        return change(
                after, after.status() == OrderStatus.CANCELLED ? confirmedAsBefore(before, difference) : difference);
    }

    /** Of a completed return of an order. */
    public static SalesChange returned(OrderView order, ReturnView request) {
        var refund = request.refund().amount();
        var given = request.refund().given();
        var cost = products(order, request).stream()
                .mapToLong(each -> each.figures().cost())
                .sum();
        return change(
                order,
                new SalesFigures(
                        SalesFigures.NONE.counts(),
                        new SalesMoney(-refund, cost, 0, 0, 0, isCash(order) ? -given : 0, 0, refund - given)));
    }

    /** What a step adds to each of an order's products: a delivery what was delivered, any other nothing. */
    public static List<ProductFigureChange> delivered(OrderView before, OrderView after) {
        return isDelivered(before) ? List.of() : delivered(after);
    }

    /** What an order adds to each of its products: nothing until it is delivered. */
    public static List<ProductFigureChange> delivered(OrderView order) {
        if (!isDelivered(order)) {
            return List.of();
        }
        var sums = new TreeMap<UUID, ProductFigures>();
        for (var line : order.lines()) {
            var sold = new ProductFigures(line.quantity(), 0, line.lineTotal(), line.quantity() * unitCost(line));
            sums.merge(line.productId(), sold, ProductFigures::plus);
        }
        return changes(order, sums);
    }

    /** What a completed return takes from its products. */
    public static List<ProductFigureChange> products(OrderView order, ReturnView request) {
        var lines = order.lines().stream().collect(Collectors.toMap(OrderLine::id, Function.identity()));
        var sums = new TreeMap<UUID, ProductFigures>();
        for (var item : request.items()) {
            var line = Objects.requireNonNull(lines.get(item.orderItemId()));
            var back = new ProductFigures(
                    0, item.restocked() + item.damaged(), -item.refund(), -item.restocked() * unitCost(line));
            sums.merge(line.productId(), back, ProductFigures::plus);
        }
        return changes(order, sums);
    }

    private static List<ProductFigureChange> changes(OrderView order, Map<UUID, ProductFigures> sums) {
        var day = order.revision().createdAt();
        return sums.entrySet().stream()
                .map(each -> new ProductFigureChange(day, each.getKey(), each.getValue()))
                .toList();
    }

    private static SalesChange change(OrderView order, SalesFigures figures) {
        var province = order.customer().provinceCode();
        return new SalesChange(
                order.revision().createdAt(),
                order.agreement().source().toString(),
                province == null ? "" : province,
                figures);
    }

    /** An order that was cancelled after it had been confirmed was confirmed. */
    private static SalesFigures confirmedAsBefore(OrderView before, SalesFigures difference) {
        return difference.plus(new SalesFigures(
                new SalesCounts(0, counted(isConfirmed(before)), 0, 0, 0, 0, 0), SalesFigures.NONE.money()));
    }

    private static SalesFigures figures(OrderView order) {
        return new SalesFigures(
                new SalesCounts(
                        1,
                        counted(isConfirmed(order)),
                        counted(isHandedOver(order)),
                        counted(isDelivered(order)),
                        counted(isRefused(order)),
                        counted(isReturned(order)),
                        counted(order.status() == OrderStatus.CANCELLED)),
                money(order));
    }

    private static SalesMoney money(OrderView order) {
        var money = order.money();
        var payment = order.payment();
        var cash = isCash(order) ? 1 : 0;
        var sold = isDelivered(order) ? 1 : 0;
        var sale = payment.sale();
        var rounding = sale == null ? 0 : sold * (sale.cashRounding() - sale.cashShortfall());
        var cost = order.lines().stream()
                .mapToLong(line -> line.quantity() * unitCost(line))
                .sum();
        return new SalesMoney(
                sold * (money.subTotal() - money.discountTotal()),
                sold * cost,
                sold * money.discountTotal(),
                sold * money.deliveryFee(),
                cash * payment.amountDue(),
                cash * (payment.amountCollected() + rounding),
                isWithCourier(order) ? payment.amountCollected() : 0,
                cash * rounding);
    }

    /** Where nobody knew what a piece cost, it cost nothing. */
    private static long unitCost(OrderLine line) {
        var cost = line.unitCost();
        return cost == null ? 0 : cost;
    }

    private static int counted(boolean so) {
        return so ? 1 : 0;
    }

    /** Whether it has been confirmed, but for one that was cancelled, which does not tell. */
    private static boolean isConfirmed(OrderView order) {
        return order.status() != OrderStatus.PENDING && order.status() != OrderStatus.CANCELLED;
    }

    private static boolean isHandedOver(OrderView order) {
        return switch (order.status()) {
            case PENDING, CONFIRMED, READY, CANCELLED -> false;
            case IN_TRANSIT, OUT_FOR_DELIVERY, POSTPONED, DELIVERED, REFUSED, RETURNING, RETURNED -> true;
        };
    }

    private static boolean isDelivered(OrderView order) {
        return order.status() == OrderStatus.DELIVERED || (isOnItsWayBack(order) && !isVoid(order));
    }

    private static boolean isRefused(OrderView order) {
        return order.status() == OrderStatus.REFUSED || (isOnItsWayBack(order) && isVoid(order));
    }

    private static boolean isReturned(OrderView order) {
        return order.status() == OrderStatus.RETURNED && !isVoid(order);
    }

    private static boolean isOnItsWayBack(OrderView order) {
        return order.status() == OrderStatus.RETURNING || order.status() == OrderStatus.RETURNED;
    }

    /** What was refused at the door is void and stays so. */
    private static boolean isVoid(OrderView order) {
        return order.payment().status() == PaymentStatus.VOID;
    }

    private static boolean isCash(OrderView order) {
        var method = order.payment().method();
        return method == PaymentMethod.CASH_ON_DELIVERY || method == PaymentMethod.CASH;
    }

    /** What was paid at the counter is in the drawer. */
    private static boolean isWithCourier(OrderView order) {
        return isCash(order)
                && order.payment().status() == PaymentStatus.COLLECTED
                && order.agreement().source() != OrderSource.POS
                && order.deliveryMode() != DeliveryMode.PICKUP;
    }
}
