package iq.sendy.messaging;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.AgentDeskStore;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Desk of the agent: conversations as it reads them and gives them to people. Whoever holds one has its row until the
 * transaction ends, so that no message joins it and nobody takes it meanwhile.
 */
@Service
public class AgentDesk {

    /** So much of what was said last is read. */
    private static final int MOST_READ = 20;

    private final AgentDeskStore desk;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgentDesk(AgentDeskStore desk, Pipeline pipeline, ApplicationEventPublisher events, Clock clock) {
        this.desk = desk;
        this.pipeline = pipeline;
        this.events = events;
        this.clock = clock;
    }

    /** Locks a conversation and reads it; empty when there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AgentConversation> hold(StoreId store, UUID conversation) {
        var trip = pipeline.open();
        var locked = trip.add(desk.lock(store, conversation));
        var names = trip.add(desk.names(store, conversation));
        var phone = trip.add(desk.phone(store, conversation));
        var history = trip.add(desk.history(store, conversation, MOST_READ));
        trip.send();
        return locked.first().map(held -> {
            var known = new ArrayList<>(phone.answer());
            known.addAll(names.answer());
            return new AgentConversation(
                    held.id(),
                    held.channel(),
                    held.type(),
                    new AgentContact(
                            held.contact(), phone.first().flatMap(Phone::parse).orElse(null), known),
                    held.status(),
                    held.windowExpiresAt(),
                    history.answer());
        });
    }

    /** What the customer wrote after people or the agent said something last; the store's fixed texts answer nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SaidMessage> unanswered(StoreId store, UUID conversation) {
        return pipeline.ask(desk.unanswered(store, conversation, MOST_READ)).answer();
    }

    /** A message of the customer asks for no answer of its own; whoever waited for it alone waits no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void needsNoAnswer(StoreId store, UUID conversation, UUID message) {
        pipeline.send(desk.asksNothing(store, message), desk.waitsForTheRest(store, conversation, clock.instant()));
        events.publishEvent(new ConversationChanged(store, conversation));
    }

    /** Whether the store's fixed words said this there since then, or are about to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasSaid(StoreId store, UUID conversation, String text, Instant since) {
        return pipeline.ask(desk.said(store, conversation, text, since)).any();
    }

    /** The conversation in which a message is by now; empty when it is no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> place(StoreId store, UUID message) {
        return pipeline.ask(desk.place(store, message)).first();
    }

    /** Gives a conversation that the agent has to people; nothing of what was said so far is read by it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(StoreId store, UUID conversation) {
        pipeline.send(desk.handOver(store, conversation, clock.instant()));
        events.publishEvent(new ConversationChanged(store, conversation));
    }

    /**
     * Gives a conversation back to the agent, to answer what it did not.
     *
     * @param number of the first message that it reads
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(StoreId store, UUID conversation, long number) {
        pipeline.send(desk.takeBack(store, conversation, number, clock.instant()));
        events.publishEvent(new ConversationChanged(store, conversation));
    }
}
