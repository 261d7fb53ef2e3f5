package iq.sendy.agent.store;

import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.agent.KnowledgeItem;
import iq.sendy.agent.KnowledgeTopic;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
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

/** Knowledge of a store that its people wrote. */
@Component
public class KnowledgeStore extends TableGateway<KnowledgeItem> {

    private static final Columns<KnowledgeItem> ITEM = Columns.of(KnowledgeItem.class, "k")
            .uuid("id", KnowledgeItem::id)
            .time("created_at", KnowledgeItem::createdAt)
            .fixed()
            .time("updated_at", KnowledgeItem::updatedAt)
            .text("topic", item -> item.text().topic())
            .text("question", item -> item.text().question())
            .text("answer", item -> item.text().answer())
            .text("language", item -> item.text().language());

    /** Newest first. */
    private static final Keyset<KnowledgeItem> NEWEST = Keyset.newest("k", KnowledgeItem::createdAt, KnowledgeItem::id);

    KnowledgeStore() {
        super("agent.knowledge_item", ITEM, NEWEST, KnowledgeStore::item);
    }

    /** All that there is. */
    public Query<KnowledgeItem> all(StoreId store) {
        return first(store, KnowledgeItem.MOST);
    }

    public Query<Long> count(StoreId store) {
        return Query.number("select count(*) from agent.knowledge_item where store_id = :store")
                .param("store", store.value());
    }

    private static KnowledgeItem item(ResultSet row, int index) throws SQLException {
        var language = row.getString("language");
        return new KnowledgeItem(
                row.getObject("id", UUID.class),
                new KnownText(
                        WireWord.of(KnowledgeTopic.class, row.getString("topic")),
                        row.getString("question"),
                        row.getString("answer"),
                        language == null ? null : WireWord.of(ReplyLanguage.class, language)),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
