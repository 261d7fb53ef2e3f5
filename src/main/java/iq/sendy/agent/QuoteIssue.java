package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.agent.AgentQuote.QuoteMoney;
import iq.sendy.agent.AgentQuote.QuoteState;
import iq.sendy.agent.AgentQuote.QuoteTalk;
import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.agent.model.HoldBounds;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.agent.store.QuoteStore.QuoteCount;
import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.inventory.Demand;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Issue of a quote: prices as any order's, pieces held for as long as it is good, and the conversation's older one gone with
 * what was held for it.
 */
@Component
class QuoteIssue {

    /** As long as a customer thinks about it with the shop in the hand. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final QuoteStore quotes;
    private final QuoteHolds holds;
    private final Products products;
    private final OrderQuotes prices;
    private final Settings settings;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    QuoteIssue(
            QuoteStore quotes,
            QuoteHolds holds,
            Products products,
            OrderQuotes prices,
            Settings settings,
            Pipeline pipeline,
            UuidGenerator uuidGenerator) {
        this.quotes = quotes;
        this.holds = holds;
        this.products = products;
        this.prices = prices;
        this.settings = settings;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    /** What is to be quoted. The conversation is this transaction's. */
    record WantedQuote(UUID job, QuoteTalk talk, Map<String, Long> pieces, Recipient recipient, PhoneSource source) {

        WantedQuote {
            // In their order.
            pieces = new LinkedHashMap<>(pieces);
        }

        private long count() {
            return pieces.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** All that can come of it. */
    sealed interface IssueOutcome {

        record Issued(AgentQuote quote) implements IssueOutcome {}

        /** These are not for sale; nothing was changed. */
        record NotForSale(List<String> skus) implements IssueOutcome {

            public NotForSale {
                skus = List.copyOf(skus);
            }
        }

        /** There is not enough of these; the older quote is gone. */
        record TooFew(List<String> names) implements IssueOutcome {

            public TooFew {
                names = List.copyOf(names);
            }
        }
    }

    IssueOutcome issue(StoreId store, WantedQuote wanted, Instant now) {
        var trip = pipeline.open();
        var decided = trip.add(settings.query(store));
        var found = trip.add(products.offers(store, List.copyOf(wanted.pieces().keySet()), List.of()));
        var open = trip.add(quotes.lockOpen(store, wanted.talk().conversation()));
        var count = trip.add(quotes.count(store, wanted.talk().contact(), now));
        trip.send();
        var offers = new LinkedHashMap<String, Offer>();
        found.answer().stream().filter(QuoteIssue::isForSale).forEach(offer -> offers.put(offer.sku(), offer));
        var missing = wanted.pieces().keySet().stream()
                .filter(sku -> !offers.containsKey(sku))
                .toList();
        var priced = missing.isEmpty() ? priced(store, wanted) : Optional.<PricedBasket>empty();
        if (priced.isEmpty()) {
            return new IssueOutcome.NotForSale(missing);
        }
        var chosen = decided.first().orElse(StoreSettings.DEFAULTS);
        var quote = quote(wanted, priced.get(), chosen, now);
        var lacking = holds.replace(
                store,
                new QuoteHolds.Exchange(
                        open.first().map(AgentQuote::id).orElse(null),
                        quote.id(),
                        demands(wanted, offers),
                        isHeld(count.single(), wanted),
                        chosen.lowStockThreshold()),
                now);
        if (!lacking.isEmpty()) {
            return new IssueOutcome.TooFew(quote.items().stream()
                    .filter(item -> lacking.contains(item.product()))
                    .map(QuotedItem::name)
                    .toList());
        }
        pipeline.send(quotes.insert(store, wanted.job(), quote, now));
        holds.expireLater(store, quote);
        return new IssueOutcome.Issued(quote);
    }

    private static boolean isForSale(Offer offer) {
        return offer.active() && !offer.archived() && offer.price() != null;
    }

    private static boolean isHeld(QuoteCount count, WantedQuote wanted) {
        return HoldBounds.hold(count.lastHour(), count.lastDay(), wanted.count());
    }

    private Optional<PricedBasket> priced(StoreId store, WantedQuote wanted) {
        var items = wanted.pieces().entrySet().stream()
                .map(each -> new PlaceOrder.Item(each.getKey(), null, each.getValue(), null))
                .toList();
        var question = new RequestQuote(
                new OrderedGoods(items, null, null, null),
                OrderSource.SOCIAL,
                DeliveryMode.STANDARD,
                wanted.recipient().phone(),
                wanted.recipient().provinceCode(),
                null,
                false);
        return switch (prices.quote(store, question)) {
            case RequestQuote.Result.Quoted(var basket) -> Optional.of(basket);
            case RequestQuote.Result.Invalid _ -> Optional.empty();
        };
    }

    private AgentQuote quote(WantedQuote wanted, PricedBasket priced, StoreSettings chosen, Instant now) {
        var items = priced.lines().stream()
                .map(line -> new QuotedItem(
                        Objects.requireNonNull(line.productId()),
                        Objects.requireNonNull(line.sku()),
                        line.name(),
                        line.quantity(),
                        line.unitPrice(),
                        line.lineTotal()))
                .toList();
        return new AgentQuote(
                uuidGenerator.next(),
                wanted.talk(),
                items,
                new QuoteMoney(
                        chosen.currency(),
                        priced.subTotal(),
                        priced.discountTotal(),
                        priced.deliveryFee(),
                        priced.total()),
                wanted.recipient(),
                wanted.source(),
                QuoteState.OPEN,
                now.plus(GOOD_FOR));
    }

    private static List<Demand> demands(WantedQuote wanted, Map<String, Offer> offers) {
        var demands = new ArrayList<Demand>();
        wanted.pieces().forEach((sku, pieces) -> {
            var offer = Objects.requireNonNull(offers.get(sku));
            if (offer.tracked()) {
                demands.add(new Demand(offer.productId(), pieces));
            }
        });
        return demands;
    }
}
