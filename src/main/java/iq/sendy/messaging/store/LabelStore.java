package iq.sendy.messaging.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationLabel;
import iq.sendy.messaging.LabelCount;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Labels of conversations. */
@Component
public class LabelStore {

    private static final Columns<ConversationLabel> LABEL = Columns.of(ConversationLabel.class, "n")
            .text("folded", ConversationLabel::folded)
            .text("label", ConversationLabel::text);

    private static final Keyset<CountedLabel> ALPHABETICAL =
            Keyset.<CountedLabel>ascending().text("l.folded", CountedLabel::folded);

    /** A count, with what puts it in order. */
    public record CountedLabel(String folded, LabelCount count) {}

    public Query<String> of(StoreId store, UUID conversation) {
        return Query.of("""
                        select l.label from messaging.conversation_label as l
                        where l.store_id = :store and l.conversation_id = :id order by l.folded
                        """, (row, _) -> row.getString("label"))
                .param("store", store.value())
                .param("id", conversation);
    }

    public Query<Boolean> clear(StoreId store, UUID conversation) {
        return Query.write("delete from messaging.conversation_label where store_id = :store and conversation_id = :id")
                .param("store", store.value())
                .param("id", conversation);
    }

    /** Puts labels on a locked conversation that has none. */
    public Query<Boolean> put(StoreId store, UUID conversation, Collection<ConversationLabel> labels) {
        return Query.write("""
                        insert into messaging.conversation_label (store_id, conversation_id, folded, label)
                        select :store, :id, n.folded, n.label from\s""" + LABEL.table())
                .param("store", store.value())
                .param("id", conversation)
                .rows(LABEL, labels);
    }

    /** Other labels are a change of their conversation, too. */
    public Query<Boolean> touch(StoreId store, UUID conversation, Instant now) {
        return Query.write("update messaging.conversation set updated_at = :now where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", conversation)
                .param("now", Sql.at(now));
    }

    /** In alphabetical order, each as it is written most. */
    public Listing<CountedLabel> counts(StoreId store) {
        return Listing.select("l.folded, l.label, l.conversations", LabelStore::counted)
                .from("""
                        (select n.folded, mode() within group (order by n.label) as label, count(*) as conversations
                         from messaging.conversation_label as n where n.store_id = :store group by n.folded) as l
                        where true""", ALPHABETICAL)
                .param("store", store.value());
    }

    private static CountedLabel counted(ResultSet row, int index) throws SQLException {
        return new CountedLabel(
                row.getString("folded"), new LabelCount(row.getString("label"), row.getLong("conversations")));
    }
}
