package iq.sendy.agent.listeners;

import iq.sendy.agent.AgentQuotes;
import iq.sendy.messaging.ContactErased;
import iq.sendy.messaging.ConversationsJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A contact who is erased has no quotes, and one who turns out to be another has theirs. */
@Component
class QuoteContactListener {

    private final AgentQuotes quotes;

    QuoteContactListener(AgentQuotes quotes) {
        this.quotes = quotes;
    }

    @EventListener
    void on(ContactErased erased) {
        quotes.erase(erased.store(), erased.conversations());
    }

    @EventListener
    void on(ConversationsJoined joined) {
        quotes.joined(joined);
    }
}
