package iq.sendy.proofs;

import iq.sendy.proofs.Paper.Order;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a shop on paper does after the order was placed: its steps to the customer, and counting the shelves. */
final class PaperSteps {

    /** The status machine of the contract for a parcel, nothing but the table. */
    private static final Map<String, List<String>> MACHINE = Map.of(
            "Pending", List.of("Confirmed", "Ready", "InTransit", "Cancelled"),
            "Confirmed", List.of("Ready", "InTransit", "Cancelled"),
            "Ready", List.of("InTransit", "Cancelled"),
            "InTransit", List.of("OutForDelivery", "Postponed", "Refused"),
            "OutForDelivery", List.of("Delivered", "Postponed", "Refused"),
            "Postponed", List.of("OutForDelivery", "Refused"),
            "Refused", List.of("Returning"),
            "Returning", List.of("Returned"));

    private final Paper paper;

    PaperSteps(Paper paper) {
        this.paper = paper;
    }

    String step(Order order, String to) {
        if (!ways(order).contains(to)) {
            return "forbidden " + order.status;
        }
        order.status = to;
        switch (to) {
            case "Delivered" -> deliver(order);
            case "Cancelled" -> {
                paper.release(order);
                order.held.clear();
                paper.giveCodeBack(order);
                order.payment = "Void";
            }
            case "Refused" -> {
                paper.buyer(order).refused++;
                order.payment = "Void";
            }
            case "Returned" -> {
                paper.release(order);
                order.held.clear();
            }
            default -> {}
        }
        return "moved " + to;
    }

    void deliver(Order order) {
        order.held.forEach((row, held) -> {
            paper.rows.get(row).onHand -= held.pieces;
            paper.rows.get(row).reserved -= held.pieces;
        });
        order.payment = "Collected";
        order.collected = order.total();
        paper.buyer(order).delivered++;
        paper.buyer(order).collected += order.total();
    }

    /** Where the order may go from where it is. */
    static List<String> ways(Order order) {
        return MACHINE.getOrDefault(order.status, List.of());
    }

    /** The next step on the shortest way to the customer. */
    static @Nullable String onwards(Order order) {
        return switch (order.status) {
            case "Pending", "Confirmed", "Ready" -> "InTransit";
            case "InTransit", "Postponed" -> "OutForDelivery";
            case "OutForDelivery" -> "Delivered";
            default -> null;
        };
    }

    String count(int index, long quantity, @Nullable Long expected) {
        var row = paper.rows.get(index);
        if (expected != null && expected != row.onHand) {
            return "stale " + row.onHand;
        }
        if (quantity < row.reserved) {
            return "below " + row.onHand + " " + row.reserved;
        }
        row.onHand = quantity;
        paper.tracked[index / Paper.PLACES] = true;
        return "counted " + quantity;
    }

    /** What is there counts at the average so far, and before the first of them like what comes. */
    void buy(int sku, long pieces, long money) {
        var there = IntStream.range(0, Paper.PLACES)
                .mapToLong(place -> paper.row(sku, place).onHand)
                .sum();
        var worth = paper.valued[sku] == 0
                ? PaperSteps.rounded(money * there, pieces)
                : PaperSteps.rounded(paper.worth[sku] * there, paper.valued[sku]);
        paper.worth[sku] = worth + money;
        paper.valued[sku] = there + pieces;
        paper.row(sku, 0).onHand += pieces;
        paper.tracked[sku] = true;
    }

    static long rounded(long over, long under) {
        return (2 * over + under) / (2 * under);
    }

    String adjust(int index, long delta) {
        return count(index, paper.rows.get(index).onHand + delta, null);
    }
}
