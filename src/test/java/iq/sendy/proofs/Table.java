package iq.sendy.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every command at an order in every status, which chance would take many sequences for: a sequence for each status. */
final class Table {

    /** What leads a new order to each status. */
    private static final Map<String, List<String>> WAYS = Map.ofEntries(
            Map.entry("Pending", List.of()),
            Map.entry("Confirmed", List.of("Confirmed")),
            Map.entry("Ready", List.of("Ready")),
            Map.entry("InTransit", List.of("InTransit")),
            Map.entry("OutForDelivery", List.of("InTransit", "OutForDelivery")),
            Map.entry("Delivered", List.of("InTransit", "OutForDelivery", "Delivered")),
            Map.entry("Postponed", List.of("InTransit", "Postponed")),
            Map.entry("Refused", List.of("InTransit", "Refused")),
            Map.entry("Returning", List.of("InTransit", "Refused", "Returning")),
            Map.entry("Returned", List.of("InTransit", "Refused", "Returning", "Returned")),
            Map.entry("Cancelled", List.of()));

    static final List<String> STATUSES = WAYS.keySet().stream().sorted().toList();
    static final int SEEDS = STATUSES.size();

    /** Each step by its place among those of {@link OnPaper}, and what else is done with an order. */
    private static final List<IntFunction<Move>> COMMANDS = Stream.<IntFunction<Move>>concat(
                    IntStream.range(0, OnPaper.STATUSES.size()).mapToObj(to -> order -> new Move.Step(order, to)),
                    Stream.of(
                            Move.Cancel::new,
                            order -> new Move.Edit(order, one(), -2),
                            order -> new Move.Edit(order, one(), -1),
                            order -> new Move.Edit(order, one(), 0),
                            order -> new Move.Edit(order, one(), 1),
                            order -> new Move.Ask(order, one()),
                            order -> new Move.Ask(order, List.of())))
            .toList();

    private Table() {}

    static List<Move> sequence(int status) {
        var moves = new ArrayList<Move>();
        for (var order = 0; order < COMMANDS.size(); order++) {
            moves.add(new Move.Place(order, one(), Paper.NONE));
            for (var to : WAYS.getOrDefault(STATUSES.get(status), List.of())) {
                moves.add(new Move.Step(order, OnPaper.STATUSES.indexOf(to)));
            }
            if (STATUSES.get(status).equals("Cancelled")) {
                moves.add(new Move.Cancel(order));
            }
            moves.add(COMMANDS.get(order).apply(order));
        }
        return moves;
    }

    /** A piece of what is always there. */
    private static List<Move.Pick> one() {
        return List.of(new Move.Pick(Paper.SKUS.length - 1, 1));
    }
}
