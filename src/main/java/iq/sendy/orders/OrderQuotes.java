package iq.sendy.orders;

import iq.sendy.cashier.CashierSales;
import iq.sendy.cashier.SalePlace;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.store.OrderStore;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotes: what a would-be order costs, and what the store would refuse of it. They change nothing and look at no stock. */
@Service
public class OrderQuotes {

    private final CashierSales sales;
    private final OrderPricing orderPricing;
    private final OrderStore orders;
    private final Pipeline pipeline;
    private final Clock clock;

    OrderQuotes(CashierSales sales, OrderPricing orderPricing, OrderStore orders, Pipeline pipeline, Clock clock) {
        this.sales = sales;
        this.orderPricing = orderPricing;
        this.orders = orders;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** A code that does not hold is among what was lost. */
    @Transactional(readOnly = true)
    public RequestQuote.Result quote(StoreId store, RequestQuote command) {
        return result(preview(store, command, false));
    }

    /**
     * What an order that stands would come to with other items, as it would be if they were replaced now; of its own code
     * that is known behind the code's lock alone. Empty when there is no such order.
     */
    @Transactional
    public Optional<RequestQuote.Result> quoteAgain(StoreId store, OrderRef ref, ChangeItems change) {
        var found = pipeline.ask(orders.find(store, ref)).first();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var basket = BasketRequest.of(found.get(), change);
        var pricing = orderPricing.askAgain(store, found.get(), basket);
        pipeline.send(pricing.parts());
        return Optional.of(result(orderPricing.outcome(basket, pricing, clock.instant(), false)));
    }

    private static RequestQuote.Result result(PricingOutcome outcome) {
        return switch (outcome) {
            case PricingOutcome.Priced priced -> new RequestQuote.Result.Quoted(priced.basket());
            case PricingOutcome.Invalid(var violations) -> new RequestQuote.Result.Invalid(violations);
        };
    }

    /**
     * What the store would refuse of orders that have other faults already, so that their sender hears of all at once: a
     * list for each of them.
     */
    @Transactional(readOnly = true)
    public List<List<Violation>> violations(StoreId store, List<RequestQuote> commands) {
        return commands.stream().map(command -> violations(store, command)).toList();
    }

    private List<Violation> violations(StoreId store, RequestQuote command) {
        return switch (preview(store, command, true)) {
            case PricingOutcome.Priced _ -> List.of();
            case PricingOutcome.Invalid(var violations) -> violations;
        };
    }

    private PricingOutcome preview(StoreId store, RequestQuote command, boolean strict) {
        var sale = sales.look(store, command.checkout().said());
        var pricing = orderPricing.preview(store, BasketRequest.of(command), command.customerPhone());
        var trip = pipeline.open();
        trip.addAll(sale.parts());
        trip.addAll(pricing.parts());
        trip.send();
        var asked = sale.place() instanceof SalePlace.AtRegister ? command.asSale() : command;
        return orderPricing.outcome(BasketRequest.of(asked), pricing, clock.instant(), strict);
    }
}
