package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ExportedContact;
import iq.sendy.messaging.ExportedIdentity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is told of a contact beside its conversations. */
@Component
public class ContactExportStore {

    public Query<ExportedContact> contact(StoreId store, UUID contact) {
        return of(
                Query.of(
                        """
                                select p.id, p.name, p.phone, p.phone_proof, p.created_at from messaging.contact as p
                                where p.store_id = :store and p.id = :contact
                                """,
                        (row, _) -> new ExportedContact(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("phone"),
                                row.getString("phone_proof"),
                                Sql.instant(row, "created_at"),
                                List.of(),
                                List.of(),
                                List.of())),
                store,
                contact);
    }

    public Query<ExportedIdentity> identities(StoreId store, UUID contact) {
        return of(
                Query.of(
                        """
                        select i.channel_id, i.kind, i.value, i.created_at from messaging.contact_identity as i
                        where i.store_id = :store and i.contact_id = :contact
                        order by i.created_at, i.kind, i.value
                        """,
                        (row, _) -> new ExportedIdentity(
                                row.getObject("channel_id", UUID.class),
                                WireWord.of(IdentityKind.class, row.getString("kind")),
                                row.getString("value"),
                                Sql.instant(row, "created_at"))),
                store,
                contact);
    }

    public Query<UUID> conversations(StoreId store, UUID contact) {
        return of(Query.id("""
                        select c.id from messaging.conversation as c
                        where c.store_id = :store and c.contact_id = :contact order by c.created_at, c.id
                        """), store, contact);
    }

    private static <R> Query<R> of(Query<R> query, StoreId store, UUID contact) {
        return query.param("store", store.value()).param("contact", contact);
    }
}
