package iq.sendy.orders.model;

import static java.util.stream.Collectors.toMap;

import iq.sendy.orders.MoveReturn;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.OrderViolation;
import iq.sendy.orders.RequestReturn;
import iq.sendy.orders.ReturnView;
import iq.sendy.orders.ReturnView.Item;
import iq.sendy.pricing.Refunds;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Returnable quantities of an order. The pieces of an order that come back: how many may still, what of them is asked,
 * what came, and what is paid for them.
 */
public final class ReturnableItems {

    private final OrderView order;
    private final Map<UUID, OrderLine> lines;
    private final Map<UUID, Held> held;

    public ReturnableItems(OrderView order, List<Held> held) {
        this.order = order;
        this.lines = order.lines().stream().collect(toMap(OrderLine::id, Function.identity()));
        this.held = held.stream().collect(toMap(Held::orderLineId, Function.identity()));
    }

    /** Where the pieces of a line are: held by returns that were approved, and those that came back. */
    public record Held(UUID orderLineId, long asked, long back) {}

    /**
     * All that no other return holds. With what waits to be decided nothing else may be asked, so it is not looked at.
     *
     * @param anotherHolds whether an approved or completed return is there, which holds the whole of an order without items
     */
    public List<Item> rest(boolean anotherHolds, List<OrderViolation> flaws) {
        var items = order.lines().stream()
                .filter(line -> left(line) > 0)
                .map(line -> item(line, left(line)))
                .toList();
        if (order.lines().isEmpty() ? anotherHolds : items.isEmpty()) {
            flaws.add(new OrderViolation("items", "return.quantity"));
        }
        return items;
    }

    /** What is asked of each line, in the order of the lines; a line that is named twice counts together. */
    public List<Item> asked(List<RequestReturn.Piece> pieces, List<OrderViolation> flaws) {
        var wanted = new LinkedHashMap<UUID, Long>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var line = lines.get(piece.orderItemId());
            if (line == null) {
                flaws.add(new OrderViolation("items[" + i + "].orderItemId", "order_item.unknown"));
            } else if (wanted.merge(line.id(), piece.quantity(), Long::sum) > left(line)) {
                flaws.add(new OrderViolation("items[" + i + "].quantity", "return.quantity"));
            }
        }
        if (!flaws.isEmpty()) {
            return List.of();
        }
        return order.lines().stream()
                .filter(line -> wanted.containsKey(line.id()))
                .map(line -> item(line, Objects.requireNonNull(wanted.get(line.id()))))
                .toList();
    }

    /** Which of the lines that are named are none of these. A line that could not be read names nothing. */
    public static void known(Set<UUID> lines, List<@Nullable UUID> named, List<OrderViolation> flaws) {
        for (var i = 0; i < named.size(); i++) {
            var line = named.get(i);
            if (line != null && !lines.contains(line)) {
                flaws.add(new OrderViolation("items[" + i + "].orderItemId", "order_item.unknown"));
            }
        }
    }

    private long left(OrderLine line) {
        return line.quantity() - askedBefore(line.id());
    }

    private Item item(OrderLine line, long quantity) {
        var refund = Refunds.of(line.lineTotal(), line.quantity(), askedBefore(line.id()), quantity);
        return new Item(line.id(), line.sku(), quantity, 0, 0, refund);
    }

    /**
     * What came of each line of a request, by the line.
     *
     * @param items null when all of it came back good
     */
    public static Map<UUID, MoveReturn.Came> came(
            ReturnView request, @Nullable List<MoveReturn.Came> items, List<OrderViolation> flaws) {
        var came = new HashMap<UUID, MoveReturn.Came>();
        if (items == null) {
            request.items()
                    .forEach(item ->
                            came.put(item.orderItemId(), new MoveReturn.Came(item.orderItemId(), item.quantity(), 0)));
            return came;
        }
        var asked = request.items().stream().collect(toMap(Item::orderItemId, Item::quantity));
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var most = asked.get(item.orderItemId());
            if (most == null) {
                flaws.add(new OrderViolation("items[" + i + "].orderItemId", "order_item.unknown"));
                continue;
            }
            var all = came.merge(
                    item.orderItemId(),
                    item,
                    (a, b) ->
                            new MoveReturn.Came(a.orderItemId(), a.restock() + b.restock(), a.damaged() + b.damaged()));
            if (all.restock() + all.damaged() > most) {
                flaws.add(new OrderViolation("items[" + i + "].restock", "return.quantity"));
            }
        }
        return came;
    }

    /** The items of a request with what came of them, and the refund for that. */
    public List<Item> arrived(ReturnView request, Map<UUID, MoveReturn.Came> came) {
        return request.items().stream()
                .map(item -> arrived(item, came.get(item.orderItemId())))
                .toList();
    }

    private Item arrived(Item item, MoveReturn.@Nullable Came what) {
        var line = line(item);
        var good = what == null ? 0 : what.restock();
        var damaged = what == null ? 0 : what.damaged();
        var refund = Refunds.of(line.lineTotal(), line.quantity(), backBefore(line.id()), good + damaged);
        return item.came(good, damaged, refund);
    }

    /** Whether with these the last delivered piece is back. */
    public boolean allBack(List<Item> items) {
        var now = items.stream().collect(toMap(Item::orderItemId, item -> item.restocked() + item.damaged()));
        return order.lines().stream()
                .allMatch(line -> backBefore(line.id()) + now.getOrDefault(line.id(), 0L) == line.quantity());
    }

    /** The good pieces among them, by product. */
    public Map<UUID, Long> good(List<Item> items) {
        var good = new HashMap<UUID, Long>();
        for (var item : items) {
            if (item.restocked() > 0) {
                good.merge(line(item).productId(), item.restocked(), Long::sum);
            }
        }
        return good;
    }

    /** What is paid back for the items, or for the whole of an order without any. The fee for bringing it is not. */
    public long refund(List<Item> items) {
        return order.lines().isEmpty()
                ? order.money().subTotal() - order.money().discountTotal()
                : items.stream().mapToLong(Item::refund).sum();
    }

    private OrderLine line(Item item) {
        return Objects.requireNonNull(lines.get(item.orderItemId()));
    }

    private long askedBefore(UUID line) {
        var known = held.get(line);
        return known == null ? 0 : known.asked();
    }

    private long backBefore(UUID line) {
        var known = held.get(line);
        return known == null ? 0 : known.back();
    }
}
