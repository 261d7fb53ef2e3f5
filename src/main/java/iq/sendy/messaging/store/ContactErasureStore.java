package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Erasure of a contact. Its conversations go to a contact who is nobody, and their messages stay without what they said: so
 * whoever holds a row of them finds it, a delivery that comes again finds its message, and the person who writes anew is new.
 */
@Component
public class ContactErasureStore {

    /** A name of a contact at a channel. */
    public record ChannelIdentity(UUID channel, Identity identity) {}

    /** The names of the contact; whoever brings one of them at the same time is waited for by them. */
    public Query<ChannelIdentity> names(StoreId store, UUID contact) {
        return Query.of(
                        """
                        select i.channel_id, i.kind, i.value from messaging.contact_identity as i
                        where i.store_id = :store and i.contact_id = :contact
                        order by i.channel_id, i.kind, i.value
                        """,
                        (row, _) -> new ChannelIdentity(
                                row.getObject("channel_id", UUID.class),
                                new Identity(
                                        WireWord.of(IdentityKind.class, row.getString("kind")),
                                        row.getString("value"))))
                .param("store", store.value())
                .param("contact", contact);
    }

    /** Locks the conversations with the contact, and says which they are. */
    public Query<UUID> lockConversations(StoreId store, UUID contact) {
        return Query.id("""
                        select c.id from messaging.conversation as c
                        where c.store_id = :store and c.contact_id = :contact order by c.id for update
                        """).param("store", store.value()).param("contact", contact);
    }

    /** Locks the contact; there is none who is gone. */
    public Query<UUID> lockContact(StoreId store, UUID contact) {
        return Query.id("""
                        select p.id from messaging.contact as p
                        where p.store_id = :store and p.id = :contact for update
                        """).param("store", store.value()).param("contact", contact);
    }

    /** Where the pictures and documents lie that were sent in these conversations. */
    public Query<String> files(StoreId store, Collection<UUID> conversations) {
        return Query.of("""
                        select distinct m.details ->> 'link' as link from messaging.message as m
                        where m.store_id = :store and m.conversation_id = any (:conversations)
                            and m.direction = 'Outbound' and m.details ->> 'link' is not null
                        """, (row, _) -> row.getString("link"))
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new));
    }

    /** The statements, in their order, that leave nothing by which the contact could be known; all of it is locked. */
    public List<Query<Boolean>> erase(
            StoreId store, UUID contact, UUID nobody, Collection<UUID> conversations, Instant now) {
        return List.of(
                of(store, contact, """
                        insert into messaging.contact (store_id, id, created_at, updated_at)
                        select p.store_id, :nobody, p.created_at, :now from messaging.contact as p
                        where p.store_id = :store and p.id = :contact
                        """).param("nobody", nobody).param("now", Sql.at(now)),
                of(store, contact, """
                        update messaging.conversation as c
                        set contact_id = :nobody, status = 'Resolved', unread_count = 0, waiting_since = null,
                            snoozed_until = null, agent_paused_until = null, window_expires_at = null, updated_at = :now
                        where c.store_id = :store and c.contact_id = :contact
                        """).param("nobody", nobody).param("now", Sql.at(now)),
                in(store, conversations, """
                        update messaging.message as m
                        set text = null, details = null, reaction = null, error_message = null,
                            author_name = case when m.author_kind = 'Customer' then null else m.author_name end,
                            deleted_at = coalesce(m.deleted_at, :now)
                        where m.store_id = :store and m.conversation_id = any (:conversations)
                        """).param("now", Sql.at(now)),
                in(store, conversations, """
                        delete from messaging.media as d
                        where d.store_id = :store and d.conversation_id = any (:conversations)
                        """),
                in(store, conversations, """
                        delete from messaging.note as n
                        where n.store_id = :store and n.conversation_id = any (:conversations)
                        """),
                in(store, conversations, """
                        delete from messaging.conversation_label as l
                        where l.store_id = :store and l.conversation_id = any (:conversations)
                        """),
                of(store, contact, """
                        delete from messaging.contact_identity as i
                        where i.store_id = :store and i.contact_id = :contact
                        """),
                of(store, contact, """
                        delete from messaging.contact as p where p.store_id = :store and p.id = :contact
                        """));
    }

    /**
     * What is still to be forgotten of somebody.
     *
     * @param names who it was, word for word
     * @param before when they were erased: whoever writes by one of the names afterwards is somebody new
     * @param behind the delivery as far as which it is done
     */
    public record NamesToForget(List<String> names, Instant before, UUID behind) {

        private static final UUID NONE = new UUID(0, 0);

        public NamesToForget {
            names = List.copyOf(names);
        }

        public static NamesToForget of(List<String> names, Instant before) {
            return new NamesToForget(names, before, NONE);
        }

        public NamesToForget from(UUID delivery) {
            return new NamesToForget(names, before, delivery);
        }
    }

    /**
     * Deletes, among so many deliveries, those that name somebody, with what they told of messages that are not here; what
     * waited to be read goes first through those who read it. A phone's digits and an id look the same however Meta spells a
     * delivery, but for a slash, which JSON may escape. Answers the last that was looked at, where more may come.
     */
    public Query<UUID> forget(StoreId store, NamesToForget whom, int most) {
        return Query.id("""
                        with looked as materialized (
                            select d.id, d.raw, d.processed_at from messaging.inbound_delivery as d
                            where d.store_id = :store and d.id > :behind order by d.id limit :most
                        ), forgotten as (
                            delete from messaging.inbound_delivery as d using looked as l
                            where d.store_id = :store and d.id = l.id and l.processed_at <= :before
                                and exists (
                                    select from unnest(:names::text[]) as n (name)
                                    where position(convert_to(n.name, 'UTF8') in l.raw) > 0
                                )
                            returning d.raw
                        ), unparked as (
                            delete from messaging.parked_update as p
                            where p.store_id = :store and exists (
                                select from forgotten as f
                                where position(convert_to(p.external_id, 'UTF8') in f.raw) > 0
                                    or position(convert_to(replace(p.external_id, '/', '\\/'), 'UTF8') in f.raw) > 0
                            )
                        )
                        select l.id from looked as l order by l.id offset :most - 1 limit 1
                        """)
                .param("store", store.value())
                .param("behind", whom.behind())
                .param("before", Sql.at(whom.before()))
                .param("names", whom.names().toArray(String[]::new))
                .param("most", most);
    }

    private static Query<Boolean> of(StoreId store, UUID contact, String sql) {
        return Query.write(sql).param("store", store.value()).param("contact", contact);
    }

    private static Query<Boolean> in(StoreId store, Collection<UUID> conversations, String sql) {
        return Query.write(sql)
                .param("store", store.value())
                .param("conversations", conversations.toArray(UUID[]::new));
    }
}
