package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.agent.AgentQuote.QuoteState;
import iq.sendy.agent.AgentQuote.QuoteTalk;
import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.agent.QuoteIssue.IssueOutcome;
import iq.sendy.agent.QuoteIssue.WantedQuote;
import iq.sendy.agent.model.PhoneInText;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.geography.Area;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.ConversationsJoined;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Quotes of the agent: what it works out for a customer, until that is confirmed or its time is over. */
@Service
public class AgentQuotes {

    /** As long as what Meta sent. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int FORGOTTEN = 50;

    private final QuoteStore quotes;
    private final QuoteIssue issue;
    private final QuoteHolds holds;
    private final AgentDesk desk;
    private final ToolAnswers answers;
    private final Pipeline pipeline;
    private final Clock clock;

    AgentQuotes(
            QuoteStore quotes,
            QuoteIssue issue,
            QuoteHolds holds,
            AgentDesk desk,
            ToolAnswers answers,
            Pipeline pipeline,
            Clock clock) {
        this.quotes = quotes;
        this.issue = issue;
        this.holds = holds;
        this.desk = desk;
        this.answers = answers;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** What a model wishes to be quoted; the phone is none of its business. */
    record QuoteWish(Map<String, Long> pieces, String name, String address, Area area) {

        QuoteWish {
            pieces = new LinkedHashMap<>(pieces);
        }

        private Recipient recipient(Phone phone) {
            return new Recipient(name, phone, address, area.provinceCode(), area.id(), null);
        }
    }

    /** Quotes a cart to the customer of a turn. */
    @Transactional
    public ToolOutcome quote(ToolContext context, QuoteWish wish) {
        var held = desk.hold(context.store(), context.conversation());
        var verified = Optional.ofNullable(context.verifiedPhone());
        var phone = verified.or(() -> held.flatMap(AgentQuotes::written));
        if (phone.isEmpty()) {
            return answers.told(
                    "phone_needed", "Ask the customer to write their mobile number in a message, then call this again");
        }
        var wanted = new WantedQuote(
                context.job(),
                new QuoteTalk(context.channel(), context.conversation(), context.contact(), context.language()),
                wish.pieces(),
                wish.recipient(phone.get()),
                verified.isPresent() ? PhoneSource.VERIFIED : PhoneSource.WRITTEN);
        return switch (issue.issue(context.store(), wanted, clock.instant())) {
            case IssueOutcome.Issued(var quote) -> answers.told(told(quote), facts(quote));
            case IssueOutcome.NotForSale(var skus) ->
                answers.told(
                        Map.of(
                                "problem", "not_for_sale",
                                "skus", skus,
                                "advice", "Search again; use skus that search_products answered"),
                        TurnFacts.NONE);
            case IssueOutcome.TooFew(var names) ->
                answers.told(
                        Map.of(
                                "problem", "not_enough_in_stock",
                                "products", names,
                                "advice", "Offer fewer pieces or something else"),
                        TurnFacts.NONE);
        };
    }

    /** What may be said of the quote that the customer can still confirm, if there is one; the turn has not made it. */
    @Transactional(readOnly = true)
    public TurnFacts standing(ToolContext context) {
        return pipeline.ask(quotes.open(context.store(), context.conversation(), clock.instant()))
                .first()
                .map(quote -> facts(quote).withoutQuote())
                .orElse(TurnFacts.NONE);
    }

    /** The number that the customer wrote last. */
    private static Optional<Phone> written(AgentConversation conversation) {
        return conversation.history().reversed().stream()
                .filter(SaidMessage::isCustomers)
                .map(SaidMessage::text)
                .flatMap(Stream::ofNullable)
                .flatMap(text -> PhoneInText.first(text).stream())
                .findFirst();
    }

    private static Map<String, Object> told(AgentQuote quote) {
        var money = quote.money();
        var currency = money.currency();
        var told = new LinkedHashMap<String, Object>();
        told.put("quoted", true);
        told.put("items", quote.items().stream().map(item -> line(quote, item)).toList());
        told.put("subTotal", currency.onWire(money.subTotal()));
        told.put("discount", currency.onWire(money.discountTotal()));
        told.put("deliveryFee", currency.onWire(money.deliveryFee()));
        told.put("total", currency.onWire(money.total()));
        told.put("currency", currency.name());
        told.put("goodForMinutes", QuoteIssue.GOOD_FOR.toMinutes());
        told.put(
                "advice",
                "The customer is shown all of this with a button to confirm. Nothing is ordered before they tap it.");
        return told;
    }

    private static Map<String, Object> line(AgentQuote quote, QuotedItem item) {
        var currency = quote.money().currency();
        return Map.of(
                "sku", item.sku(),
                "name", item.name(),
                "quantity", item.quantity(),
                "unitPrice", currency.onWire(item.unitPrice()),
                "lineTotal", currency.onWire(item.lineTotal()));
    }

    private static TurnFacts facts(AgentQuote quote) {
        var money = quote.money();
        var amounts = new HashSet<Long>();
        amounts.addAll(List.of(money.total(), money.subTotal(), money.discountTotal(), money.deliveryFee()));
        quote.items()
                .forEach(item -> amounts.addAll(
                        List.of(item.unitPrice(), item.lineTotal(), item.unitPrice() * item.quantity())));
        var phone = quote.recipient().phone();
        return new TurnFacts(
                amounts,
                Set.of(),
                phone == null ? Set.of() : Set.of(phone),
                Map.of(),
                quote.items().stream().map(QuotedItem::sku).collect(Collectors.toSet()),
                Set.of(),
                money.deliveryFee() == 0,
                quote);
    }

    /**
     * Ends those of these quotes whose time is over; what became an order, or was settled otherwise, stays as it is. What came
     * to nothing long ago goes.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expire(StoreId store, Collection<UUID> due) {
        var now = clock.instant();
        var open = quotes.lockDue(store, due, now);
        pipeline.send(open, quotes.forget(store, now.minus(KEPT), FORGOTTEN));
        if (open.any()) {
            holds.end(store, open.answer(), QuoteState.EXPIRED, now);
        }
    }

    /** Forgets whom quotes of these conversations were for, and ends those that are open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(StoreId store, Collection<UUID> conversations) {
        var open = pipeline.ask(quotes.lockOpenOf(store, conversations)).answer();
        if (!open.isEmpty()) {
            holds.end(store, open, QuoteState.CANCELLED, clock.instant());
        }
        pipeline.send(quotes.erase(store, conversations));
    }

    /** Two conversations are one from now on: of two quotes that could be confirmed the newer one still can. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void joined(ConversationsJoined joined) {
        var store = joined.store();
        var open = pipeline.ask(quotes.lockOpenOf(store, List.of(joined.kept(), joined.gone())))
                .answer();
        if (open.size() > 1) {
            holds.end(store, open.subList(0, open.size() - 1), QuoteState.REPLACED, clock.instant());
        }
        pipeline.send(quotes.move(joined));
    }
}
