package iq.sendy.media.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.DocumentPath;
import iq.sendy.media.KeptDocument;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Documents, which never change while they are there. */
@Component
public class DocumentStore {

    public Query<Boolean> insert(DocumentPath path, UUID id, String fileName, Bytes body, Instant now) {
        return Query.write("""
                        insert into media.document (store_id, id, name, file_name, body, created_at)
                        values (:store, :id, :name, :fileName, :body, :now)
                        """)
                .param("store", path.store().value())
                .param("id", id)
                .param("name", path.name())
                .param("fileName", fileName)
                .param("body", body.toArray())
                .param("now", Sql.at(now));
    }

    public Query<DocumentPath> path(StoreId store, UUID id) {
        return Query.of(
                        "select d.name from media.document as d where d.store_id = :store and d.id = :id",
                        (row, _) -> new DocumentPath(store, row.getString("name")))
                .param("store", store.value())
                .param("id", id);
    }

    public Query<KeptDocument> find(DocumentPath path) {
        return Query.of("""
                        select d.file_name, length(d.body) as size from media.document as d
                        where d.store_id = :store and d.name = :name
                        """, (row, _) -> new KeptDocument(row.getString("file_name"), row.getInt("size")))
                .param("store", path.store().value())
                .param("name", path.name());
    }

    /** A slice of its bytes, of which no other is read. */
    public Query<Bytes> slice(DocumentPath path, long from, int length) {
        return Query.of("""
                        select substring(d.body from :from for :length) as slice from media.document as d
                        where d.store_id = :store and d.name = :name
                        """, (row, _) -> Bytes.of(row.getBytes("slice")))
                .param("store", path.store().value())
                .param("name", path.name())
                .param("from", (int) from + 1)
                .param("length", length);
    }
}
