package iq.sendy.channels;

import iq.sendy.channels.ChannelView.ChannelTrouble;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphError;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Health of channels: what Meta's refusals say of a channel as a whole, until a send works again. */
@Service
public class ChannelHealth {

    private final ChannelStore channels;
    private final Pipeline pipeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChannelHealth(ChannelStore channels, Pipeline pipeline, ApplicationEventPublisher events, Clock clock) {
        this.channels = channels;
        this.pipeline = pipeline;
        this.events = events;
        this.clock = clock;
    }

    /** Notes what an error says of the channel; one that is about a message alone, or passes by itself, says nothing. */
    @Transactional
    public void record(StoreId store, UUID channel, GraphError error) {
        var condition = ChannelCondition.of(error);
        if (condition == ChannelCondition.WELL) {
            return;
        }
        note(store, channel, new ChannelTrouble(condition, error.code(), clock.instant()));
    }

    /** Something was sent, or the token was renewed. */
    @Transactional
    public void recovered(StoreId store, UUID channel) {
        note(store, channel, ChannelTrouble.NONE);
    }

    /** The channels of a type by which programs may send now, for a trip of the caller's own. */
    public Query<UUID> sending(StoreId store, ChannelType type) {
        return channels.sending(store, type);
    }

    /** A token whose end has come is broken, whether or not anybody has tried it. */
    @Transactional
    void expire(StoreId store, Instant now) {
        for (var channel : pipeline.ask(channels.expire(store, now)).answer()) {
            events.publishEvent(new ChannelChanged(store, channel));
        }
    }

    private void note(StoreId store, UUID channel, ChannelTrouble trouble) {
        if (pipeline.ask(channels.note(store, channel, trouble)).any()) {
            events.publishEvent(new ChannelChanged(store, channel));
        }
    }
}
