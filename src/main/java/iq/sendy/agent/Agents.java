package iq.sendy.agent;

import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AnsweringAgent;
import iq.sendy.platform.sql.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Agents of stores: at which channels they answer, and whom, by what the stores' people decided. */
@Component
class Agents implements AnsweringAgent {

    private final Channels channels;
    private final AgentRules rules;
    private final Clock clock;

    Agents(Channels channels, AgentRules rules, Clock clock) {
        this.channels = channels;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public AnsweredContacts at(StoreId store, UUID channel) {
        return new AskedAgent(channels.standing(store, channel), rules.asked(store, channel), clock.instant());
    }

    /** A channel and its rule, once they were asked. */
    private record AskedAgent(Query<ChannelView> channel, AskedRule rule, Instant now) implements AnsweredContacts {

        @Override
        public List<Query<?>> queries() {
            var all = new ArrayList<Query<?>>();
            all.add(channel);
            all.addAll(rule.queries());
            return all;
        }

        @Override
        public boolean include(UUID contact, Collection<String> names) {
            return channel.first().filter(ChannelView::agentAnswers).isPresent()
                    && rule.answer().judge(contact, names, now).takes();
        }
    }
}
