package iq.sendy.catalog.store;

import iq.sendy.catalog.PackageSize;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.platform.sql.TableGateway;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Package sizes; {@code one_default_package_size} holds that there is one default at most. */
@Component
public class PackageSizeStore extends TableGateway<PackageSize> {

    private static final Columns<PackageSize> SIZE = Columns.of(PackageSize.class, "s")
            .uuid("id", PackageSize::id)
            .time("created_at", PackageSize::createdAt)
            .fixed()
            .time("updated_at", PackageSize::updatedAt)
            .text("name", PackageSize::name)
            .numeric("length_cm", PackageSize::lengthCm)
            .numeric("width_cm", PackageSize::widthCm)
            .numeric("height_cm", PackageSize::heightCm)
            .bigint("max_weight_grams", PackageSize::maxWeightGrams)
            .bool("is_default", PackageSize::isDefault);

    /** Newest first. */
    private static final Keyset<PackageSize> NEWEST = Keyset.newest("s", PackageSize::createdAt, PackageSize::id);

    private static final RowMapper<PackageSize> VIEW = (row, _) -> new PackageSize(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getBigDecimal("length_cm"),
            row.getBigDecimal("width_cm"),
            row.getBigDecimal("height_cm"),
            Sql.longOrNull(row, "max_weight_grams"),
            row.getBoolean("is_default"),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    PackageSizeStore() {
        super("catalog.package_size", SIZE, NEWEST, VIEW);
    }

    /** The present default, unless it is this one, is none any more; a statement of its own, because the index looks row by row. */
    public Query<Boolean> clearDefault(StoreId store, UUID but, Instant now) {
        return Query.write("""
                        update catalog.package_size set is_default = false, updated_at = :now
                        where store_id = :store and is_default and id <> :but
                        """).param("store", store.value()).param("but", but).param("now", Sql.at(now));
    }
}
