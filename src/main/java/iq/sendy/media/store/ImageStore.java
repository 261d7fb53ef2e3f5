package iq.sendy.media.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImageType;
import iq.sendy.media.ImageView;
import iq.sendy.media.Rendition;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Pictures and the sizes they are kept in. Neither changes once it is there, so whoever has one need not ask again. */
@Component
public class ImageStore {

    private static final Columns<Rendition> SIZE = Columns.of(Rendition.class, "s")
            .integer("width", Rendition::width)
            .integer("height", Rendition::height)
            .bytes("body", size -> size.body().toArray());

    public Query<Boolean> insert(StoreId store, ImageView image, Instant now) {
        return Query.write("""
                        insert into media.image (store_id, id, name, type, width, height, created_at)
                        values (:store, :id, :name, :type, :width, :height, :now)
                        """)
                .param("store", store.value())
                .param("id", image.id())
                .param("name", image.name())
                .param("type", image.type().toString())
                .param("width", image.width())
                .param("height", image.height())
                .param("now", Sql.at(now));
    }

    public Query<Boolean> insertSizes(StoreId store, UUID image, List<Rendition> sizes) {
        return Query.write("""
                        insert into media.rendition (store_id, image_id, width, height, body)
                        select :store, :image, s.width, s.height, s.body
                        from\s""" + SIZE.table())
                .param("store", store.value())
                .param("image", image)
                .rows(SIZE, sizes);
    }

    public Query<Rendition> find(StoreId store, String name, ImageType type, int width, int known) {
        return Query.of(
                        """
                        select r.width, r.height, case when r.width = :known then ''::bytea else r.body end as body
                        from media.image as i
                        join media.rendition as r on r.store_id = :store and r.image_id = i.id
                        where i.store_id = :store and i.name = :name and i.type = :type
                            and (r.width >= :width or r.width = i.width)
                        order by r.width limit 1
                        """,
                        (row, _) -> new Rendition(
                                row.getInt("width"), row.getInt("height"), Bytes.of(row.getBytes("body"))))
                .param("store", store.value())
                .param("name", name)
                .param("type", type.toString())
                .param("width", width)
                .param("known", known);
    }
}
