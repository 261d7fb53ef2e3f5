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
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import iq.sendy.orders.OrderView;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replies to taps: fixed words, which are sent whoever has the conversation by then. */
@Component
class QuoteReplies {

    private static final MessageAuthor SYSTEM = new MessageAuthor(AuthorKind.SYSTEM, null, null);

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

    /** Holds the conversation in which a press is by now to the end of the transaction; empty when it is no more. */
    Optional<AgentConversation> hold(StoreId store, PressedQuote pressed) {
        return desk.hold(store, pressed.conversation()).or(() -> Optional.ofNullable(pressed.message())
                // It has become part of another one since.
                .flatMap(message -> desk.place(store, message))
                .flatMap(place -> desk.hold(store, place)));
    }

    /** Says something in fixed words, and gives the conversation to people. */
    void handOver(StoreId store, AgentConversation conversation, String text) {
        messages.queue(store, QueueMessage.notice(conversation.id(), SYSTEM, new OutboundText(text)));
        desk.handOver(store, conversation.id());
    }

    /** The press has its answer right above it, so nobody waits for its sake. */
    void needless(StoreId store, AgentConversation conversation, @Nullable UUID message) {
        if (message != null) {
            desk.needsNoAnswer(store, conversation.id(), message);
        }
    }

    /** The order stands: its number, what it comes to, and where it can be followed. */
    void receipt(StoreId store, AgentConversation conversation, ReplyLanguage language, OrderView order) {
        var money = order.money();
        var link = pages.order(store, order.publicId());
        var text = FixedTexts.of(
                language,
                FixedText.ORDER_MADE,
                Map.of(
                        "number", order.publicId(),
                        "total", QuoteCards.amount(language, money.currency(), money.total()),
                        "link", link.orElse("")));
        // The link is the last line; a shop that is closed has none.
        tell(store, conversation, link.isPresent() ? text : text.substring(0, text.lastIndexOf('\n')));
    }

    void tell(StoreId store, AgentConversation conversation, String text) {
        queue(store, conversation, new OutboundText(text));
    }

    /** A quote with its buttons, below why it is there. */
    void show(StoreId store, AgentConversation conversation, AgentQuote quote, FixedText why) {
        var lead = FixedTexts.of(quote.talk().language(), why);
        queue(store, conversation, cards.card(quote, conversation.type(), lead));
    }

    private void queue(StoreId store, AgentConversation conversation, OutboundContent content) {
        messages.queue(store, new QueueMessage(conversation.id(), SYSTEM, content, null));
    }
}
