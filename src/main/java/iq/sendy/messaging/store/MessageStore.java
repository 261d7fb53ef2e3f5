package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.NewMessage;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages as they come and as they are sent; {@code message_once} decides whether one is new. */
@Component
public class MessageStore {

    private static final Columns<NewMessage> FRESH = Columns.of(NewMessage.class, "f")
            .uuid("id", NewMessage::id)
            .uuid("conversation_id", message -> message.place().conversation())
            .uuid("channel_id", message -> message.place().channel())
            .text("external_id", NewMessage::externalId)
            .text("direction", NewMessage::direction)
            .text("author_kind", message -> message.author().kind())
            .uuid("author_id", message -> message.author().id())
            .text("author_name", message -> message.author().name())
            .text("kind", message -> message.content().kind())
            .text("text", message -> message.content().text())
            .json("details", message -> message.content().details())
            .text("in_reply_to", message -> message.content().inReplyTo())
            .time("provider_at", NewMessage::providerAt)
            .bigint("number", message -> message.place().number())
            .text("status", NewMessage::status);

    /** Stores messages whose conversations are locked; a row for each that was new. */
    public Query<UUID> insert(StoreId store, Collection<NewMessage> messages, Instant now) {
        return Query.id("insert into messaging.message (store_id, status_at, created_at, " + FRESH.names() + """
                        )
                        select :store, case when f.status is not null then :now::timestamptz end, :now,\s"""
                        + FRESH.selected() + " from " + FRESH.table() + """

                        order by f.conversation_id, f.number
                        on conflict on constraint message_once do nothing
                        returning id
                        """)
                .param("store", store.value())
                .rows(FRESH, messages)
                .param("now", Sql.at(now));
    }
}
