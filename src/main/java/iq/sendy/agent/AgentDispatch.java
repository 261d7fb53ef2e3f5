package iq.sendy.agent;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.JobStep.Kind;
import iq.sendy.agent.model.GuardFinding;
import iq.sendy.agent.model.HardRules;
import iq.sendy.agent.model.LanguageDetector;
import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.agent.store.MessageJobStore.WrittenReply;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaidMessage;
import iq.sendy.messaging.StreamHappening;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final MessageJobStore jobs;
    private final JobSteps steps;
    private final InboxStream stream;
    private final Pipeline pipeline;
    private final JsonMapper json;
    private final Clock clock;

    AgentDispatch(
            JobGuards guards,
            MessageJobStore jobs,
            JobSteps steps,
            InboxStream stream,
            Pipeline pipeline,
            JsonMapper json,
            Clock clock) {
        this.guards = guards;
        this.jobs = jobs;
        this.steps = steps;
        this.stream = stream;
        this.pipeline = pipeline;
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

    /** Those of the jobs of which more comes, and that are not on their way. */
    public Map<UUID, AiMessageJob> waiting(StoreId store, List<UUID> ids) {
        return pipeline.ask(jobs.find(store, ids)).answer().stream()
                .filter(job -> job.state().isLive() && job.state() != AiJobState.SENDING)
                .collect(toMap(AiMessageJob::id, job -> job));
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
        if (job.state() == AiJobState.GENERATED) {
            return new Begun.Stopped(new Dispatched.Written());
        }
        var burst = JobGuards.burst(job, guarded.conversation()).toList();
        var language = language(guarded);
        var hard = burst.stream()
                .flatMap(message -> HardRules.judge(message.text(), message.kind()).stream())
                .findFirst();
        if (hard.isPresent()) {
            return new Begun.Stopped(new Dispatched.HandedOver(hard.get(), language, ""));
        }
        if (burst.stream().allMatch(AgentDispatch::saysNothing)) {
            return new Begun.Stopped(new Dispatched.Empty());
        }
        return pipeline.ask(jobs.begin(store, job.id(), token, now))
                .first()
                .<Begun>map(run -> turn(store, guarded, burst, Math.toIntExact(run), language))
                .orElseGet(Begun.Over::new);
    }

    private static boolean saysNothing(SaidMessage message) {
        var text = message.text();
        return text == null || text.isBlank();
    }

    private Begun turn(StoreId store, GuardedJob guarded, List<SaidMessage> burst, int run, ReplyLanguage language) {
        var job = guarded.job();
        var conversation = guarded.conversation();
        pipeline.send(steps.append(
                store, job.id(), run, List.of(JobStep.of(Kind.GUARD, "claim", GuardFinding.CLEAR.toString()))));
        stream.tell(store, StreamHappening.ofJob(conversation.id(), job.id()));
        var context = new ToolContext(
                store,
                conversation.channel(),
                conversation.id(),
                conversation.contact().id(),
                conversation.contact().verifiedPhone(),
                language,
                clock.instant(),
                job.id());
        return new Begun.Turn(
                new TurnInput(job, run, conversation, guarded.channel(), guarded.rule(), context, burst));
    }

    /** The customer's, as far as what they wrote tells. */
    static ReplyLanguage language(GuardedJob guarded) {
        var texts = guarded.conversation().history().stream()
                .filter(SaidMessage::isCustomers)
                .map(SaidMessage::text)
                .flatMap(Stream::ofNullable)
                .toList();
        return LanguageDetector.of(texts, ReplyLanguage.AR);
    }

    /** Keeps a reply, so that no model is asked for it again; false when the job is somebody else's, or may not go on. */
    @Transactional
    boolean keep(StoreId store, AiMessageJob work, long token, TurnOutcome.Replied replied) {
        var found = guards.hold(store, work);
        if (found.isEmpty() || found.get().finding() != GuardFinding.CLEAR) {
            return false;
        }
        var reply = replied.reply();
        var kept = pipeline.ask(jobs.generated(
                store,
                work.id(),
                token,
                new WrittenReply(reply.text(), replied.language().toString(), json.writeValueAsString(reply)),
                clock.instant()));
        stream.tell(store, StreamHappening.ofJob(work.place().conversation(), work.id()));
        return kept.any();
    }

    /** What was kept. */
    static WrittenParts read(JsonMapper json, AiMessageJob job) {
        return json.readValue(Objects.requireNonNull(job.reply().content()), WrittenParts.class);
    }
}
