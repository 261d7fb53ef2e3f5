package iq.sendy.agent.listeners;

import iq.sendy.agent.QuoteButtons;
import iq.sendy.agent.QuoteJobs;
import iq.sendy.agent.QuoteJobs.PressedQuote;
import iq.sendy.messaging.MessagesArrived;
import java.util.ArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Presses of quotes' buttons among the messages of customers, whoever has their conversations. */
@Component
class QuotePressListener {

    private final QuoteJobs jobs;

    QuotePressListener(QuoteJobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void on(MessagesArrived arrived) {
        var presses = new ArrayList<PressedQuote>();
        for (var message : arrived.messages()) {
            QuoteButtons.press(message.kind(), message.details())
                    .ifPresent(
                            press -> presses.add(new PressedQuote(message.conversation(), message.message(), press)));
        }
        jobs.pressed(arrived.store(), presses);
    }
}
