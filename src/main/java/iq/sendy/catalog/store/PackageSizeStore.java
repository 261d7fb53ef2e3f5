package iq.sendy.catalog.store;

import iq.sendy.catalog.PackageSize;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Package sizes; {@code one_default_package_size} holds that there is one default at most. */
@Component
public class PackageSizeStore {

    private static final String FROM = """
            select s.id, s.name, s.length_cm, s.width_cm, s.height_cm, s.max_weight_grams, s.is_default, s.created_at,
                   s.updated_at
            from catalog.package_size as s
            """;

    private static final RowMapper<PackageSize> VIEW = (row, _) -> new PackageSize(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getBigDecimal("length_cm"),
            row.getBigDecimal("width_cm"),
            row.getBigDecimal("height_cm"),
            (Long) row.getObject("max_weight_grams"),
            row.getBoolean("is_default"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("updated_at").toInstant());

    public Query<PackageSize> find(StoreId store, UUID size) {
        return Query.of(FROM + "where s.store_id = :store and s.id = :id", VIEW)
                .param("store", store.value())
                .param("id", size);
    }

    public Query<PackageSize> list(
            StoreId store, @Nullable Instant afterAt, @Nullable UUID after, long offset, int most) {
        return Query.of(FROM + """
                                where s.store_id = :store
                                    and (:after::uuid is null
                                        or (s.created_at, s.id) < (:afterAt::timestamptz, :after::uuid))
                                order by s.created_at desc, s.id desc offset :offset limit :most
                                """, VIEW)
                .param("store", store.value())
                .param("after", after)
                .param("afterAt", Sql.atOrNull(afterAt))
                .param("offset", offset)
                .param("most", most);
    }

    public Query<Long> count(StoreId store) {
        return Query.of("select count(*) from catalog.package_size where store_id = :store", (row, _) -> row.getLong(1))
                .param("store", store.value());
    }

    /** The present default, unless it is this one, is none any more; a statement of its own, because the index looks row by row. */
    public Query<Boolean> clearDefault(StoreId store, UUID but, Instant now) {
        return Query.write("""
                        update catalog.package_size set is_default = false, updated_at = :now
                        where store_id = :store and is_default and id <> :but
                        """).param("store", store.value()).param("but", but).param("now", Sql.at(now));
    }

    public Query<Boolean> insert(StoreId store, PackageSize size) {
        return withColumns(store, size, Query.write("""
                        insert into catalog.package_size
                            (store_id, id, name, length_cm, width_cm, height_cm, max_weight_grams, is_default, created_at,
                             updated_at)
                        values (:store, :id, :name, :length::numeric, :width::numeric, :height::numeric,
                                :weight::bigint, :isDefault, :now, :now)
                        """));
    }

    public Query<Boolean> update(StoreId store, PackageSize size) {
        return withColumns(store, size, Query.write("""
                        update catalog.package_size
                        set name = :name, length_cm = :length::numeric, width_cm = :width::numeric,
                            height_cm = :height::numeric, max_weight_grams = :weight::bigint, is_default = :isDefault,
                            updated_at = :now
                        where store_id = :store and id = :id
                        """));
    }

    public Query<UUID> delete(StoreId store, UUID size) {
        return Query.of(
                        "delete from catalog.package_size where store_id = :store and id = :id returning id",
                        (row, _) -> row.getObject(1, UUID.class))
                .param("store", store.value())
                .param("id", size);
    }

    private static Query<Boolean> withColumns(StoreId store, PackageSize size, Query<Boolean> statement) {
        return statement
                .param("store", store.value())
                .param("id", size.id())
                .param("name", size.name())
                .param("length", size.lengthCm())
                .param("width", size.widthCm())
                .param("height", size.heightCm())
                .param("weight", size.maxWeightGrams())
                .param("isDefault", size.isDefault())
                .param("now", Sql.at(size.updatedAt()));
    }
}
