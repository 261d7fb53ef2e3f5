package iq.sendy.media.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.DocumentPath;
import iq.sendy.media.KeptDocument;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Documents, which never change once they are there. */
@Component
public class DocumentStore {

    public Query<Boolean> insert(DocumentPath path, UUID id, KeptDocument document, Instant now) {
        return Query.write("""
                        insert into media.document (store_id, id, name, file_name, body, created_at)
                        values (:store, :id, :name, :fileName, :body, :now)
                        """)
                .param("store", path.store().value())
                .param("id", id)
                .param("name", path.name())
                .param("fileName", document.fileName())
                .param("body", document.body().toArray())
                .param("now", Sql.at(now));
    }

    public Query<KeptDocument> find(DocumentPath path) {
        return Query.of(
                        "select d.file_name, d.body from media.document as d where d.store_id = :store and d.name = :name",
                        (row, _) -> new KeptDocument(row.getString("file_name"), Bytes.of(row.getBytes("body"))))
                .param("store", path.store().value())
                .param("name", path.name());
    }

    public Query<String> fileName(DocumentPath path) {
        return Query.of(
                        "select d.file_name from media.document as d where d.store_id = :store and d.name = :name",
                        (row, _) -> row.getString("file_name"))
                .param("store", path.store().value())
                .param("name", path.name());
    }
}
