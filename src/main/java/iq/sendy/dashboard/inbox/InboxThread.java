package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.inbox.ThreadLine.SentFile;
import iq.sendy.messaging.AgentJobBody;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.MessageView;
import iq.sendy.messaging.RecentThread;
import iq.sendy.platform.pages.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its page shows it.
 *
 * @param keeper the name of who has it; null while nobody does
 * @param agent what the agent does about it
 * @param earlier whether lines came before the first that is shown
 * @param seen the message that its reader sees last; null where there is none
 */
record InboxThread(
        ConversationView conversation,
        String name,
        @Nullable String keeper,
        AgentWork agent,
        ReplyWindow window,
        List<ThreadLine> lines,
        boolean earlier,
        @Nullable String seen) {

    /** States of a job that ended at people. */
    private static final List<String> GAVE = List.of("HandedOff", "Dead");

    InboxThread {
        lines = List.copyOf(lines);
    }

    /**
     * What the agent does about a conversation.
     *
     * @param draft a reply that waits for a person to send it; null where none does
     * @param writes whether it is at it now
     * @param reason why it gave the conversation to people last, in words; null where it did not
     */
    record AgentWork(
            @Nullable AgentJobBody draft,
            boolean writes,
            @Nullable String reason) {}

    /**
     * Until when the customer may be written to.
     *
     * @param ends null where they never wrote
     * @param left hours and minutes
     */
    record ReplyWindow(boolean open, @Nullable Instant ends, String left) {

        static ReplyWindow of(ConversationView conversation, Instant now) {
            var ends = conversation.times().windowExpiresAt();
            if (ends == null || !now.isBefore(ends)) {
                return new ReplyWindow(false, ends, "0:00");
            }
            var left = Duration.between(now, ends);
            return new ReplyWindow(
                    true, ends, String.format(Locale.ROOT, "%d:%02d", left.toHours(), left.toMinutesPart()));
        }
    }

    /**
     * @param recent with one line more than are shown at least, where there are more
     * @param most lines that are shown, the newest of all
     */
    static InboxThread of(
            RecentThread recent,
            @Nullable String keeper,
            int most,
            PageReader reader,
            Function<MessageView, @Nullable SentFile> files) {
        var thread = recent.thread();
        var conversation = thread.conversation();
        var messages = thread.messages();
        return new InboxThread(
                conversation,
                InboxNames.of(conversation.contact(), reader),
                keeper,
                work(recent, reader),
                ReplyWindow.of(conversation, reader.now()),
                ThreadLines.of(thread, most, reader, files),
                messages.size() + thread.notes().size() > most,
                messages.isEmpty() ? null : messages.getLast().id().toString());
    }

    private static AgentWork work(RecentThread recent, PageReader reader) {
        var jobs = recent.thread().jobs();
        var draft = jobs.stream()
                .filter(job -> job.draft() != null && !answered(recent, job))
                .reduce((_, later) -> later);
        var last = jobs.isEmpty() ? null : jobs.getLast();
        return new AgentWork(
                draft.orElse(null),
                last != null && last.finishedAt() == null,
                last == null || !gaveAway(recent, last) ? null : reason(last, reader));
    }

    private static boolean gaveAway(RecentThread recent, AgentJobBody job) {
        return GAVE.contains(job.state()) && job.draft() == null && !answered(recent, job);
    }

    private static @Nullable String reason(AgentJobBody job, PageReader reader) {
        return job.reason() == null ? null : reader.sayIfKnown("agent.reason." + job.reason());
    }

    /** Whether a person answered since: what was drafted is used up, and why it was given to them is told. */
    private static boolean answered(RecentThread recent, AgentJobBody job) {
        return recent.answeredAt() != null && recent.answeredAt().isAfter(job.createdAt());
    }
}
