package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.inbox.ThreadLine.SentFile;
import iq.sendy.messaging.AgentJobBody;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.ConversationThread;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.MessageView;
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
 * @param earlier how many lines came before the first that is shown; 0 where it is the first of all
 * @param seen the message that its reader sees last; null where there is none
 */
record InboxThread(
        ConversationView conversation,
        String name,
        @Nullable String keeper,
        AgentWork agent,
        ReplyWindow window,
        List<ThreadLine> lines,
        int earlier,
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

    /** @param most lines that are shown, the newest of all */
    static InboxThread of(
            ConversationThread thread,
            @Nullable String keeper,
            int most,
            PageReader reader,
            Function<MessageView, @Nullable SentFile> files) {
        var conversation = thread.conversation();
        var messages = thread.messages();
        var earlier = Math.max(0, messages.size() + thread.notes().size() - most);
        return new InboxThread(
                conversation,
                InboxNames.of(conversation.contact(), reader),
                keeper,
                work(thread, reader),
                ReplyWindow.of(conversation, reader.now()),
                ThreadLines.of(thread, earlier, reader, files),
                earlier,
                messages.isEmpty() ? null : messages.getLast().id().toString());
    }

    private static AgentWork work(ConversationThread thread, PageReader reader) {
        var jobs = thread.jobs();
        var draft = jobs.stream()
                .filter(job -> job.draft() != null && !answered(thread, job))
                .reduce((_, later) -> later);
        var last = jobs.isEmpty() ? null : jobs.getLast();
        return new AgentWork(
                draft.orElse(null),
                last != null && last.finishedAt() == null,
                last == null || !gaveAway(thread, last) ? null : reason(last, reader));
    }

    private static boolean gaveAway(ConversationThread thread, AgentJobBody job) {
        return GAVE.contains(job.state()) && job.draft() == null && !answered(thread, job);
    }

    private static @Nullable String reason(AgentJobBody job, PageReader reader) {
        return job.reason() == null ? null : reader.sayIfKnown("agent.reason." + job.reason());
    }

    /** Whether a person answered since: what was drafted is used up, and why it was given to them is told. */
    private static boolean answered(ConversationThread thread, AgentJobBody job) {
        return thread.messages().stream()
                .filter(message -> message.author().kind() == AuthorKind.STAFF
                        || message.author().kind() == AuthorKind.NATIVE_APP)
                .anyMatch(message -> message.times().createdAt().isAfter(job.createdAt()));
    }
}
