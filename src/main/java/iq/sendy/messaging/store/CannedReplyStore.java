package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.CannedReply;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.TableGateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Canned replies of a store. */
@Component
public class CannedReplyStore extends TableGateway<CannedReply> {

    private static final Columns<CannedReply> REPLY = Columns.of(CannedReply.class, "r")
            .uuid("id", CannedReply::id)
            .time("created_at", CannedReply::createdAt)
            .fixed()
            .time("updated_at", CannedReply::updatedAt)
            .text("shortcut", reply -> reply.details().shortcut())
            .text("shortcut_folded", reply -> reply.details().folded())
            .text("text", reply -> reply.details().text())
            .text("language", reply -> reply.details().language());

    /** Newest first. */
    private static final Keyset<CannedReply> NEWEST = Keyset.newest("r", CannedReply::createdAt, CannedReply::id);

    CannedReplyStore() {
        super("messaging.canned_reply", REPLY, NEWEST, CannedReplyStore::reply);
    }

    /** No row when the shortcut is taken: {@code one_reply_per_shortcut} decides. */
    @Override
    public Query<Boolean> insert(StoreId store, CannedReply reply) {
        return Query.write("insert into messaging.canned_reply (store_id, " + REPLY.names() + ") values (:store, "
                        + REPLY.values() + ") on conflict (store_id, shortcut_folded) do nothing returning true")
                .param("store", store.value())
                .row(REPLY, reply);
    }

    /** What has the shortcut of this. */
    public Query<CannedReply> under(StoreId store, CannedReply.CannedReplyDetails details) {
        return Query.of("select " + REPLY.selected() + """
                         from messaging.canned_reply as r
                        where r.store_id = :store and r.shortcut_folded = :folded
                        """, CannedReplyStore::reply)
                .param("store", store.value())
                .param("folded", details.folded());
    }

    /** A row when another reply than this has the shortcut. */
    public Query<Boolean> shortcutTaken(StoreId store, CannedReply reply) {
        return Query.write("""
                        select true from messaging.canned_reply
                        where store_id = :store and shortcut_folded = :folded and id <> :but
                        """)
                .param("store", store.value())
                .param("folded", reply.details().folded())
                .param("but", reply.id());
    }

    private static CannedReply reply(ResultSet row, int index) throws SQLException {
        var language = row.getString("language");
        return new CannedReply(
                row.getObject("id", UUID.class),
                new CannedReply.CannedReplyDetails(
                        row.getString("shortcut"),
                        row.getString("text"),
                        language == null ? null : WireWord.of(ReplyLanguage.class, language)),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
