package iq.sendy.agent;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.JobStep.StepKind;
import iq.sendy.agent.model.GuardFinding;
import iq.sendy.agent.model.HardRules;
import iq.sendy.agent.model.LanguageDetector;
import iq.sendy.agent.store.MessageJobStore.WrittenReply;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaidMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dispatch of jobs: who begins an attempt, and keeps the reply that came of it. The guards are asked both times, with the
 * conversation locked; {@link DispatchEnds} asks them once more before anything is sent.
 */
@Component
public class AgentDispatch {

    private final JobGuards guards;
    private final JobBoard board;
    private final JsonMapper json;
    private final Clock clock;

    AgentDispatch(JobGuards guards, JobBoard board, JsonMapper json, Clock clock) {
        this.guards = guards;
        this.board = board;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be done about a job now. */
    sealed interface Begun {

        /** Nothing more comes of it, or somebody else has it. */
        record Over() implements Begun {}

        /** It is not time. */
        record Waits(Duration delay) implements Begun {}

        /** It ends without a model being asked. */
        record Stopped(Dispatched end) implements Begun {}

        /** A model is to be asked. */
        record Turn(TurnInput input) implements Begun {}
    }

    /** Those of the jobs of which more comes and that are not on their way, and those whose calls may not be taken back yet. */
    public Map<UUID, AiMessageJob> waiting(StoreId store, List<UUID> ids) {
        return board.find(store, ids).stream()
                .filter(AgentDispatch::isWaiting)
                .collect(toMap(AiMessageJob::id, job -> job));
    }

    private static boolean isWaiting(AiMessageJob job) {
        return switch (job.state()) {
            case PENDING, GENERATING, GENERATED, RETRY, SUPERSEDED, SKIPPED -> true;
            case SENDING, DONE, HANDED_OFF, DEAD -> false;
        };
    }

    /** Takes a job for an attempt, if the guards let it. */
    @Transactional
    Begun begin(StoreId store, AiMessageJob work, long token) {
        var found = guards.hold(store, work);
        if (found.isEmpty()) {
            return new Begun.Over();
        }
        var guarded = found.get();
        var job = guarded.job();
        var now = clock.instant();
        if (job.state() == AiJobState.SENDING || job.progress().token() >= token) {
            return new Begun.Over();
        }
        if (job.times().notBefore().isAfter(now)) {
            return new Begun.Waits(Duration.between(now, job.times().notBefore()));
        }
        if (guarded.finding() != GuardFinding.CLEAR) {
            return new Begun.Stopped(new Dispatched.Guarded());
        }
        return job.state() == AiJobState.GENERATED
                ? new Begun.Stopped(new Dispatched.Written())
                : judged(guarded, token);
    }

    /** What no model should answer goes to people before one is asked. */
    private Begun judged(GuardedJob guarded, long token) {
        var burst = JobGuards.burst(guarded.job(), guarded.conversation()).toList();
        var hard = burst.stream()
                .flatMap(message -> HardRules.judge(message.text(), message.kind()).stream())
                .findFirst();
        if (hard.isPresent()) {
            return new Begun.Stopped(new Dispatched.HandedOver(hard.get(), language(guarded), ""));
        }
        if (JobGuards.saysNothing(guarded)) {
            return new Begun.Stopped(new Dispatched.Empty());
        }
        var run = board.begin(guarded.job(), token, JobStep.of(StepKind.GUARD, "claim", GuardFinding.CLEAR.toString()));
        return run.isPresent() ? new Begun.Turn(input(guarded, burst, run.getAsInt())) : new Begun.Over();
    }

    private TurnInput input(GuardedJob guarded, List<SaidMessage> burst, int run) {
        var conversation = guarded.conversation();
        var context = new ToolContext(
                guarded.job().store(),
                conversation.channel(),
                conversation.id(),
                conversation.contact().id(),
                conversation.contact().verifiedPhone(),
                language(guarded),
                clock.instant(),
                guarded.job().id());
        return new TurnInput(guarded.job(), run, conversation, guarded.channel(), guarded.rule(), context, burst);
    }

    /** The customer's, as far as what they wrote tells. */
    static ReplyLanguage language(GuardedJob guarded) {
        return language(guarded.conversation());
    }

    static ReplyLanguage language(AgentConversation conversation) {
        var texts = conversation.history().stream()
                .filter(SaidMessage::isCustomers)
                .map(SaidMessage::text)
                .flatMap(Stream::ofNullable)
                .toList();
        return LanguageDetector.of(texts, ReplyLanguage.AR);
    }

    /** Keeps a reply, so that no model is asked for it again; false when the job is somebody else's, or may not go on. */
    @Transactional
    boolean keep(TurnInput input, TurnOutcome.Replied replied) {
        var job = input.job();
        var found = guards.hold(job.store(), job);
        if (found.isEmpty() || found.get().finding() != GuardFinding.CLEAR) {
            return false;
        }
        var reply = replied.reply();
        return board.keep(
                job,
                input.run(),
                new WrittenReply(reply.text(), replied.language().toString(), json.writeValueAsString(reply)));
    }
}
