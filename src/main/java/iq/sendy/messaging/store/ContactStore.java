package iq.sendy.messaging.store;

import iq.sendy.kernel.SearchText;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ContactProof;
import iq.sendy.messaging.Correspondent;
import iq.sendy.messaging.KnownContact;
import iq.sendy.messaging.KnownIdentity;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Contacts with the names by which Meta knows them at a channel. */
@Component
public class ContactStore {

    private static final int LOCKS_OF_NAMES = 256;

    /** One name of one correspondent, who is known by the place in the list. */
    record NameUsed(int correspondent, Correspondent by, Identity identity) {}

    private record GivenName(Identity identity, UUID contact) {}

    static final Columns<NameUsed> NAMES_USED = Columns.of(NameUsed.class, "w")
            .integer("correspondent", NameUsed::correspondent)
            .bool("introduced", name -> name.by().isIntroduced())
            .time("used_at", name -> name.by().at())
            .text("kind", name -> name.identity().kind())
            .text("value", name -> name.identity().value());

    private static final Columns<Identity> NAMES =
            Columns.of(Identity.class, "w").text("kind", Identity::kind).text("value", Identity::value);

    private static final Columns<GivenName> GIVEN = Columns.of(GivenName.class, "f")
            .text("kind", given -> given.identity().kind())
            .text("value", given -> given.identity().value())
            .uuid("contact_id", GivenName::contact);

    private static final Columns<KnownContact> CHANGED = Columns.of(KnownContact.class, "n")
            .uuid("id", KnownContact::id)
            .text("name", KnownContact::name)
            .text("name_folded", contact -> contact.name() == null ? null : SearchText.fold(contact.name()))
            .text("phone", KnownContact::phone)
            .text("phone_proof", KnownContact::proof);

    static List<NameUsed> namesUsed(List<Correspondent> correspondents) {
        var names = new ArrayList<NameUsed>();
        for (var i = 0; i < correspondents.size(); i++) {
            for (var identity : correspondents.get(i).identities()) {
                names.add(new NameUsed(i, correspondents.get(i), identity));
            }
        }
        return names;
    }

    /** Those of the identities that are known, withdrawn ones too. */
    public Query<KnownIdentity> known(StoreId store, UUID channel, Collection<Identity> identities) {
        return Query.of("""
                        select i.kind, i.value, i.withdrawn_at, p.id, p.name, p.phone, p.phone_proof, p.created_at
                        from\s""" + NAMES.table() + """

                        join messaging.contact_identity as i
                            on i.store_id = :store and i.channel_id = :channel and i.kind = w.kind and i.value = w.value
                        join messaging.contact as p on p.store_id = :store and p.id = i.contact_id
                        """, ContactStore::known)
                .param("store", store.value())
                .param("channel", channel)
                .rows(NAMES, identities);
    }

    /**
     * Makes those who bring the same unknown identities come one after the other, until the transaction ends. PostgreSQL's
     * table of locks is shared by all stores, so that many identities share the few that a channel has.
     */
    public Query<Boolean> lockNames(StoreId store, UUID channel, Collection<Identity> identities) {
        var locks = identities.stream()
                .map(identity -> Math.floorMod(lock(identity.kind() + "|" + identity.value()), LOCKS_OF_NAMES))
                .distinct()
                .map(place -> lock(store + "|" + channel + "|names|" + place))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        return Query.write("select pg_advisory_xact_lock(l) from unnest(:locks::bigint[]) as l")
                .param("locks", locks);
    }

    public Query<Boolean> add(StoreId store, Collection<UUID> contacts, Instant now) {
        return Query.write("""
                        insert into messaging.contact (store_id, id, created_at, updated_at)
                        select :store, id, :now, :now from unnest(:ids::uuid[]) as id
                        """)
                .param("store", store.value())
                .param("ids", contacts.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }

    /** Gives identities to contacts; one that somebody else gave up is not theirs any more. */
    public Query<Boolean> name(StoreId store, UUID channel, Map<Identity, UUID> identities, Instant now) {
        var given = identities.entrySet().stream()
                .map(entry -> new GivenName(entry.getKey(), entry.getValue()))
                .toList();
        return Query.write("""
                        insert into messaging.contact_identity as i
                            (store_id, channel_id, kind, value, contact_id, created_at)
                        select :store, :channel, f.kind, f.value, f.contact_id, :now from\s""" + GIVEN.table() + """

                        order by f.kind, f.value
                        on conflict (store_id, channel_id, kind, value) do update
                            set contact_id = excluded.contact_id, withdrawn_at = null
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .rows(GIVEN, given)
                .param("now", Sql.at(now));
    }

    /** The identities prove nothing about who uses them from then on. */
    public Query<Boolean> withdraw(StoreId store, UUID channel, Collection<Identity> identities, Instant from) {
        return Query.write("""
                        update messaging.contact_identity as i set withdrawn_at = coalesce(i.withdrawn_at, :since)
                        from\s""" + NAMES.table() + """

                        where i.store_id = :store and i.channel_id = :channel and i.kind = w.kind and i.value = w.value
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .rows(NAMES, identities)
                .param("since", Sql.at(from));
    }

    /** What proved the phone of a contact proves it no more. */
    public Query<Boolean> disprove(StoreId store, UUID contact, Collection<String> phones, Instant now) {
        return Query.write("""
                        update messaging.contact as p set phone = null, phone_proof = null, updated_at = :now
                        where p.store_id = :store and p.id = :contact and p.phone = any (:phones)
                        """)
                .param("store", store.value())
                .param("contact", contact)
                .param("phones", phones.toArray(String[]::new))
                .param("now", Sql.at(now));
    }

    /** Opens a conversation for contacts that have none at the channel: closed, so that its first message opens it. */
    public Query<Boolean> converse(
            StoreId store, UUID channel, ChannelType type, Collection<UUID> contacts, List<UUID> ids, Instant now) {
        return Query.write("""
                        insert into messaging.conversation
                            (store_id, id, channel_id, channel_type, contact_id, status, created_at, updated_at)
                        select :store, f.id, :channel, :type, f.contact_id, 'Resolved', :now, :now
                        from unnest(:ids::uuid[], :contacts::uuid[]) as f (id, contact_id)
                        on conflict on constraint one_conversation_per_contact do nothing
                        """)
                .param("store", store.value())
                .param("channel", channel)
                .param("type", type.toString())
                .param("ids", ids.toArray(UUID[]::new))
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("now", Sql.at(now));
    }

    /** Writes what is known of contacts whose conversations are locked. */
    public Query<Boolean> save(StoreId store, Collection<KnownContact> contacts, Instant now) {
        return Query.write("""
                        update messaging.contact as p
                        set name = n.name, name_folded = n.name_folded, phone = n.phone, phone_proof = n.phone_proof,
                            updated_at = :now
                        from\s""" + CHANGED.table() + """

                        where p.store_id = :store and p.id = n.id
                        """)
                .param("store", store.value())
                .rows(CHANGED, contacts)
                .param("now", Sql.at(now));
    }

    static long lock(String name) {
        return ByteBuffer.wrap(Digests.sha256(name)).getLong();
    }

    private static KnownIdentity known(ResultSet row, int index) throws SQLException {
        var proof = row.getString("phone_proof");
        return new KnownIdentity(
                new Identity(WireWord.of(IdentityKind.class, row.getString("kind")), row.getString("value")),
                new KnownContact(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("phone"),
                        proof == null ? null : WireWord.of(ContactProof.class, proof),
                        Sql.instant(row, "created_at")),
                Sql.instantOrNull(row, "withdrawn_at"));
    }
}
