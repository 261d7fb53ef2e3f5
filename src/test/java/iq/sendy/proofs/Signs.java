package iq.sendy.proofs;

import iq.sendy.proofs.Paper.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is seen when a command is played: the command with its answer, with each trait of what it met, and with the
 * step of the same order before it. Amounts and pieces are left out of it: the same step with other numbers is the same
 * sight.
 */
final class Signs {

    /** Between the steps of an order that follow each other. */
    static final String THEN = " then ";

    private final Paper paper;
    private final Map<Order, List<String>> histories = new HashMap<>();

    Signs(Paper paper) {
        this.paper = paper;
    }

    /** The traits of an order. */
    List<String> of(Order order) {
        var traits = new ArrayList<String>();
        traits.add(order.status);
        traits.add("paid " + order.payment);
        traits.add("code " + order.code + (order.codeLives ? "" : " given back"));
        traits.add("buyer blocked " + paper.buyer(order).blocked);
        var skus = order.lines.stream().map(Paper.Line::sku).distinct().count();
        traits.add(skus < order.lines.size() ? "a product twice" : "products " + Math.min(skus, 2));
        var places = order.held.keySet().stream()
                .map(row -> row % Paper.PLACES)
                .distinct()
                .count();
        traits.add("from places " + places);
        traits.add("untracked line " + order.lines.stream().anyMatch(line -> tracksSince(order, line.sku())));
        traits.add("cost known " + order.lines.stream().anyMatch(line -> line.cost() != null));
        traits.add("sold for nothing " + (order.total() == 0));
        traits.add("returns "
                + order.returns.stream()
                        .map(each -> each.status)
                        .distinct()
                        .sorted()
                        .toList());
        return traits;
    }

    /** Whether a line has no pieces of a product whose pieces are counted now. */
    private boolean tracksSince(Order order, int sku) {
        return paper.tracked[sku]
                && IntStream.range(0, Paper.PLACES)
                        .noneMatch(place -> order.held.containsKey(sku * Paper.PLACES + place));
    }

    /** The traits of a basket, and of who buys it. */
    List<String> ofBasket(int phone, List<Move.Pick> picks) {
        var buyer = paper.buyers.get(phone);
        var skus = picks.stream().map(Move.Pick::which).distinct().toList();
        return List.of(
                "buyer known " + (buyer != null),
                "buyer blocked " + (buyer != null && buyer.blocked),
                skus.size() < picks.size() ? "a product twice" : "products " + Math.min(skus.size(), 2),
                "untracked " + skus.stream().anyMatch(sku -> !paper.tracked[sku]),
                "cost known " + skus.stream().anyMatch(sku -> paper.valued[sku] > 0),
                "for nothing " + skus.stream().anyMatch(sku -> paper.prices[sku] == 0));
    }

    List<String> ofRow(int row) {
        return List.of(
                "reserved " + (paper.rows.get(row).reserved > 0),
                "tracked " + paper.tracked[row / Paper.PLACES],
                "place " + row % Paper.PLACES);
    }

    List<String> ofProduct(String kind, int sku) {
        var reserved = IntStream.range(0, Paper.PLACES).anyMatch(place -> paper.row(sku, place).reserved > 0);
        var there = IntStream.range(0, Paper.PLACES).anyMatch(place -> paper.row(sku, place).onHand > 0);
        return with(
                kind,
                "",
                List.of(
                        "tracked " + paper.tracked[sku],
                        "valued " + (paper.valued[sku] > 0),
                        "reserved " + reserved,
                        "there " + there));
    }

    List<String> with(String kind, String said, List<String> met) {
        var step = kind + " -> " + outline(said);
        return Stream.concat(Stream.of(step), met.stream().map(trait -> step + " | " + trait))
                .toList();
    }

    /** As {@link #with}, for what may have made an order. */
    List<String> placed(String kind, String said, List<String> met) {
        var seen = with(kind, said, met);
        if (said.startsWith("placed") || said.startsWith("sold")) {
            var order = paper.orders.getLast();
            var history = new ArrayList<>(List.of(seen.getFirst()));
            histories.put(order, history);
            return Stream.concat(seen.stream(), of(order).stream().map(trait -> seen.getFirst() + " | made " + trait))
                    .toList();
        }
        return seen;
    }

    /** As {@link #with}, and with what happened to the order before. */
    List<String> about(Order order, String kind, String said, List<String> met) {
        var seen = new ArrayList<>(with(kind, said, met));
        var history = histories.computeIfAbsent(order, _ -> new ArrayList<>());
        history.add(seen.getFirst());
        if (history.size() > 1) {
            seen.add(history.get(history.size() - 2) + THEN + seen.getFirst());
        }
        return seen;
    }

    private static String outline(String said) {
        if (said.startsWith("short")) {
            return "short";
        }
        return said.replaceAll("-?[0-9]+", "#");
    }
}
