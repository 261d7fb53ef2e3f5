package iq.sendy.proofs;

import iq.sendy.Stall;
import iq.sendy.inventory.AdjustStock;
import iq.sendy.platform.audit.Actor;
import iq.sendy.pricing.Discount.AmountOff;
import iq.sendy.pricing.Discount.PercentOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sequence, on paper and at Sendy's doors, in a store of its own. */
final class Match {

    private static final int PHONES = 3;

    private final Stall stall;
    private final Paper paper = new Paper();
    private final PaperSteps steps = paper.steps;
    private final RealShop real;
    private final RealCounter counter;

    private Match(Stall stall) {
        this.stall = stall;
        this.real = open();
        this.counter = new RealCounter(stall, real);
    }

    /** Plays the commands; answers where paper and Sendy first disagree, or null when they never do. */
    static @Nullable String disagreement(Stall stall, List<Move> moves) {
        var match = new Match(stall);
        for (var i = 0; i < moves.size(); i++) {
            var said = match.play(moves.get(i));
            if (said != null) {
                return "command " + i + " " + moves.get(i) + ": " + said;
            }
        }
        var expected = Books.of(match.paper);
        var found = Books.of(match.stall);
        if (expected.equals(found)) {
            return null;
        }
        var missing = new ArrayList<>(expected);
        missing.removeAll(found);
        var unexpected = new ArrayList<>(found);
        unexpected.removeAll(expected);
        return "in the end paper says " + missing + ", Sendy " + unexpected;
    }

    private RealShop open() {
        var second = stall.builds("مخزن الكرخ");
        var products = new ArrayList<UUID>();
        for (var sku = 0; sku < Paper.SKUS.length; sku++) {
            var pieces = paper.tracked[sku] ? 5L + sku : null;
            products.add(stall.sells(Paper.SKUS[sku], paper.prices[sku], pieces));
            paper.row(sku, 0).onHand = pieces == null ? 0 : pieces;
        }
        var rows = new ArrayList<UUID>();
        var stock = stall.stock();
        for (var i = 0; i < paper.rows.size(); i++) {
            var product = products.get(i / Paper.PLACES);
            var inSecond = i % Paper.PLACES == 1;
            var row = stock.stream()
                    .filter(item -> item.productId().equals(product)
                            && item.warehouseId().equals(second) == inSecond)
                    .findFirst()
                    .orElseThrow()
                    .id();
            rows.add(row);
            paper.rows.get(i).id = row.toString();
        }
        stall.at(doors ->
                doors.stockAdjustments().adjust(stall.store(), Actor.SYSTEM, new AdjustStock(rows.get(1), 3, "نقل")));
        paper.rows.get(1).onHand = 3;
        var codes = new ArrayList<UUID>();
        for (var code : paper.codes) {
            var discount = code.percentage ? new PercentOff((int) code.value * 100) : new AmountOff(code.value);
            codes.add(stall.offers(code.word, discount, code.maxUses, code.perPhone));
        }
        return new RealShop(stall, products, rows, codes);
    }

    /** Null when both say the same. */
    private @Nullable String play(Move move) {
        return switch (move) {
            case Move.Place(var phone, var picks, var code) -> place(phone % PHONES, skus(picks), code);
            case Move.Sell(var phone, var picks, var tendered) -> {
                var buyer = phone % PHONES;
                var goods = skus(picks);
                yield same(
                        paper.counter.sell(buyer, goods, tendered),
                        counter.sell(buyer, goods, tendered < 0 ? null : tendered));
            }
            case Move.Till() -> same(paper.counter.change(), counter.change());
            case Move.Count(var row, var quantity, var expected) -> count(row % paper.rows.size(), quantity, expected);
            case Move.Adjust(var row, var delta) -> {
                var at = row % paper.rows.size();
                yield same(steps.adjust(at, delta), real.adjust(at, delta));
            }
            case Move.Buy(var sku, var pieces, var unitCost, var fees) -> {
                steps.buy(sku % Paper.SKUS.length, pieces, (long) pieces * unitCost + fees);
                real.buy(sku % Paper.SKUS.length, pieces, unitCost, fees);
                yield null;
            }
            case Move.Price(var sku, var price) -> {
                paper.prices[sku % Paper.SKUS.length] = price;
                real.price(sku % Paper.SKUS.length, price);
                yield null;
            }
            case Move.Limit(var code, var maxUses, var perPhone) -> limit(code % paper.codes.size(), maxUses, perPhone);
            case Move.Block(var phone, var blocked) -> block(phone % PHONES, blocked);
            case Move.Edit(var order, var picks, var code) ->
                paper.orders.isEmpty() ? null : edit(order % paper.orders.size(), skus(picks), code);
            case Move.Step(var order, var status) ->
                paper.orders.isEmpty() ? null : step(order % paper.orders.size(), STATUSES.get(status));
            case Move.Deliver(var order) -> paper.orders.isEmpty() ? null : deliver(order % paper.orders.size());
            case Move.Cancel(var order) -> {
                if (paper.orders.isEmpty()) {
                    yield null;
                }
                var at = order % paper.orders.size();
                yield same(steps.step(paper.orders.get(at), "Cancelled"), real.cancel(at));
            }
            case Move.Ask(var order, var pieces) ->
                paper.orders.isEmpty() ? null : ask(order % paper.orders.size(), pieces);
            case Move.Approve(var request) -> {
                if (paper.returns.isEmpty()) {
                    yield null;
                }
                var at = request % paper.returns.size();
                yield same(paper.returns.get(at).decide("approved"), real.approve(at));
            }
            case Move.Reject(var request) -> {
                if (paper.returns.isEmpty()) {
                    yield null;
                }
                var at = request % paper.returns.size();
                yield same(paper.returns.get(at).decide("rejected"), real.reject(at));
            }
            case Move.Complete(var request, var came) ->
                paper.returns.isEmpty() ? null : complete(request % paper.returns.size(), came);
        };
    }

    private static final List<String> STATUSES = List.of(
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

    private static @Nullable String same(String expected, String said) {
        return expected.equals(said) ? null : "paper says <" + expected + ">, Sendy <" + said + ">";
    }

    private static List<Move.Pick> skus(List<Move.Pick> picks) {
        return picks.stream()
                .map(pick -> new Move.Pick(pick.which() % Paper.SKUS.length, pick.quantity()))
                .toList();
    }

    private @Nullable String place(int phone, List<Move.Pick> picks, int wanted) {
        var code = Math.max(wanted, Paper.NONE);
        var word = code == Paper.NONE ? null : paper.codes.get(code).word;
        return same(paper.place(phone, picks, code), real.place(phone, picks, word));
    }

    private @Nullable String edit(int order, List<Move.Pick> picks, int code) {
        var word = code <= Paper.NONE ? null : paper.codes.get(code).word;
        var said = real.edit(order, picks, code >= Paper.NONE, word);
        return same(paper.edit(paper.orders.get(order), picks, code), said);
    }

    private @Nullable String step(int order, String to) {
        return same(steps.step(paper.orders.get(order), to), real.step(order, to));
    }

    private @Nullable String deliver(int order) {
        for (var to = PaperSteps.onwards(paper.orders.get(order));
                to != null;
                to = PaperSteps.onwards(paper.orders.get(order))) {
            var said = step(order, to);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private @Nullable String ask(int order, List<Move.Pick> pieces) {
        var lines = paper.orders.get(order).lines.size();
        var wanted = pieces.stream()
                .map(piece -> new Move.Pick(piece.which() % lines, piece.quantity()))
                .toList();
        return same(PaperReturn.ask(paper, paper.orders.get(order), wanted), real.ask(order, wanted));
    }

    private @Nullable String complete(int request, List<Move.Part> came) {
        var pieces = paper.returns.get(request).pieces.size();
        var parts = came.stream()
                .map(part -> new Move.Part(part.line() % pieces, part.good(), part.damaged()))
                .toList();
        return same(paper.returns.get(request).complete(paper, parts), real.complete(request, parts));
    }

    private @Nullable String count(int row, long quantity, int expected) {
        var known = switch (expected) {
            case 1 -> (Long) paper.rows.get(row).onHand;
            case 2 -> (Long) (paper.rows.get(row).onHand + 1);
            default -> null;
        };
        return same(steps.count(row, quantity, known), real.count(row, quantity, known));
    }

    private @Nullable String limit(int code, long maxUses, long perPhone) {
        var changed = paper.codes.get(code);
        changed.maxUses = maxUses == 0 ? null : maxUses;
        changed.perPhone = perPhone == 0 ? null : perPhone;
        real.limit(code, changed.maxUses, changed.perPhone);
        return null;
    }

    private @Nullable String block(int phone, boolean blocked) {
        if (paper.buyers.containsKey(phone)) {
            Objects.requireNonNull(paper.buyers.get(phone)).blocked = blocked;
            real.block(phone, blocked);
        }
        return null;
    }
}
