package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.customers.CustomerStanding;
import iq.sendy.inventory.StockChange;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.BasketError;
import iq.sendy.orders.HoldReason;
import iq.sendy.orders.OrderGuard;
import iq.sendy.orders.RequestQuote;
import iq.sendy.orders.Suspicion;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.PricedBasket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Guard of an order that comes of a quote: it must cost what was quoted, takes the pieces that were held for it, and settles
 * the quote, whose row this transaction has. So a quote is one order, however often its button is tapped.
 */
final class QuoteGuard implements OrderGuard {

    private final StoreId store;
    private final AgentQuote quote;
    private final @Nullable Long provedAbove;
    private final Query<StockChange> held;
    private final QuoteStore quotes;
    private final Instant now;
    private Query<Boolean> settled = Query.none();

    /**
     * @param provedAbove the value of goods from which the store wants phones to be proved; null for none
     * @param held gives back what is held for the quote
     */
    QuoteGuard(
            StoreId store,
            AgentQuote quote,
            @Nullable Long provedAbove,
            Query<StockChange> held,
            QuoteStore quotes,
            Instant now) {
        this.store = store;
        this.quote = quote;
        this.provedAbove = provedAbove;
        this.held = held;
        this.quotes = quotes;
        this.now = now;
    }

    @Override
    public List<Query<?>> questions() {
        return List.of();
    }

    @Override
    public Optional<UUID> repeats() {
        return Optional.empty();
    }

    @Override
    public Verdict rule(PricedBasket priced, Optional<CustomerStanding> standing) {
        return costsTheSame(priced)
                ? new Verdict.Admitted(hold(priced, standing))
                : new Verdict.Declined(new RequestQuote.Result.Invalid(
                        List.of(Violation.at("orderValue", BasketError.VALUE_MISMATCH))));
    }

    private boolean costsTheSame(PricedBasket priced) {
        var money = quote.money();
        return priced.total() == money.total()
                && priced.subTotal() == money.subTotal()
                && priced.deliveryFee() == money.deliveryFee();
    }

    private @Nullable HoldReason hold(PricedBasket priced, Optional<CustomerStanding> standing) {
        var unproved = quote.source() == PhoneSource.WRITTEN && provedAbove != null && priced.goods() >= provedAbove;
        return unproved ? HoldReason.UNPROVED_PHONE : Suspicion.against(priced, standing);
    }

    @Override
    public Query<StockChange> handsBack() {
        return held;
    }

    @Override
    public List<Query<?>> notes(UUID order) {
        settled = quotes.ordered(store, quote.id(), order, now);
        return List.of(settled);
    }

    @Override
    public void settle() {
        if (!settled.any()) {
            throw new WriteConflict("another order of the same quote");
        }
    }
}
