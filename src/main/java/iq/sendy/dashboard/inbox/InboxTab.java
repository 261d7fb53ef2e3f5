package iq.sendy.dashboard.inbox;

import iq.sendy.messaging.ConversationFilter;
import iq.sendy.messaging.ConversationFilter.Assignee;
import iq.sendy.messaging.ConversationSort;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.SnoozeFilter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tabs of the inbox: which conversations are there, and in which order. */
enum InboxTab {
    /** Those in which a customer waits for a person, the longest first. */
    WAITING("waiting"),
    UNREAD("unread"),
    MINE("mine"),
    SNOOZED("snoozed"),
    ALL("all");

    private final String word;

    InboxTab(String word) {
        this.word = word;
    }

    /** The one that is asked for; what waits, where it is none. */
    static InboxTab of(String wanted) {
        return Arrays.stream(values())
                .filter(tab -> tab.word.equals(wanted))
                .findFirst()
                .orElse(WAITING);
    }

    public String word() {
        return word;
    }

    ConversationSort sort() {
        return this == WAITING ? ConversationSort.WAITING : ConversationSort.LAST_MESSAGE;
    }

    /** @param q whoever searches looks everywhere; null while nobody does */
    ConversationFilter filter(UUID reader, @Nullable String q) {
        return switch (this) {
            case WAITING ->
                new ConversationFilter(List.of(ConversationStatus.OPEN), null, q, null, List.of(), null, null);
            case UNREAD -> new ConversationFilter(List.of(), null, q, null, List.of(), true, null);
            case MINE ->
                new ConversationFilter(
                        List.of(ConversationStatus.PENDING, ConversationStatus.OPEN),
                        null,
                        q,
                        new Assignee.Member(reader),
                        List.of(),
                        null,
                        null);
            case SNOOZED -> new ConversationFilter(List.of(), null, q, null, List.of(), null, SnoozeFilter.TRUE);
            case ALL -> new ConversationFilter(List.of(), null, q, null, List.of(), null, SnoozeFilter.ANY);
        };
    }
}
