package iq.sendy.orders;

import iq.sendy.cashier.NewSale;
import iq.sendy.cashier.SalePlace;
import iq.sendy.cashier.SalePlace.AtRegister;
import iq.sendy.orders.OrderInquiry.Findings;
import iq.sendy.orders.PlaceOrder.Result;
import iq.sendy.orders.PreparedOrder.Answered;
import iq.sendy.orders.PreparedOrder.Ready;
import iq.sendy.orders.model.NewOrder;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.ids.PublicIds;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.pricing.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Placing an order: one trip asks, one takes stock where there is some to take, one writes. Every refusal is decided before
 * the first write, and taking stock, which may refuse, does all or nothing; so a refusal has nothing to roll back.
 */
@Component
class OrderPlacement {

    private static final String MOST_CASH = Long.toString(Amount.MOST);

    private final OrderInquiry inquiry;
    private final OrderPricing orderPricing;
    private final OrderStock stock;
    private final OrderInsertion insertion;
    private final OrderStore orders;
    private final UuidGenerator uuidGenerator;
    private final PublicIds publicIds;

    OrderPlacement(
            OrderInquiry inquiry,
            OrderPricing orderPricing,
            OrderStock stock,
            OrderInsertion insertion,
            OrderStore orders,
            UuidGenerator uuidGenerator,
            PublicIds publicIds) {
        this.inquiry = inquiry;
        this.orderPricing = orderPricing;
        this.stock = stock;
        this.insertion = insertion;
        this.orders = orders;
        this.uuidGenerator = uuidGenerator;
        this.publicIds = publicIds;
    }

    /** What a reference that is taken comes to, where the store allows repeats. */
    enum Repeat {
        /** Another order with the same reference. */
        PLACED_AGAIN,
        /** The existing order: so it is for the rows of a bulk call. */
        GIVES_THE_FIRST
    }

    Result place(OrderTransaction transaction, PlaceOrder command, Repeat repeat) {
        return stored(transaction, prepare(transaction, command, repeat));
    }

    /** As it is for strangers: they sell nothing at a counter. */
    Result place(OrderTransaction transaction, PlaceOrder command, OrderGuard guard) {
        var found = inquiry.ask(transaction, command, guard);
        var first = guard.repeats();
        if (first.isPresent()) {
            return new Result.PlacedBefore(stored(transaction, first.get()));
        }
        return stored(
                transaction, prepared(transaction, new Placement(command, found, null, Repeat.PLACED_AGAIN, guard)));
    }

    /** Decides on an order and takes its goods. Who stores it later makes the orders of the store queue for less long. */
    PreparedOrder prepare(OrderTransaction transaction, PlaceOrder command, Repeat repeat) {
        var found = inquiry.ask(transaction, command, OrderGuard.NONE);
        return switch (found.sale().place()) {
            case SalePlace.NoSale _ -> {
                var lacking = command.checkout().lacking();
                var order = new Placement(command, found, null, repeat);
                yield lacking.isEmpty() ? prepared(transaction, order) : invalid(transaction, order, lacking);
            }
            case AtRegister at -> prepared(transaction, new Placement(command.asSale(), found, at, repeat));
            case SalePlace.SoldBefore(var order) -> new Answered(new Result.SoldBefore(stored(transaction, order)));
            case SalePlace.NoRegister _ -> unsold(transaction, command, found, "field.required");
            case SalePlace.UnknownSession _ -> unsold(transaction, command, found, "cashier_session.unknown");
            case SalePlace.SessionClosed _ -> {
                var order = new Placement(command.asSale(), found, null, repeat);
                var violations = violations(transaction, order);
                yield new Answered(violations.isEmpty() ? new Result.SessionClosed() : new Result.Invalid(violations));
            }
        };
    }

    private Result stored(OrderTransaction transaction, PreparedOrder prepared) {
        return switch (prepared) {
            case Answered(var result) -> result;
            case Ready(var order, var terms, var settings, var guard, var sale) ->
                sale == null
                        ? insertion.insert(transaction, order, terms, settings, guard)
                        : insertion.insertSale(transaction, order, sale, terms, settings);
        };
    }

    private Answered unsold(OrderTransaction transaction, PlaceOrder command, Findings found, String code) {
        var order = new Placement(command.asSale(), found, null, Repeat.PLACED_AGAIN);
        return invalid(transaction, order, List.of(Violation.at("cashierSessionId", code)));
    }

    private Answered invalid(OrderTransaction transaction, Placement order, List<Violation> why) {
        var all = new ArrayList<>(why);
        all.addAll(violations(transaction, order));
        return new Answered(new Result.Invalid(all));
    }

    private List<Violation> violations(OrderTransaction transaction, Placement order) {
        return switch (outcome(transaction, order)) {
            case PricingOutcome.Invalid(var violations) -> violations;
            case PricingOutcome.Priced _ -> List.of();
        };
    }

    private PricingOutcome outcome(OrderTransaction transaction, Placement order) {
        return orderPricing.outcome(
                order.basket(), order.found().pricing(), order.moment(transaction.now()), !order.happened());
    }

    private PreparedOrder prepared(OrderTransaction transaction, Placement order) {
        var owner = order.found().owner();
        var same = owner.isPresent() && owner.get().fingerprint().equals(NewOrder.fingerprint(order.command()));
        var givesTheFirst = order.unique() ? same : order.repeat() == Repeat.GIVES_THE_FIRST && !order.happened();
        if (owner.isPresent() && givesTheFirst) {
            return new Answered(
                    new Result.PlacedBefore(stored(transaction, owner.get().orderId())));
        }
        return switch (outcome(transaction, order)) {
            case PricingOutcome.Invalid(var violations) -> new Answered(new Result.Invalid(violations));
            case PricingOutcome.Priced priced -> {
                var unpaid = unpaid(order, priced);
                if (!unpaid.isEmpty()) {
                    yield new Answered(new Result.Invalid(unpaid));
                }
                yield switch (order.guard().rule(priced.basket(), order.found().standing())) {
                    case OrderGuard.Verdict.Declined(var why) -> new Answered(new Result.Declined(why));
                    case OrderGuard.Verdict.Admitted(var hold) -> admitted(transaction, order, priced, hold);
                };
            }
        };
    }

    private PreparedOrder admitted(
            OrderTransaction transaction, Placement order, PricingOutcome.Priced priced, @Nullable HoldReason hold) {
        if (order.found().blocked() && !order.happened()) {
            return new Answered(new Result.CustomerBlocked());
        }
        var owner = order.found().owner();
        if (owner.isPresent() && order.unique()) {
            return new Answered(new Result.ExternalRefConflict(
                    stored(transaction, owner.get().orderId())));
        }
        return withGoods(transaction, order, held(order, priced), hold);
    }

    /** What a sale lacks to be closed: enough cash, and a phone where its code counts the uses of each. */
    private static List<Violation> unpaid(Placement order, PricingOutcome.Priced priced) {
        if (order.at() == null) {
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        var code = priced.terms().code();
        if (!order.happened() && order.command().recipient().phone() == null && code != null && code.countsPhones()) {
            violations.add(Violation.at("customerPhone", "field.required"));
        }
        var tooLittle = tooLittle(order, priced);
        if (tooLittle != null) {
            violations.add(tooLittle);
        }
        return violations;
    }

    private static @Nullable Violation tooLittle(Placement order, PricingOutcome.Priced priced) {
        var payment = order.payment(priced.basket().total());
        if (!payment.tooLittle()) {
            return null;
        }
        var currency = order.command().currency();
        var least = currency.onWire(priced.basket().total() + payment.rounding());
        return Violation.at("cashTendered", "field.out_of_range", least.toPlainString(), MOST_CASH);
    }

    /** The code of a sale that has happened is not used where it does not hold, and never beyond its limits. */
    private static PricingOutcome.Priced held(Placement order, PricingOutcome.Priced priced) {
        var code = priced.terms().code();
        var lost = order.happened() && (priced.basket().code() == null || code == null || !code.usable());
        return lost ? priced.withoutCode() : priced;
    }

    private PreparedOrder withGoods(
            OrderTransaction transaction,
            Placement placement,
            PricingOutcome.Priced priced,
            @Nullable HoldReason hold) {
        var at = placement.at();
        var settings = placement.found().settings();
        var order = new NewOrder(
                uuidGenerator.next(),
                publicIds.next(),
                normal(placement, priced.terms()),
                priced.lines(),
                priced.basket(),
                at == null ? null : sale(placement, at, priced),
                hold);
        transaction.lowAt(settings.lowStockThreshold());
        if (at == null) {
            var trip = transaction.open();
            var handedBack = trip.add(placement.guard().handsBack());
            var reserved = trip.add(stock.reserve(transaction, order.id(), priced));
            trip.send();
            transaction.stockChanged(handedBack.answer());
            var shortages = OrderStock.shortages(transaction, priced, reserved.answer());
            return shortages.isEmpty()
                    ? new Ready(order, priced.terms(), settings, placement.guard(), null)
                    : new Answered(new Result.OutOfStock(shortages));
        }
        var sale = new NewSale(
                order.id(),
                at,
                placement.command().checkout().said(),
                order.command().tender().method().toString(),
                priced.basket().total(),
                placement.payment(priced.basket().total()));
        if (placement.happened()) {
            var taken = transaction.ask(stock.sellWhatIsThere(transaction, order.id(), priced));
            var lines = OrderStock.shortened(transaction, priced, taken.answer());
            return new Ready(order.with(lines), priced.terms(), settings, placement.guard(), sale);
        }
        var sold = transaction.ask(stock.sell(transaction, order.id(), priced));
        var shortages = OrderStock.shortages(transaction, priced, sold.answer());
        return shortages.isEmpty()
                ? new Ready(order, priced.terms(), settings, placement.guard(), sale)
                : new Answered(new Result.OutOfStock(shortages));
    }

    private static OrderView.CounterSale sale(Placement placement, AtRegister at, PricingOutcome.Priced priced) {
        var said = placement.command().checkout().said();
        var payment = placement.payment(priced.basket().total());
        return new OrderView.CounterSale(
                at.session(),
                said.saleId(),
                said.soldAt(),
                placement.command().tender().method() == PaymentMethod.CASH ? payment.change() : null,
                payment.rounding(),
                payment.shortfall(),
                placement.happened() && priced.priceDiffers());
    }

    /** The code as it is stored, however it was typed; none where it was lost. */
    private static PlaceOrder normal(Placement placement, Terms terms) {
        var command = placement.command();
        var code = terms.code();
        var word = code == null ? null : code.typed();
        return Objects.equals(word, command.goods().discountCode()) ? command : command.withCode(word);
    }

    private OrderView stored(OrderTransaction transaction, UUID order) {
        return transaction
                .ask(orders.byIds(transaction.store(), List.of(order)))
                .single();
    }
}
