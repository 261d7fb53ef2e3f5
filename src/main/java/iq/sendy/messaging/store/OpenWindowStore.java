package iq.sendy.messaging.store;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Windows in which Meta takes a free text for a phone. */
@Component
public class OpenWindowStore {

    /** A conversation that may be written in, and its channel. */
    public record OpenWindow(UUID conversation, UUID channel) {}

    /** Those at WhatsApp that are open until then at least, with a phone whose owner has proved it; the longest first. */
    public Query<OpenWindow> of(StoreId store, Phone phone, Instant until) {
        return Query.of(
                        """
                        select v.id, v.channel_id
                        from messaging.contact as k
                        join messaging.conversation as v on v.store_id = k.store_id and v.contact_id = k.id
                        where k.store_id = :store and k.phone = :phone and k.phone_proof in ('Sender', 'Shared')
                            and v.channel_type = 'WhatsApp' and v.window_expires_at > :until
                        order by v.window_expires_at desc, v.id
                        limit 20
                        """,
                        (row, _) -> new OpenWindow(
                                Objects.requireNonNull(row.getObject("id", UUID.class)),
                                Objects.requireNonNull(row.getObject("channel_id", UUID.class))))
                .param("store", store.value())
                .param("phone", phone.value())
                .param("until", Sql.at(until));
    }
}
