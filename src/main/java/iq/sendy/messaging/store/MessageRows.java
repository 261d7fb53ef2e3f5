package iq.sendy.messaging.store;

import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageDirection;
import iq.sendy.messaging.MessageStatus;
import iq.sendy.messaging.MessageView;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of messages as records. */
final class MessageRows {

    /** Of {@code messaging.message as m}; of a withdrawn one what it said stays behind. */
    static final String COLUMNS = """
            m.id, m.conversation_id, m.direction, m.kind, case when m.deleted_at is null then m.text end as text,
            case when m.deleted_at is null then m.details end as details, m.in_reply_to, m.author_kind, m.author_id,
            m.author_name, m.status, m.status_at, m.error_code, m.error_message, m.reaction, m.provider_at, m.created_at,
            m.edited_at, m.deleted_at,
            """ + MediaRows.COLUMN;

    /**
     * Messages that people see: received, accepted by the provider, sent without anybody knowing whether it arrived, or
     * failed for a reason while nobody waited for it. One that waits never became part of its conversation.
     */
    static final String SHOWN = """
            (m.direction = 'Inbound' or m.status <> 'Queued'
                and (m.status <> 'Failed' or m.external_id is not null or m.error_code is not null))""";

    private MessageRows() {}

    static MessageView view(ResultSet row, int index) throws SQLException {
        var conversation = row.getObject("conversation_id", UUID.class);
        return new MessageView(
                row.getObject("id", UUID.class),
                conversation,
                WireWord.of(MessageDirection.class, row.getString("direction")),
                new MessageView.MessageContent(
                        WireWord.of(MessageKind.class, row.getString("kind")),
                        row.getString("text"),
                        row.getString("details"),
                        row.getString("in_reply_to"),
                        MediaRows.views(row, conversation)),
                new MessageView.MessageAuthor(
                        WireWord.of(AuthorKind.class, row.getString("author_kind")),
                        row.getObject("author_id", UUID.class),
                        row.getString("author_name")),
                delivery(row),
                row.getString("reaction"),
                new MessageView.MessageTimes(
                        Sql.instant(row, "provider_at"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "edited_at"),
                        Sql.instantOrNull(row, "deleted_at")));
    }

    private static MessageView.@Nullable MessageDelivery delivery(ResultSet row) throws SQLException {
        var status = row.getString("status");
        if (status == null) {
            return null;
        }
        var code = row.getString("error_code");
        return new MessageView.MessageDelivery(
                WireWord.of(MessageStatus.class, status),
                Sql.instantOrNull(row, "status_at"),
                code == null ? null : new MessageView.DeliveryError(code, row.getString("error_message")));
    }
}
