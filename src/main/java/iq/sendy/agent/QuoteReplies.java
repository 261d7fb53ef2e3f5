package iq.sendy.agent;

import iq.sendy.agent.QuoteJobs.PressedQuote;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import iq.sendy.orders.OrderView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replies to taps: fixed words, which are sent whoever has the conversation by then. */
@Component
class QuoteReplies {

    private static final MessageAuthor SYSTEM = new MessageAuthor(AuthorKind.SYSTEM, null, null);

    /** What was said so lately is seen by whoever presses. */
    private static final Duration RIGHT_ABOVE = Duration.ofMinutes(1);

    private final OutboundMessages messages;
    private final QuoteCards cards;
    private final AgentDesk desk;
    private final ChatLinks pages;

    QuoteReplies(OutboundMessages messages, QuoteCards cards, AgentDesk desk, ChatLinks pages) {
        this.messages = messages;
        this.cards = cards;
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * A press that is being answered, in a conversation that this transaction holds.
     *
     * @param message that it is; null of one that waited before they were noted
     */
    record AnsweredPress(
            StoreId store,
            AgentConversation conversation,
            @Nullable UUID message,
            Instant now) {}

    /** Holds the conversation in which a press is by now to the end of the transaction; empty when it is no more. */
    Optional<AgentConversation> hold(StoreId store, PressedQuote pressed) {
        return desk.hold(store, pressed.conversation())
                .or(() -> Optional.ofNullable(pressed.message())
                        // It has become part of another one since.
                        .flatMap(message -> desk.place(store, message))
                        .flatMap(place -> desk.hold(store, place)));
    }

    /** Says something in fixed words, and gives the conversation to people. */
    void handOver(AnsweredPress press, String text) {
        var store = press.store();
        var conversation = press.conversation().id();
        if (!isRightAbove(press, text)) {
            messages.queue(store, QueueMessage.notice(conversation, SYSTEM, new OutboundText(text)));
        }
        desk.handOver(store, conversation);
    }

    /** The order stands: its number, what it comes to, and where it can be followed. */
    void receipt(AnsweredPress press, ReplyLanguage language, OrderView order) {
        var money = order.money();
        var link = pages.order(press.store(), order.publicId());
        var text = FixedTexts.of(
                language,
                FixedText.ORDER_MADE,
                Map.of(
                        "number", order.publicId(),
                        "total", QuoteCards.amount(language, money.currency(), money.total()),
                        "link", link.orElse("")));
        // The link is the last line; a shop that is closed has none.
        tell(press, link.isPresent() ? text : text.substring(0, text.lastIndexOf('\n')));
    }

    void tell(AnsweredPress press, String text) {
        tell(press, text, new OutboundText(text));
    }

    /** A new quote with its buttons, below why it is there. */
    void show(AnsweredPress press, AgentQuote quote, FixedText why) {
        queue(press, card(press, quote, why));
    }

    /** The same, of one that was shown before. */
    void showAgain(AnsweredPress press, AgentQuote quote, FixedText why) {
        var card = card(press, quote, why);
        tell(press, card.text(), card);
    }

    private OutboundButtons card(AnsweredPress press, AgentQuote quote, FixedText why) {
        var lead = FixedTexts.of(quote.talk().language(), why);
        return cards.card(quote, press.conversation().type(), lead);
    }

    private void tell(AnsweredPress press, String text, OutboundContent content) {
        if (!isRightAbove(press, text)) {
            queue(press, content);
        } else if (press.message() != null) {
            desk.needsNoAnswer(press.store(), press.conversation().id(), press.message());
        }
    }

    /** Whether a press has its answer there, so that nobody waits for its sake: each message costs the shop. */
    private boolean isRightAbove(AnsweredPress press, String text) {
        return desk.hasSaid(
                press.store(), press.conversation().id(), text, press.now().minus(RIGHT_ABOVE));
    }

    private void queue(AnsweredPress press, OutboundContent content) {
        messages.queue(press.store(), new QueueMessage(press.conversation().id(), SYSTEM, content, null));
    }
}
