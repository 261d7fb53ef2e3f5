package iq.sendy.messaging.store;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationFilter;
import iq.sendy.messaging.ConversationFilter.Assignee;
import iq.sendy.messaging.ConversationSort;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.MessageView;
import iq.sendy.messaging.SnoozeFilter;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations and messages as they are read. */
@Component
public class InboxStore {

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 15;

    private static final Keyset<ConversationView> NEWEST =
            Keyset.newest("c", conversation -> conversation.times().createdAt(), ConversationView::id);

    private static final Keyset<ConversationView> LAST_WRITTEN_IN = Keyset.<ConversationView>descending()
            .time(
                    "c.last_message_at",
                    conversation -> Objects.requireNonNull(conversation.times().lastMessageAt()))
            .uuid("c.id", ConversationView::id);

    private static final Keyset<ConversationView> WAITING_LONGEST = Keyset.<ConversationView>ascending()
            .time(
                    "c.waiting_since",
                    conversation -> Objects.requireNonNull(conversation.care().waitingSince()))
            .uuid("c.id", ConversationView::id);

    public Query<ConversationView> find(StoreId store, UUID conversation) {
        return Query.of(
                        "select " + ConversationRows.COLUMNS + " from " + ConversationRows.FROM
                                + " where c.store_id = :store and c.id = :id",
                        ConversationRows::view)
                .param("store", store.value())
                .param("id", conversation);
    }

    public Query<ConversationView> byIds(StoreId store, Collection<UUID> ids) {
        return Query.of(
                        "select " + ConversationRows.COLUMNS + " from " + ConversationRows.FROM
                                + " where c.store_id = :store and c.id = any (:ids)",
                        ConversationRows::view)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** All that may be seen of a conversation, by the provider's time, the oldest first. */
    public Query<MessageView> messages(StoreId store, UUID conversation) {
        return Query.of(
                        "select " + MessageRows.COLUMNS
                                + " from messaging.message as m where m.store_id = :store and m.conversation_id = :id and "
                                + MessageRows.SHOWN + " order by m.provider_at, m.number",
                        MessageRows::view)
                .param("store", store.value())
                .param("id", conversation);
    }

    /** The newest that may be seen of a conversation, the newest first. */
    public Query<MessageView> newestMessages(StoreId store, UUID conversation, int most) {
        return Query.of(
                        "select " + MessageRows.COLUMNS
                                + " from messaging.message as m where m.store_id = :store and m.conversation_id = :id and "
                                + MessageRows.SHOWN + " order by m.provider_at desc, m.number desc limit :most",
                        MessageRows::view)
                .param("store", store.value())
                .param("id", conversation)
                .param("most", most);
    }

    /** When a person answered last; no row where none ever did. */
    public Query<Instant> answered(StoreId store, UUID conversation) {
        return Query.of(
                        """
                        select m.created_at from messaging.message as m
                        where m.store_id = :store and m.conversation_id = :id
                            and m.author_kind in ('Staff', 'NativeApp') and\s""" + MessageRows.SHOWN + " order by m.created_at desc limit 1",
                        (row, _) -> Sql.instant(row, "created_at"))
                .param("store", store.value())
                .param("id", conversation);
    }

    /** Messages that may be seen. */
    public Query<MessageView> messagesByIds(StoreId store, Collection<UUID> ids) {
        return Query.of(
                        "select " + MessageRows.COLUMNS
                                + " from messaging.message as m where m.store_id = :store and m.id = any (:ids) and "
                                + MessageRows.SHOWN,
                        MessageRows::view)
                .param("store", store.value())
                .param("ids", ids.toArray(UUID[]::new));
    }

    /** How many wait for a person; beyond a thousand nobody counts. */
    public Query<Long> waiting(StoreId store, Instant now) {
        return counted(store, now, "c.waiting_since is not null and c.status = 'Open'");
    }

    /** How many have something that nobody has seen; as far as {@link #waiting} counts. */
    public Query<Long> unread(StoreId store, Instant now) {
        return counted(store, now, "c.unread_count > 0");
    }

    private static Query<Long> counted(StoreId store, Instant now, String condition) {
        return Query.number(
                        "select count(*) from (select 1 from messaging.conversation as c where c.store_id = :store and "
                                + condition + snoozed(SnoozeFilter.FALSE) + " limit 1000) as w")
                .param("store", store.value())
                .param("now", Sql.at(now));
    }

    public Listing<ConversationView> list(
            StoreId store, ConversationFilter filter, ConversationSort sort, Instant now) {
        var conditions = " where c.store_id = :store" + there(sort) + assigned(filter.assignee())
                + unread(filter.unread()) + snoozed(filter.snoozing()) + searched(filter.q());
        var statuses = filter.statuses();
        var listing = Listing.select(ConversationRows.COLUMNS, ConversationRows::view)
                .from(ConversationRows.FROM + conditions, order(sort))
                .countedFrom("messaging.conversation as c" + conditions)
                .countedOnPagesByNumber()
                .param("store", store.value())
                .param("now", Sql.at(now))
                .and("c.channel_id = :channel", "channel", filter.channel())
                .and("""
                        exists (select 1 from messaging.conversation_label as w
                                where w.store_id = c.store_id and w.conversation_id = c.id and w.folded = any (:labels))
                        """, "labels", filter.labels().toArray(String[]::new));
        if (filter.assignee() instanceof Assignee.Member(var member)) {
            listing.param("member", member);
        }
        if (filter.q() != null) {
            nameSearch(listing, filter.q());
        }
        // One status is read in the order of its index; several are not.
        return statuses.size() == 1
                ? listing.and(
                        "c.status = :status", "status", statuses.getFirst().toString())
                : listing.and("c.status = any (:statuses)", "statuses", Sql.words(statuses));
    }

    private static Keyset<ConversationView> order(ConversationSort sort) {
        return switch (sort) {
            case CREATED_AT -> NEWEST;
            case LAST_MESSAGE -> LAST_WRITTEN_IN;
            case WAITING -> WAITING_LONGEST;
        };
    }

    /** A list has what its order has a place for: nobody waits in a conversation that was answered. */
    private static String there(ConversationSort sort) {
        return switch (sort) {
            case CREATED_AT -> "";
            case LAST_MESSAGE -> " and c.last_message_at is not null";
            case WAITING -> " and c.waiting_since is not null";
        };
    }

    private static String assigned(@Nullable Assignee assignee) {
        return switch (assignee) {
            case null -> "";
            case Assignee.Nobody _ -> " and c.assigned_user_id is null";
            case Assignee.Member _ -> " and c.assigned_user_id = :member";
        };
    }

    private static String unread(@Nullable Boolean unread) {
        if (unread == null) {
            return "";
        }
        return unread ? " and c.unread_count > 0" : " and c.unread_count = 0";
    }

    private static String snoozed(SnoozeFilter snoozed) {
        return switch (snoozed) {
            case TRUE -> " and c.snoozed_until > :now";
            case FALSE -> " and (c.snoozed_until is null or c.snoozed_until <= :now)";
            case ANY -> "";
        };
    }

    private static String searched(@Nullable String q) {
        if (q == null) {
            return "";
        }
        var name = SearchText.fold(q).isEmpty() ? "false" : "position(:folded in f.name_folded) > 0";
        // As a range: behind row level security a LIKE would be a filter, row by row.
        var phone = lastDigits(q) == null
                ? ""
                : " or (f.phone_backwards >= :lastDigits and f.phone_backwards < :afterThem)";
        return """
                 and c.contact_id in (
                     select f.id from messaging.contact as f where f.store_id = :store and (%s%s)
                     union all
                     select g.contact_id from messaging.contact_identity as g where g.store_id = :store and g.value = :q)
                """.formatted(name, phone);
    }

    private static void nameSearch(Listing<ConversationView> listing, String q) {
        var digits = lastDigits(q);
        listing.param("q", q)
                .param("folded", SearchText.fold(q))
                .param("lastDigits", digits)
                .param("afterThem", digits == null ? null : digits + ":");
    }

    /** A phone in any form, or its last digits, backwards; null when the text is neither. */
    private static @Nullable String lastDigits(String q) {
        var digits = Phone.parse(q).map(Phone::value).orElse(Digits.toAscii(q));
        return digits.length() >= LEAST_DIGITS && Digits.only(digits, MOST_DIGITS)
                ? new StringBuilder(digits).reverse().toString()
                : null;
    }
}
