package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.QuoteState;
import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.agent.QuoteIssue.IssueOutcome;
import iq.sendy.agent.QuoteIssue.WantedQuote;
import iq.sendy.agent.QuoteJobs.PressedQuote;
import iq.sendy.agent.QuoteOrders.OrderedQuote;
import iq.sendy.agent.QuoteReplies.AnsweredPress;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.agent.store.QuoteStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirmations of quotes: what a tap of a button does. The conversation, the quote and the order are one transaction, and
 * whatever comes of it the customer is told in the same.
 */
@Service
public class QuoteConfirmations {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteConfirmations.class);

    private final QuoteStore quotes;
    private final QuoteIssue issue;
    private final QuoteHolds holds;
    private final QuoteOrders orders;
    private final QuoteReplies replies;
    private final Pipeline pipeline;
    private final Clock clock;

    QuoteConfirmations(
            QuoteStore quotes,
            QuoteIssue issue,
            QuoteHolds holds,
            QuoteOrders orders,
            QuoteReplies replies,
            Pipeline pipeline,
            Clock clock) {
        this.quotes = quotes;
        this.issue = issue;
        this.holds = holds;
        this.orders = orders;
        this.replies = replies;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Does what a press says. One on a quote that is gone, or is not this contact's, is for people. */
    @Transactional
    public void press(StoreId store, PressedQuote pressed) {
        var conversation = replies.hold(store, pressed).orElse(null);
        if (conversation == null) {
            return;
        }
        var answered = new AnsweredPress(store, conversation, pressed.message(), clock.instant());
        var quote = pipeline.ask(quotes.lock(store, pressed.press().quote()))
                .first()
                .filter(found -> found.talk().conversation().equals(conversation.id()))
                .orElse(null);
        if (quote == null || quote.recipient().phone() == null) {
            LOG.warn("A press names no quote of its conversation");
            handOver(answered, AgentDispatch.language(conversation));
            return;
        }
        var press = new QuotePressed(answered, quote);
        switch (pressed.press().button()) {
            case CONFIRM -> confirmed(press);
            case CANCEL -> cancelled(press);
        }
    }

    /** A press on a quote, both of them this transaction's. */
    private record QuotePressed(AnsweredPress answered, AgentQuote quote) {

        boolean isInTime() {
            return quote.state() == QuoteState.OPEN && quote.expiresAt().isAfter(answered.now());
        }

        StoreId store() {
            return answered.store();
        }

        Instant now() {
            return answered.now();
        }

        ReplyLanguage language() {
            return quote.talk().language();
        }
    }

    private void cancelled(QuotePressed press) {
        switch (press.quote().state()) {
            case OPEN -> {
                holds.end(press.store(), List.of(press.quote().id()), QuoteState.CANCELLED, press.now());
                tell(press, FixedText.QUOTE_CANCELLED);
            }
            // It is an order, which people alone cancel.
            case ORDERED -> handOver(press.answered(), press.language());
            case CANCELLED, REPLACED, EXPIRED -> tell(press, FixedText.QUOTE_CANCELLED);
        }
    }

    private void confirmed(QuotePressed press) {
        if (press.quote().state() == QuoteState.ORDERED) {
            orders.of(press.store(), press.quote()).ifPresent(order -> receipt(press, order));
            return;
        }
        if (!press.isInTime()) {
            renewed(press, FixedText.QUOTE_EXPIRED);
            return;
        }
        switch (orders.place(press.store(), press.quote(), press.now())) {
            case OrderedQuote.Placed(var order) -> receipt(press, order);
            case OrderedQuote.CostsOtherwise _ -> renewed(press, FixedText.PRICE_CHANGED);
            case OrderedQuote.TooFew(var skus) -> {
                pipeline.send(quotes.settle(press.store(), press.quote().id(), QuoteState.EXPIRED, press.now()));
                soldOut(press, named(press.quote(), skus));
            }
            case OrderedQuote.NotForSale _ -> {
                holds.end(press.store(), List.of(press.quote().id()), QuoteState.EXPIRED, press.now());
                soldOut(press, named(press.quote(), List.of()));
            }
            case OrderedQuote.NotTaken _ -> {
                holds.end(press.store(), List.of(press.quote().id()), QuoteState.EXPIRED, press.now());
                notTaken(press);
            }
        }
    }

    private void receipt(QuotePressed press, OrderView order) {
        replies.receipt(press.answered(), press.language(), order);
    }

    /** The newer one of the conversation, if there is one, else the same goods as they cost now. */
    private void renewed(QuotePressed press, FixedText why) {
        var store = press.store();
        var newer = pipeline.ask(quotes.lockOpen(store, press.quote().talk().conversation()))
                .first()
                .filter(open -> !open.id().equals(press.quote().id())
                        && open.expiresAt().isAfter(press.now()));
        if (newer.isPresent()) {
            replies.showAgain(press.answered(), newer.get(), why);
            return;
        }
        var job = pipeline.ask(quotes.job(store, press.quote().id())).single();
        switch (issue.issue(store, wanted(job, press.quote()), press.now())) {
            case IssueOutcome.Issued(var quote) -> replies.show(press.answered(), quote, reason(press, quote, why));
            case IssueOutcome.TooFew(var names) -> soldOut(press, names);
            case IssueOutcome.NotForSale(var skus) -> {
                if (press.quote().state() == QuoteState.OPEN) {
                    holds.end(store, List.of(press.quote().id()), QuoteState.EXPIRED, press.now());
                }
                soldOut(press, named(press.quote(), skus));
            }
        }
    }

    /** What costs otherwise is the better word of the two. */
    private static FixedText reason(QuotePressed press, AgentQuote renewed, FixedText why) {
        return renewed.money().total() == press.quote().money().total() ? why : FixedText.PRICE_CHANGED;
    }

    private static WantedQuote wanted(UUID job, AgentQuote quote) {
        var pieces = new LinkedHashMap<String, Long>();
        quote.items().forEach(item -> pieces.merge(item.sku(), item.quantity(), Long::sum));
        return new WantedQuote(job, quote.talk(), pieces, quote.recipient(), quote.source());
    }

    private static List<String> named(AgentQuote quote, List<String> skus) {
        return quote.items().stream()
                .filter(item -> skus.isEmpty() || skus.contains(item.sku()))
                .map(QuotedItem::name)
                .toList();
    }

    private void soldOut(QuotePressed press, List<String> names) {
        var items = Map.of("item", String.join("، ", names));
        replies.tell(press.answered(), FixedTexts.of(press.language(), FixedText.SOLD_OUT, items));
    }

    private void notTaken(QuotePressed press) {
        replies.handOver(press.answered(), FixedTexts.of(press.language(), FixedText.HAND_OFF));
    }

    /** Where people have the conversation already the press is before them, and nothing is said. */
    private void handOver(AnsweredPress press, ReplyLanguage language) {
        if (press.conversation().status() != ConversationStatus.OPEN) {
            replies.handOver(press, FixedTexts.of(language, FixedText.HAND_OFF));
        }
    }

    private void tell(QuotePressed press, FixedText text) {
        replies.tell(press.answered(), FixedTexts.of(press.language(), text));
    }

    /** Nothing came of a press, again and again: people look at it. */
    @Transactional
    public void giveUp(StoreId store, PressedQuote pressed) {
        var conversation = replies.hold(store, pressed);
        var quote = pipeline.ask(quotes.lock(store, pressed.press().quote())).first();
        if (conversation.isPresent() && quote.isPresent()) {
            var text = FixedTexts.of(quote.get().talk().language(), FixedText.ERROR);
            replies.handOver(new AnsweredPress(store, conversation.get(), pressed.message(), clock.instant()), text);
        }
    }
}
