package iq.sendy.agent;

import iq.sendy.agent.store.ChannelRuleStore;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules of the agent: what a store's people have decided about it at each of their channels. */
@Service
public class AgentRules {

    private static final String TYPE = "agent_rule";

    private final ChannelRuleStore rules;
    private final Channels channels;
    private final Settings settings;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    AgentRules(
            ChannelRuleStore rules, Channels channels, Settings settings, Pipeline pipeline, Audit audit, Clock clock) {
        this.rules = rules;
        this.channels = channels;
        this.settings = settings;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rule of a channel, for a trip of the caller's own. */
    public AskedRule asked(StoreId store, UUID channel) {
        return new AskedRule(rules.find(store, channel), settings.query(store));
    }

    /** The rule of a channel; the standard one where nobody has decided anything. */
    @Transactional(readOnly = true)
    public AgentRule of(StoreId store, UUID channel) {
        var asked = asked(store, channel);
        pipeline.send(asked.queries());
        return asked.answer();
    }

    /** Empty when there is no such channel. */
    @Transactional(readOnly = true)
    public Optional<AgentRule> find(StoreId store, UUID channel) {
        var there = channels.standing(store, channel);
        var asked = asked(store, channel);
        var trip = pipeline.open();
        trip.add(there);
        trip.addAll(asked.queries());
        trip.send();
        return there.first().map(_ -> asked.answer());
    }

    @Transactional
    public SaveAgentRule.Result change(StoreId store, Actor actor, SaveAgentRule command) {
        var channel = command.channel();
        var now = clock.instant();
        var trip = pipeline.open();
        trip.add(StoreLock.take(store, "agent.rules"));
        var there = trip.add(channels.standing(store, channel));
        var asked = asked(store, channel);
        trip.addAll(asked.queries());
        trip.send();
        if (!there.any()) {
            return new SaveAgentRule.Result.NoSuchChannel();
        }
        var before = asked.answer();
        var after = command.over(before);
        var paused = after.pausedUntil();
        if (!Objects.equals(paused, before.pausedUntil()) && paused != null && !paused.isAfter(now)) {
            return new SaveAgentRule.Result.PauseHasPassed();
        }
        if (!after.equals(before)) {
            pipeline.send(rules.save(store, channel, after, now));
            audit.record(store, actor, Change.updated(TYPE, channel, before, after));
        }
        return new SaveAgentRule.Result.Saved(after);
    }
}
