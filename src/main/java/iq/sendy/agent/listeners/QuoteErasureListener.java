package iq.sendy.agent.listeners;

import iq.sendy.agent.AgentQuotes;
import iq.sendy.messaging.ContactErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A contact who is erased has no quotes. */
@Component
class QuoteErasureListener {

    private final AgentQuotes quotes;

    QuoteErasureListener(AgentQuotes quotes) {
        this.quotes = quotes;
    }

    @EventListener
    void on(ContactErased erased) {
        quotes.erase(erased.store(), erased.conversations());
    }
}
