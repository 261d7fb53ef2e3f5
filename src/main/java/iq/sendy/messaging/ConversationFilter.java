package iq.sendy.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted; all that is given must hold.
 *
 * @param statuses empty for any
 * @param q a part of the contact's name, a phone in any form or its last four or more digits, or the whole of the name by
 *     which the service knows the contact
 * @param labels empty for any; one of them is enough
 * @param snoozed null leaves out what is put away, unless somebody searches
 */
public record ConversationFilter(
        List<ConversationStatus> statuses,
        @Nullable UUID channel,
        @Nullable String q,
        @Nullable Assignee assignee,
        List<String> labels,
        @Nullable Boolean unread,
        @Nullable SnoozeFilter snoozed) {

    /** To whom they are assigned. */
    public sealed interface Assignee {

        record Nobody() implements Assignee {}

        record Member(UUID id) implements Assignee {}
    }

    public static final ConversationFilter ANY =
            new ConversationFilter(List.of(), null, null, null, List.of(), null, SnoozeFilter.ANY);

    public ConversationFilter {
        statuses = List.copyOf(statuses);
        labels = labels.stream().map(ConversationLabel::folded).toList();
    }

    /** As it is meant where nothing was said. */
    public SnoozeFilter snoozing() {
        if (snoozed != null) {
            return snoozed;
        }
        return q == null ? SnoozeFilter.FALSE : SnoozeFilter.ANY;
    }
}
