package iq.sendy.messaging.store;

import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.MessageDirection;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of conversations as records, with what a list shows of their contacts and newest messages. */
final class ConversationRows {

    /** Of {@link #FROM}. */
    static final String COLUMNS = """
            c.id, c.channel_id, c.channel_type, c.status, c.assigned_user_id, c.unread_count, c.waiting_since,
            c.snoozed_until, c.agent_paused_until, c.window_expires_at, c.last_message_at, c.created_at, c.updated_at,
            p.id as contact_id, p.name as contact_name, p.phone as contact_phone,
            (select i.value from messaging.contact_identity as i
             where i.store_id = c.store_id and i.contact_id = c.contact_id and i.channel_id = c.channel_id
             order by i.withdrawn_at is not null, i.kind desc, i.created_at desc, i.value limit 1) as external_id,
            array(select l.label from messaging.conversation_label as l
                  where l.store_id = c.store_id and l.conversation_id = c.id order by l.folded) as labels,
            case when m.deleted_at is null then m.text end as last_text, m.kind as last_kind,
            m.direction as last_direction, m.provider_at as last_at""";

    /** Each conversation once; add the conditions behind {@code where}. */
    static final String FROM = """
            messaging.conversation as c
            join messaging.contact as p on p.store_id = c.store_id and p.id = c.contact_id
            left join messaging.message as m on m.store_id = c.store_id and m.id = c.last_message_id""";

    private ConversationRows() {}

    static ConversationView view(ResultSet row, int index) throws SQLException {
        return new ConversationView(
                row.getObject("id", UUID.class),
                new ConversationView.ConversationChannel(
                        row.getObject("channel_id", UUID.class),
                        WireWord.of(ChannelType.class, row.getString("channel_type"))),
                WireWord.of(ConversationStatus.class, row.getString("status")),
                new ConversationView.ConversationContact(
                        row.getObject("contact_id", UUID.class),
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("external_id")),
                new ConversationView.StaffCare(
                        row.getObject("assigned_user_id", UUID.class),
                        row.getLong("unread_count"),
                        Sql.instantOrNull(row, "waiting_since"),
                        Sql.instantOrNull(row, "snoozed_until"),
                        Sql.instantOrNull(row, "agent_paused_until"),
                        Sql.texts(row, "labels")),
                newest(row),
                new ConversationView.ConversationTimes(
                        Sql.instantOrNull(row, "window_expires_at"),
                        Sql.instantOrNull(row, "last_message_at"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "updated_at")));
    }

    private static ConversationView.@Nullable NewestMessage newest(ResultSet row) throws SQLException {
        var kind = row.getString("last_kind");
        return kind == null
                ? null
                : new ConversationView.NewestMessage(
                        row.getString("last_text"),
                        WireWord.of(MessageKind.class, kind),
                        WireWord.of(MessageDirection.class, Objects.requireNonNull(row.getString("last_direction"))),
                        Sql.instant(row, "last_at"));
    }
}
