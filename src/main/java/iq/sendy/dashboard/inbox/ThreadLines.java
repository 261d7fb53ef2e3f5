package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.inbox.ThreadLine.LineFate;
import iq.sendy.dashboard.inbox.ThreadLine.LineMedium;
import iq.sendy.dashboard.inbox.ThreadLine.SentFile;
import iq.sendy.dashboard.inbox.ThreadLine.ThreadBody;
import iq.sendy.dashboard.inbox.ThreadLine.ThreadSide;
import iq.sendy.messaging.ConversationThread;
import iq.sendy.messaging.MediaView;
import iq.sendy.messaging.MessageDirection;
import iq.sendy.messaging.MessageStatus;
import iq.sendy.messaging.MessageView;
import iq.sendy.messaging.MessageView.DeliveryError;
import iq.sendy.messaging.NoteView;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages and notes of a conversation as lines, the oldest first. */
final class ThreadLines {

    /** What our own codes of failures begin with; all others are Meta's. */
    private static final String OURS = "social.";

    private final ConversationThread thread;
    private final PageReader reader;
    private final Function<MessageView, @Nullable SentFile> files;

    private ThreadLines(ConversationThread thread, PageReader reader, Function<MessageView, @Nullable SentFile> files) {
        this.thread = thread;
        this.reader = reader;
        this.files = files;
    }

    /** What is said at a time; the day before it decides on whether a day begins. */
    private record TimedLine(Instant at, Function<@Nullable String, ThreadLine> line) {}

    /** @param most lines, the newest of all */
    static List<ThreadLine> of(
            ConversationThread thread, int most, PageReader reader, Function<MessageView, @Nullable SentFile> files) {
        return new ThreadLines(thread, reader, files).newest(most);
    }

    private List<ThreadLine> newest(int most) {
        var said = new ArrayList<TimedLine>();
        for (var message : thread.messages()) {
            said.add(new TimedLine(message.times().providerAt(), day -> line(message, day)));
        }
        for (var note : thread.notes()) {
            said.add(new TimedLine(note.createdAt(), day -> line(note, day)));
        }
        said.sort(Comparator.comparing(TimedLine::at));
        var lines = new ArrayList<ThreadLine>();
        var before = "";
        for (var one : said.subList(Math.max(0, said.size() - most), said.size())) {
            var day = reader.day(one.at());
            lines.add(one.line().apply(day.equals(before) ? null : day));
            before = day;
        }
        return lines;
    }

    private ThreadLine line(NoteView note, @Nullable String day) {
        return new ThreadLine(
                note.id().toString(),
                ThreadSide.NOTE,
                day,
                Objects.requireNonNullElse(note.author().name(), reader.say("inbox.author.Ai")),
                reader.time(note.createdAt()),
                new ThreadBody(note.text(), null, null, null, null, List.of()),
                null);
    }

    private ThreadLine line(MessageView message, @Nullable String day) {
        var ours = message.direction() == MessageDirection.OUTBOUND;
        return new ThreadLine(
                message.id().toString(),
                ours ? ThreadSide.OURS : ThreadSide.THEIRS,
                day,
                ours ? author(message) : null,
                reader.time(message.times().providerAt()),
                body(message),
                ours ? fate(message) : null);
    }

    private String author(MessageView message) {
        var author = message.author();
        var named = author.name() != null && !author.name().isBlank() ? author.name() : null;
        return switch (author.kind()) {
            case STAFF -> Objects.requireNonNullElseGet(named, () -> reader.say("inbox.author.Staff"));
            case SYSTEM -> Objects.requireNonNullElseGet(named, () -> reader.say("inbox.author.System"));
            case AI, NATIVE_APP, CUSTOMER -> reader.say("inbox.author." + author.kind());
        };
    }

    private ThreadBody body(MessageView message) {
        var content = message.content();
        var withdrawn = message.times().deletedAt() != null;
        var text = content.text() == null || content.text().isBlank() ? null : content.text();
        var kind = content.kind();
        var file = withdrawn ? null : files.apply(message);
        var plain = kind == MessageKind.TEXT
                || text != null
                || file != null
                || !content.media().isEmpty();
        return new ThreadBody(
                withdrawn ? null : text,
                withdrawn || plain ? null : reader.say("inbox.kind." + kind),
                file,
                message.reaction(),
                mark(message),
                withdrawn
                        ? List.of()
                        : content.media().stream()
                                .map(one -> medium(message, one))
                                .toList());
    }

    private @Nullable String mark(MessageView message) {
        if (message.times().deletedAt() != null) {
            return reader.say("inbox.withdrawn");
        }
        return message.times().editedAt() == null ? null : reader.say("inbox.edited");
    }

    private LineMedium medium(MessageView message, MediaView medium) {
        var kind = reader.say("inbox.medium." + medium.kind());
        return switch (medium.state()) {
            case STORED ->
                new LineMedium(
                        medium,
                        DashboardPaths.INBOX + "/" + message.conversation() + "/media/" + medium.id(),
                        Objects.requireNonNullElse(medium.fileName(), kind));
            case PENDING, REFUSED, FAILED ->
                new LineMedium(medium, null, kind + ": " + reader.say("inbox.media." + medium.state()));
        };
    }

    private @Nullable LineFate fate(MessageView message) {
        var delivery = message.delivery();
        if (delivery == null) {
            return null;
        }
        var status = delivery.status();
        return new LineFate(
                tone(status),
                icon(status),
                reader.say("inbox.delivery." + status),
                delivery.error() == null ? null : reason(delivery.error()),
                again(message, status));
    }

    /** What nobody confirmed is never sent again by itself, and what failed is not either. */
    private static boolean again(MessageView message, MessageStatus status) {
        return (status == MessageStatus.UNKNOWN || status == MessageStatus.FAILED)
                && message.content().kind() == MessageKind.TEXT
                && message.content().text() != null
                && message.times().deletedAt() == null;
    }

    private String reason(DeliveryError error) {
        var code = error.code();
        if (code.startsWith(OURS)) {
            return reader.fault(Violation.of(code));
        }
        var said = GraphError.of(code, null, "", null).explanation();
        return reader.fault(Violation.of("social.refused", code).said(said, List.of(code)));
    }

    private static String tone(MessageStatus status) {
        return switch (status) {
            case UNKNOWN -> "warning";
            case FAILED -> "bad";
            case READ, PLAYED -> "read";
            case QUEUED, SENT, DELIVERED -> "";
        };
    }

    private static String icon(MessageStatus status) {
        return switch (status) {
            case QUEUED -> "clock";
            case UNKNOWN -> "warning";
            case FAILED -> "bad";
            case SENT -> "check";
            case DELIVERED, READ, PLAYED -> "good";
        };
    }
}
