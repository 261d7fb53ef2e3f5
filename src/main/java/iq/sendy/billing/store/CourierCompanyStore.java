package iq.sendy.billing.store;

import iq.sendy.billing.CourierCompany;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Keyset;
import iq.sendy.platform.sql.Listing;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Courier companies. */
@Component
public class CourierCompanyStore {

    private static final Columns<CourierCompany> COMPANY = Columns.of(CourierCompany.class, "c")
            .uuid("id", CourierCompany::id)
            .time("created_at", CourierCompany::createdAt)
            .fixed()
            .time("updated_at", CourierCompany::updatedAt)
            .text("name", CourierCompany::name)
            .text("phone", CourierCompany::phone)
            .text("notes", CourierCompany::notes)
            .bool("is_active", CourierCompany::isActive);

    private static final Keyset<CourierCompany> NEWEST =
            Keyset.newest("c", CourierCompany::createdAt, CourierCompany::id);

    private static final RowMapper<CourierCompany> ROW = (row, _) -> new CourierCompany(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            row.getString("name"),
            row.getString("phone"),
            row.getString("notes"),
            row.getBoolean("is_active"),
            Sql.instant(row, "created_at"),
            Sql.instant(row, "updated_at"));

    /** Newest first. */
    public Listing<CourierCompany> list() {
        return Listing.select(COMPANY.selected(), ROW).from("billing.courier_company as c where true", NEWEST);
    }

    public Query<CourierCompany> find(UUID company) {
        return one(company, "");
    }

    public Query<CourierCompany> lock(UUID company) {
        return one(company, " for update");
    }

    private static Query<CourierCompany> one(UUID company, String lock) {
        return Query.of(
                        "select " + COMPANY.selected() + " from billing.courier_company as c where c.id = :id" + lock,
                        ROW)
                .param("id", company);
    }

    public Query<Boolean> insert(CourierCompany company) {
        return Query.write("insert into billing.courier_company (" + COMPANY.names() + ") values (" + COMPANY.values()
                        + ")")
                .row(COMPANY, company);
    }

    public Query<Boolean> update(CourierCompany company) {
        return Query.write("update billing.courier_company set " + COMPANY.assignments() + " where id = :id")
                .param("id", company.id())
                .row(COMPANY, company);
    }
}
