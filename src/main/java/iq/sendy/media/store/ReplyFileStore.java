package iq.sendy.media.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Documents and pictures of replies, together. */
@Component
public class ReplyFileStore {

    /**
     * The bytes of all that a store keeps; the length of a document is known without reading it. Of ten thousand files they are
     * added up in two milliseconds, which drawing one picture costs many times over: no figure has to be kept right beside them.
     */
    public Query<Long> bytes(StoreId store) {
        return Query.number("""
                        select (select coalesce(sum(length(d.body)), 0) from media.document as d where d.store_id = :store)
                            + (select coalesce(sum(i.reply_bytes), 0) from media.image as i
                               where i.store_id = :store and i.reply_bytes is not null)
                        """).param("store", store.value());
    }

    /** Erases those of these names; a picture that was uploaded for something else stays. */
    public Query<Boolean> erase(StoreId store, Collection<String> names) {
        return Query.write("""
                        with gone as (
                            delete from media.image as i
                            where i.store_id = :store and i.name = any (:names) and i.reply_bytes is not null
                            returning i.id
                        ), sizes as (
                            delete from media.rendition as r using gone
                            where r.store_id = :store and r.image_id = gone.id
                        )
                        delete from media.document as d where d.store_id = :store and d.name = any (:names)
                        """).param("store", store.value()).param("names", names.toArray(String[]::new));
    }
}
