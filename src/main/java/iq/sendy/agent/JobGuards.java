package iq.sendy.agent;

import iq.sendy.agent.model.DispatchGuards;
import iq.sendy.agent.model.DispatchGuards.ChannelFacts;
import iq.sendy.agent.model.DispatchGuards.GuardFacts;
import iq.sendy.agent.model.DispatchGuards.LimitFacts;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.AgentDesk;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Guards of jobs: locks the conversation of one and looks whether it may go on. */
@Component
class JobGuards {

    private final AgentDesk desk;
    private final MessageJobStore jobs;
    private final Channels channels;
    private final AgentRules rules;
    private final TurnLimits limits;
    private final Pipeline pipeline;
    private final Clock clock;

    JobGuards(
            AgentDesk desk,
            MessageJobStore jobs,
            Channels channels,
            AgentRules rules,
            TurnLimits limits,
            Pipeline pipeline,
            Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.channels = channels;
        this.rules = rules;
        this.limits = limits;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Empty when nothing more comes of the job, or its conversation or channel is gone. */
    Optional<GuardedJob> hold(StoreId store, AiMessageJob work) {
        var held = desk.hold(store, work.place().conversation()).or(() -> joined(store, work));
        var now = clock.instant();
        if (held.isEmpty()) {
            pipeline.send(jobs.finish(store, work.id(), AiJobState.SKIPPED, "conversation_gone", now));
            return Optional.empty();
        }
        var conversation = held.get();
        var trip = pipeline.open();
        var found = trip.add(jobs.find(store, List.of(work.id())));
        var channel = trip.add(channels.standing(store, conversation.channel()));
        var rule = rules.asked(store, conversation.channel());
        trip.addAll(rule.queries());
        var asked = limits.asked(store, conversation.contact().id(), work.id(), now);
        trip.addAll(asked.queries());
        trip.send();
        var job = found.first().filter(one -> one.state().isLive());
        if (job.isEmpty()) {
            return Optional.empty();
        }
        var left = limits.answered(store, asked);
        if (!channel.any()) {
            // It was deleted; its conversations stay, for people.
            desk.handOver(store, conversation.id());
            pipeline.send(jobs.finish(store, work.id(), AiJobState.SKIPPED, "channel_off", now));
            return Optional.empty();
        }
        return Optional.of(judged(job.get(), conversation, channel.single(), rule.answer(), left, now));
    }

    /** Its conversation became part of another while somebody had the job: it goes on where its message is now. */
    private Optional<AgentConversation> joined(StoreId store, AiMessageJob work) {
        return desk.place(store, work.place().message()).flatMap(now -> desk.hold(store, now));
    }

    private static GuardedJob judged(
            AiMessageJob job,
            AgentConversation conversation,
            ChannelView channel,
            AgentRule rule,
            LimitFacts limits,
            Instant now) {
        var contact = conversation.contact();
        var facts = new GuardFacts(
                conversation.status(),
                conversation.windowExpiresAt(),
                writtenAt(job, conversation),
                new ChannelFacts(
                        channel.details().enabled(),
                        channel.details().agent().enabled(),
                        !channel.trouble().condition().stopsSending()),
                rule.judge(contact.id(), contact.names(), now),
                limits);
        return new GuardedJob(job, conversation, channel, rule, DispatchGuards.judge(facts, now));
    }

    /** Of the newest message that it answers, by the provider's time. */
    private static Instant writtenAt(AiMessageJob job, AgentConversation conversation) {
        var written = burst(job, conversation)
                .map(SaidMessage::at)
                .max(Instant::compareTo)
                .orElse(job.times().created());
        return Stream.of(Optional.of(written), Optional.ofNullable(job.times().driven()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(written);
    }

    /** What the customer wrote that the job answers. */
    static Stream<SaidMessage> burst(AiMessageJob job, AgentConversation conversation) {
        return conversation.history().stream()
                .filter(SaidMessage::isCustomers)
                .filter(message -> message.number() >= job.place().first());
    }

    /** Whether no words are in what it answers. */
    static boolean saysNothing(GuardedJob guarded) {
        return burst(guarded.job(), guarded.conversation())
                .map(SaidMessage::text)
                .allMatch(text -> text == null || text.isBlank());
    }

    /** Whether the customer may wait for something, though no words say for what. */
    static boolean saysMoreThanStickers(GuardedJob guarded) {
        return burst(guarded.job(), guarded.conversation()).anyMatch(message -> message.kind() != MessageKind.STICKER);
    }
}
