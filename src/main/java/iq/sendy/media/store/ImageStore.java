package iq.sendy.media.store;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImagePath;
import iq.sendy.media.ImageSizes;
import iq.sendy.media.ImageType;
import iq.sendy.media.ImageView;
import iq.sendy.media.Rendition;
import iq.sendy.media.SizedImage;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pictures and the sizes they are kept in. Neither changes once it is there, so whoever has one need not ask again. */
@Component
public class ImageStore {

    private static final Columns<Rendition> SIZE = Columns.of(Rendition.class, "s")
            .integer("width", Rendition::width)
            .integer("height", Rendition::height)
            .bytes("body", size -> size.body().toArray());

    /**
     * Answers its id; nothing where it is there already.
     *
     * @param replyBytes of one that goes out with a reply: the bytes of all its sizes
     */
    public Query<UUID> insert(StoreId store, ImageView image, @Nullable Long replyBytes, Instant now) {
        return Query.id("""
                        insert into media.image (store_id, id, name, type, width, height, reply_bytes, created_at)
                        values (:store, :id, :name, :type, :width, :height, :replyBytes, :now)
                        on conflict (store_id, id) do nothing returning id
                        """)
                .param("store", store.value())
                .param("id", image.id())
                .param("name", image.name())
                .param("type", image.type().toString())
                .param("width", image.width())
                .param("height", image.height())
                .param("replyBytes", replyBytes)
                .param("now", Sql.at(now));
    }

    public Query<ImageView> image(StoreId store, UUID id) {
        return Query.of(
                        """
                        select i.id, i.name, i.type, i.width, i.height from media.image as i
                        where i.store_id = :store and i.id = :id
                        """,
                        (row, _) -> new ImageView(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                type(row),
                                row.getInt("width"),
                                row.getInt("height")))
                .param("store", store.value())
                .param("id", id);
    }

    /** The sizes of a picture that is there; those that are there too stay. */
    public Query<Boolean> insertSizes(StoreId store, UUID image, List<Rendition> sizes) {
        return Query.write("""
                        insert into media.rendition (store_id, image_id, width, height, body)
                        select :store, :image, s.width, s.height, s.body
                        from\s""" + SIZE.table() + " on conflict (store_id, image_id, width) do nothing")
                .param("store", store.value())
                .param("image", image)
                .rows(SIZE, sizes);
    }

    public Query<Rendition> find(StoreId store, String name, List<ImageType> types, int width, int known) {
        return Query.of(
                        """
                        select r.width, r.height, case when r.width = :known then ''::bytea else r.body end as body
                        from media.image as i
                        join media.rendition as r on r.store_id = :store and r.image_id = i.id
                        where i.store_id = :store and i.name = :name and i.type = any(:types)
                            and (r.width >= :width or r.width = i.width)
                        order by r.width limit 1
                        """,
                        (row, _) -> new Rendition(
                                row.getInt("width"), row.getInt("height"), Bytes.of(row.getBytes("body"))))
                .param("store", store.value())
                .param("name", name)
                .param("types", types.stream().map(ImageType::toString).toArray(String[]::new))
                .param("width", width)
                .param("known", known);
    }

    /** One row for each of the addresses whose picture is here. */
    public Query<SizedImage> sizes(StoreId store, Map<String, ImagePath> byUrl) {
        return Query.of("""
                        select u.url, i.name, i.type, i.width, i.height,
                            array(select r.width from media.rendition as r
                                where r.store_id = :store and r.image_id = i.id order by r.width) as kept
                        from unnest(:urls::text[], :names::text[], :types::text[]) as u (url, name, type)
                        join media.image as i on i.store_id = :store and i.name = u.name and i.type = u.type
                        """, (row, _) -> sized(store, row))
                .param("store", store.value())
                .param("urls", byUrl.keySet().toArray(String[]::new))
                .param("names", byUrl.values().stream().map(ImagePath::name).toArray(String[]::new))
                .param(
                        "types",
                        byUrl.values().stream()
                                .map(path -> path.type().toString())
                                .toArray(String[]::new));
    }

    private static SizedImage sized(StoreId store, ResultSet row) throws SQLException {
        var path = new ImagePath(store, row.getString("name"), type(row));
        var kept = (Integer[]) row.getArray("kept").getArray();
        return new SizedImage(
                row.getString("url"),
                ImageSizes.of(path.toString(), row.getInt("width"), row.getInt("height"), List.of(kept)));
    }

    private static ImageType type(ResultSet row) throws SQLException {
        return ImageType.of(row.getString("type")).orElseThrow();
    }
}
