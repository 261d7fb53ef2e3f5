package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.NoteView;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Internal notes on conversations. */
@Component
public class NoteStore {

    private static final Columns<NoteView> NOTE = Columns.of(NoteView.class, "n")
            .uuid("id", NoteView::id)
            .text("text", NoteView::text)
            .text("author_kind", note -> note.author().kind())
            .uuid("author_id", note -> note.author().id())
            .text("author_name", note -> note.author().name())
            .time("created_at", NoteView::createdAt);

    public Query<Boolean> insert(StoreId store, UUID conversation, NoteView note) {
        return Query.write("insert into messaging.note (store_id, conversation_id, " + NOTE.names()
                        + ") values (:store, :conversation, " + NOTE.values() + ")")
                .param("store", store.value())
                .param("conversation", conversation)
                .row(NOTE, note);
    }

    /** Oldest first. */
    public Query<NoteView> of(StoreId store, UUID conversation) {
        return Query.of("select " + NOTE.selected() + """
                         from messaging.note as n
                        where n.store_id = :store and n.conversation_id = :id order by n.created_at, n.id
                        """, NoteStore::view)
                .param("store", store.value())
                .param("id", conversation);
    }

    /** The newest, the newest first. */
    public Query<NoteView> newest(StoreId store, UUID conversation, int most) {
        return Query.of("select " + NOTE.selected() + """
                         from messaging.note as n
                        where n.store_id = :store and n.conversation_id = :id
                        order by n.created_at desc, n.id desc limit :most
                        """, NoteStore::view)
                .param("store", store.value())
                .param("id", conversation)
                .param("most", most);
    }

    private static NoteView view(ResultSet row, int index) throws SQLException {
        return new NoteView(
                row.getObject("id", UUID.class),
                row.getString("text"),
                new NoteView.NoteAuthor(
                        row.getString("author_kind"),
                        row.getObject("author_id", UUID.class),
                        row.getString("author_name")),
                Sql.instant(row, "created_at"));
    }
}
