package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.platform.sql.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages of customers as Meta knows them. */
@Component
public class WrittenMessageStore {

    /** The name by which the contact of {@code c} is written to. */
    static final String NAME = """

            select i.kind, i.value
            from messaging.contact_identity as i
            join messaging.contact as p on p.store_id = :store and p.id = i.contact_id
            where i.store_id = :store and i.contact_id = c.contact_id and i.channel_id = c.channel_id
                and i.withdrawn_at is null
            order by (i.kind = 'WaId' and i.value is not distinct from p.phone) desc,
                     i.created_at desc, (i.kind = 'WaId') desc
            limit 1
            """;

    /**
     * A message of a customer, as Meta knows it and them.
     *
     * @param by the name by which the customer is written to
     */
    public record WrittenMessage(UUID channel, MessageRecipient by, String externalId) {}

    /** No row where it or its sender is no more. */
    public Query<WrittenMessage> written(StoreId store, UUID message) {
        return Query.of("""
                        select c.channel_id, name.kind, name.value, m.external_id
                        from messaging.message as m
                        join messaging.conversation as c on c.store_id = :store and c.id = m.conversation_id
                        cross join lateral (""" + NAME + """
                        ) as name
                        where m.store_id = :store and m.id = :id and m.external_id is not null
                        """, WrittenMessageStore::written)
                .param("store", store.value())
                .param("id", message);
    }

    private static WrittenMessage written(ResultSet row, int index) throws SQLException {
        return new WrittenMessage(
                Objects.requireNonNull(row.getObject("channel_id", UUID.class)),
                new MessageRecipient(WireWord.of(IdentityKind.class, row.getString("kind")), row.getString("value")),
                Objects.requireNonNull(row.getString("external_id")));
    }
}
