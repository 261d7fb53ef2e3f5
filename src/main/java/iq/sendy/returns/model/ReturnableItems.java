package iq.sendy.returns.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.Refunds;
import iq.sendy.returns.MoveReturn;
import iq.sendy.returns.RequestReturn;
import iq.sendy.returns.ReturnError;
import iq.sendy.returns.ReturnStatus;
import iq.sendy.returns.ReturnView;
import iq.sendy.returns.ReturnView.ReturnItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Returnable quantities of an order: how many pieces may still come back, what is asked, what came and what is paid for it. */
public final class ReturnableItems {

    private final OrderView order;
    private final Map<UUID, OrderLine> lines;
    private final Map<UUID, HeldPieces> held;

    public ReturnableItems(OrderView order, List<HeldPieces> held) {
        this.order = order;
        this.lines = order.lines().stream().collect(toMap(OrderLine::id, Function.identity()));
        this.held = held.stream().collect(toMap(HeldPieces::orderLineId, Function.identity()));
    }

    /** Where the pieces of a line are: held by returns that were approved, and those that came back. */
    public record HeldPieces(UUID orderLineId, long asked, long back) {}

    /**
     * All that no other return holds. With what waits to be decided nothing else may be asked, so it is not looked at.
     *
     * @param others the statuses of other returns: one that is approved or completed holds the whole of an order without items
     */
    public List<ReturnItem> rest(List<ReturnStatus> others, List<Violation> violations) {
        var anotherHolds = others.contains(ReturnStatus.APPROVED) || others.contains(ReturnStatus.COMPLETED);
        var items = order.lines().stream()
                .filter(line -> left(line) > 0)
                .map(line -> item(line, left(line)))
                .toList();
        if (order.lines().isEmpty() ? anotherHolds : items.isEmpty()) {
            violations.add(Violation.at("items", ReturnError.QUANTITY));
        }
        return items;
    }

    /** What is asked of each line, in the order of the lines; a line that is named twice counts together. */
    public List<ReturnItem> asked(List<RequestReturn.Piece> pieces, List<Violation> violations) {
        var wanted = new LinkedHashMap<UUID, Long>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var line = lines.get(piece.orderItemId());
            if (line == null) {
                violations.add(Violation.at("items[" + i + "].orderItemId", ReturnError.UNKNOWN_LINE));
            } else if (wanted.merge(line.id(), piece.quantity(), Long::sum) > left(line)) {
                violations.add(Violation.at("items[" + i + "].quantity", ReturnError.QUANTITY));
            }
        }
        if (!violations.isEmpty()) {
            return List.of();
        }
        return order.lines().stream()
                .filter(line -> wanted.containsKey(line.id()))
                .map(line -> item(line, Objects.requireNonNull(wanted.get(line.id()))))
                .toList();
    }

    /** Which of the lines that are named are none of these. A line that could not be read names nothing. */
    public static void known(Set<UUID> lines, List<@Nullable UUID> named, List<Violation> violations) {
        for (var i = 0; i < named.size(); i++) {
            var line = named.get(i);
            if (line != null && !lines.contains(line)) {
                violations.add(Violation.at("items[" + i + "].orderItemId", ReturnError.UNKNOWN_LINE));
            }
        }
    }

    /** What no return holds of each line. */
    public Map<UUID, Long> left() {
        return order.lines().stream().collect(toMap(OrderLine::id, this::left));
    }

    private long left(OrderLine line) {
        return line.quantity() - askedBefore(line.id());
    }

    private ReturnItem item(OrderLine line, long quantity) {
        var refund = Refunds.of(line.lineTotal(), line.quantity(), askedBefore(line.id()), quantity);
        return new ReturnItem(line.id(), line.sku(), quantity, 0, 0, refund);
    }

    /**
     * What came of each line of a request, by the line.
     *
     * @param items null when all of it came back good
     */
    public static Map<UUID, MoveReturn.Arrival> arrivals(
            ReturnView request, @Nullable List<MoveReturn.Arrival> items, List<Violation> violations) {
        var arrivals = new HashMap<UUID, MoveReturn.Arrival>();
        if (items == null) {
            request.items()
                    .forEach(item -> arrivals.put(
                            item.orderItemId(), new MoveReturn.Arrival(item.orderItemId(), item.quantity(), 0)));
            return arrivals;
        }
        var asked = request.items().stream().collect(toMap(ReturnItem::orderItemId, ReturnItem::quantity));
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var most = asked.get(item.orderItemId());
            if (most == null) {
                violations.add(Violation.at("items[" + i + "].orderItemId", ReturnError.UNKNOWN_LINE));
                continue;
            }
            var all = arrivals.merge(
                    item.orderItemId(),
                    item,
                    (a, b) -> new MoveReturn.Arrival(
                            a.orderItemId(), a.restock() + b.restock(), a.damaged() + b.damaged()));
            if (all.restock() + all.damaged() > most) {
                violations.add(Violation.at("items[" + i + "].restock", ReturnError.QUANTITY));
            }
        }
        return arrivals;
    }

    /** The items of a request with what came of them, and the refund for that. */
    public List<ReturnItem> arrived(ReturnView request, Map<UUID, MoveReturn.Arrival> arrivals) {
        return request.items().stream()
                .map(item -> arrived(item, arrivals.get(item.orderItemId())))
                .toList();
    }

    private ReturnItem arrived(ReturnItem item, MoveReturn.@Nullable Arrival what) {
        var line = line(item);
        var good = what == null ? 0 : what.restock();
        var damaged = what == null ? 0 : what.damaged();
        var refund = Refunds.of(line.lineTotal(), line.quantity(), backBefore(line.id()), good + damaged);
        return item.arrived(good, damaged, refund);
    }

    /** Whether with these the last delivered piece is back. */
    public boolean allBack(List<ReturnItem> items) {
        var now = items.stream().collect(toMap(ReturnItem::orderItemId, item -> item.restocked() + item.damaged()));
        return order.lines().stream()
                .allMatch(line -> backBefore(line.id()) + now.getOrDefault(line.id(), 0L) == line.quantity());
    }

    /** The good pieces among them, by product. */
    public Map<UUID, Long> good(List<ReturnItem> items) {
        var good = new HashMap<UUID, Long>();
        for (var item : items) {
            if (item.restocked() > 0) {
                good.merge(line(item).productId(), item.restocked(), Long::sum);
            }
        }
        return good;
    }

    /** Products of which more was sold, without a network, than the stock knew of. */
    public Set<UUID> soldShort() {
        return order.lines().stream()
                .filter(line -> line.shortQuantity() > 0)
                .map(OrderLine::productId)
                .collect(toSet());
    }

    /** What is paid back for the items, or for the whole of an order without any. The fee for bringing it is not. */
    public long refund(List<ReturnItem> items) {
        return order.lines().isEmpty()
                ? order.money().goods()
                : items.stream().mapToLong(ReturnItem::refund).sum();
    }

    private OrderLine line(ReturnItem item) {
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
