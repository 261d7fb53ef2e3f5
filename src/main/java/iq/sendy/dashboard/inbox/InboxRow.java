package iq.sendy.dashboard.inbox;

import iq.sendy.messaging.ConversationView;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a row of the list.
 *
 * @param said what was said last, or what it was
 * @param ours whether the shop said it
 * @param age of what counts: how long somebody waits, else how old the newest message is
 * @param keeper who has it; null while nobody does
 * @param current whether it is the one that is open beside the list
 */
record InboxRow(
        ConversationView conversation,
        String url,
        String name,
        String said,
        boolean ours,
        @Nullable String age,
        @Nullable String keeper,
        boolean current) {}
