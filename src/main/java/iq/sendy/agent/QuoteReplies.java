package iq.sendy.agent;

import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import org.springframework.stereotype.Component;

/** Replies to taps: fixed words, which are sent whoever has the conversation by then. */
@Component
class QuoteReplies {

    private static final MessageAuthor SYSTEM = new MessageAuthor(AuthorKind.SYSTEM, null, null);

    private final OutboundMessages messages;
    private final QuoteCards cards;

    QuoteReplies(OutboundMessages messages, QuoteCards cards) {
        this.messages = messages;
        this.cards = cards;
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
