package iq.sendy.storefront.store;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The directory of domains that are proved to be a store's. */
@Component
public class DomainDirectory {

    /** The store that a domain leads to. */
    public Query<StoreId> owner(String domain) {
        return Query.of(
                        "select store_id from storefront.domain where domain = :domain",
                        (row, _) -> new StoreId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .param("domain", domain);
    }

    /**
     * Enters a domain as the store's, unless another store's proof of it is still there: the primary key decides. No row when
     * it is.
     *
     * @param tokens all that the domain's record says at the moment
     */
    public Query<Boolean> claim(StoreId store, CustomDomain domain, Collection<String> tokens, Instant now) {
        return Query.write("""
                        insert into storefront.domain as d (domain, store_id, token, verified_at)
                        values (:domain, :store, :token, :now)
                        on conflict (domain) do update set store_id = :store, token = :token, verified_at = :now
                         where d.store_id = :store or d.token <> all (:tokens)
                        returning true
                        """)
                .param("domain", domain.name())
                .param("store", store.value())
                .param("token", domain.token())
                .param("tokens", tokens.toArray(String[]::new))
                .param("now", Sql.at(now));
    }

    /** What the store had proved is not its own any more. */
    public Query<Boolean> release(StoreId store) {
        return Query.write("delete from storefront.domain where store_id = :store")
                .param("store", store.value());
    }
}
