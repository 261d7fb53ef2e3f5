package iq.sendy.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A sequence on paper: what the shop there answers to each command, how Sendy is asked the same, and what was seen by it. */
final class OnPaper {

    static final int IN_SECOND = 3;

    private static final int PHONES = 3;
    private static final long FEWEST_THERE = 5;

    static final List<String> STATUSES = List.of(
            "Confirmed",
            "Ready",
            "InTransit",
            "OutForDelivery",
            "Delivered",
            "Postponed",
            "Refused",
            "Returning",
            "Returned",
            "Refused",
            "Pending");

    final Paper paper = new Paper();
    private final PaperSteps steps = paper.steps;
    private final Signs signs = new Signs(paper);

    /** Every sequence begins with the same shelves. */
    OnPaper() {
        for (var sku = 0; sku < Paper.SKUS.length; sku++) {
            paper.row(sku, 0).onHand = paper.tracked[sku] ? FEWEST_THERE + sku : 0;
        }
        paper.row(0, 1).onHand = IN_SECOND;
    }

    /** A command may be several steps, and none when there is nothing yet that it could be about. */
    List<Told> play(Move move) {
        return switch (move) {
            case Move.Place(var phone, var picks, var code) -> place(phone % PHONES, skus(picks), code);
            case Move.Sell(var phone, var picks, var tendered) -> sell(phone % PHONES, skus(picks), tendered);
            case Move.Till() ->
                List.of(new Told(
                        paper.counter.change(), doors -> doors.counter().change(), List.of("till")));
            case Move.Count(var row, var quantity, var expected) -> count(row % paper.rows.size(), quantity, expected);
            case Move.Adjust(var row, var delta) -> adjust(row % paper.rows.size(), delta);
            case Move.Buy(var sku, var pieces, var unitCost, var fees) -> {
                var product = sku % Paper.SKUS.length;
                var seen = signs.ofProduct("buy", product);
                steps.buy(product, pieces, (long) pieces * unitCost + fees);
                yield List.of(new Told("bought", doors -> doors.shop().buy(product, pieces, unitCost, fees), seen));
            }
            case Move.Price(var sku, var price) -> {
                var product = sku % Paper.SKUS.length;
                paper.prices[product] = price;
                yield List.of(new Told("priced", doors -> doors.shop().price(product, price), List.of("price")));
            }
            case Move.Limit(var code, var maxUses, var perPhone) -> limit(code % paper.codes.size(), maxUses, perPhone);
            case Move.Block(var phone, var blocked) -> block(phone % PHONES, blocked);
            case Move.Edit(var order, var picks, var code) ->
                paper.orders.isEmpty() ? List.of() : edit(order % paper.orders.size(), skus(picks), code);
            case Move.Step(var order, var status) ->
                paper.orders.isEmpty() ? List.of() : List.of(step(order % paper.orders.size(), STATUSES.get(status)));
            case Move.Go(var order, var way) ->
                paper.orders.isEmpty() ? List.of() : go(order % paper.orders.size(), way);
            case Move.Deliver(var order) -> paper.orders.isEmpty() ? List.of() : deliver(order % paper.orders.size());
            case Move.Cancel(var order) -> paper.orders.isEmpty() ? List.of() : cancel(order % paper.orders.size());
            case Move.Ask(var order, var pieces) ->
                paper.orders.isEmpty() ? List.of() : ask(order % paper.orders.size(), pieces);
            case Move.Approve(var request) ->
                paper.returns.isEmpty() ? List.of() : approve(request % paper.returns.size());
            case Move.Reject(var request) ->
                paper.returns.isEmpty() ? List.of() : reject(request % paper.returns.size());
            case Move.Complete(var request, var came) ->
                paper.returns.isEmpty() ? List.of() : complete(request % paper.returns.size(), came);
        };
    }

    private static List<Move.Pick> skus(List<Move.Pick> picks) {
        return picks.stream()
                .map(pick -> new Move.Pick(pick.which() % Paper.SKUS.length, pick.quantity()))
                .toList();
    }

    private List<Told> place(int phone, List<Move.Pick> picks, int wanted) {
        var code = Math.max(wanted, Paper.NONE);
        var word = code == Paper.NONE ? null : paper.codes.get(code).word;
        var met = signs.ofBasket(phone, picks);
        var said = paper.place(phone, picks, code);
        return List.of(new Told(
                said, doors -> doors.shop().place(phone, picks, word), signs.placed("place " + word, said, met)));
    }

    private List<Told> sell(int phone, List<Move.Pick> picks, long tendered) {
        var met = signs.ofBasket(phone, picks);
        var said = paper.counter.sell(phone, picks, tendered);
        return List.of(new Told(
                said,
                doors -> doors.counter().sell(phone, picks, tendered < 0 ? null : tendered),
                signs.placed("sell", said, met)));
    }

    private List<Told> edit(int order, List<Move.Pick> picks, int code) {
        var word = code <= Paper.NONE ? null : paper.codes.get(code).word;
        var kind = "edit " + (code < Paper.NONE ? "keeping" : word);
        return List.of(about(
                order,
                kind,
                () -> paper.edit(paper.orders.get(order), picks, code),
                doors -> doors.shop().edit(order, picks, code >= Paper.NONE, word)));
    }

    private Told step(int order, String to) {
        return about(
                order,
                to,
                () -> steps.step(paper.orders.get(order), to),
                doors -> doors.shop().step(order, to));
    }

    private List<Told> go(int order, int way) {
        var ways = PaperSteps.ways(paper.orders.get(order));
        return ways.isEmpty() ? List.of() : List.of(step(order, ways.get(way % ways.size())));
    }

    private List<Told> deliver(int order) {
        var told = new ArrayList<Told>();
        for (var to = PaperSteps.onwards(paper.orders.get(order));
                to != null;
                to = PaperSteps.onwards(paper.orders.get(order))) {
            told.add(step(order, to));
        }
        return told;
    }

    private List<Told> cancel(int order) {
        return List.of(about(
                order,
                "cancel",
                () -> steps.step(paper.orders.get(order), "Cancelled"),
                doors -> doors.shop().cancel(order)));
    }

    private List<Told> ask(int order, List<Move.Pick> pieces) {
        var lines = paper.orders.get(order).lines.size();
        var wanted = pieces.stream()
                .map(piece -> new Move.Pick(piece.which() % lines, piece.quantity()))
                .toList();
        return List.of(about(
                order,
                wanted.isEmpty() ? "ask for all" : "ask",
                () -> PaperReturn.ask(paper, paper.orders.get(order), wanted),
                doors -> doors.shop().ask(order, wanted)));
    }

    private List<Told> approve(int request) {
        return List.of(about(
                orderOf(request),
                "approve",
                () -> paper.returns.get(request).decide("approved"),
                doors -> doors.shop().approve(request)));
    }

    private List<Told> reject(int request) {
        return List.of(about(
                orderOf(request),
                "reject",
                () -> paper.returns.get(request).decide("rejected"),
                doors -> doors.shop().reject(request)));
    }

    private List<Told> complete(int request, List<Move.Part> came) {
        var pieces = paper.returns.get(request).pieces.size();
        var parts = came.stream()
                .map(part -> new Move.Part(part.line() % pieces, part.good(), part.damaged()))
                .toList();
        return List.of(about(
                orderOf(request),
                parts.isEmpty() ? "complete" : "complete in parts",
                () -> paper.returns.get(request).complete(paper, parts),
                doors -> doors.shop().complete(request, parts)));
    }

    private int orderOf(int request) {
        return paper.orders.indexOf(paper.returns.get(request).order);
    }

    private Told about(int order, String kind, Answer answer, Function<RealDoors, String> sendy) {
        var met = signs.of(paper.orders.get(order));
        var said = answer.said();
        return new Told(said, sendy, signs.about(paper.orders.get(order), kind, said, met));
    }

    private interface Answer {

        String said();
    }

    private List<Told> count(int row, long quantity, int expected) {
        var known = switch (expected) {
            case 1 -> (Long) paper.rows.get(row).onHand;
            case 2 -> (Long) (paper.rows.get(row).onHand + 1);
            default -> null;
        };
        var met = signs.ofRow(row);
        var said = steps.count(row, quantity, known);
        return List.of(new Told(
                said, doors -> doors.shop().count(row, quantity, known), signs.with("count " + expected, said, met)));
    }

    private List<Told> adjust(int row, long delta) {
        var met = signs.ofRow(row);
        var said = steps.adjust(row, delta);
        return List.of(new Told(said, doors -> doors.shop().adjust(row, delta), signs.with("adjust", said, met)));
    }

    private List<Told> limit(int code, long maxUses, long perPhone) {
        var changed = paper.codes.get(code);
        changed.maxUses = maxUses == 0 ? null : (Long) maxUses;
        changed.perPhone = perPhone == 0 ? null : (Long) perPhone;
        var most = changed.maxUses;
        var each = changed.perPhone;
        var below = most != null && most < changed.used() ? "below its uses" : "";
        return List.of(new Told(
                "limited", doors -> doors.shop().limit(code, most, each), List.of("limit " + changed.word + below)));
    }

    private List<Told> block(int phone, boolean blocked) {
        if (!paper.buyers.containsKey(phone)) {
            return List.of();
        }
        Objects.requireNonNull(paper.buyers.get(phone)).blocked = blocked;
        return List.of(new Told("blocked", doors -> doors.shop().block(phone, blocked), List.of("block " + blocked)));
    }
}
