package iq.sendy.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.AuditLog.AuditEntry;
import iq.sendy.platform.audit.AuditLog.Wanted;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A log of years is read as quickly as one of a day. */
@Scenario
class AuditLogTest {

    private static final int ENTRIES = 3_000;

    @Autowired
    AuditLog log;

    @Autowired
    Backstage backstage;

    private StoreId store = StoreId.PLATFORM;

    @BeforeEach
    void open() {
        store = new StoreId(UUID.randomUUID());
    }

    /** Ten entries of each resource, one each minute. */
    private void writes() {
        backstage
                .jdbc()
                .sql("""
                        insert into platform.audit_entry
                            (store_id, seq, id, action, resource_type, resource_id, actor_kind, created_at)
                        select :store, n, gen_random_uuid(), 'order.updated', 'order', md5((n % 300)::text)::uuid, 'system',
                               timestamptz '2026-01-01' + make_interval(mins => n)
                        from generate_series(1, :entries) as n
                        """)
                .param("store", store.value())
                .param("entries", ENTRIES)
                .update();
        backstage.jdbc().sql("analyze platform.audit_entry").update();
    }

    private Page<AuditEntry> page(Wanted wanted) {
        return CurrentTenant.in(store, () -> log.list(store, wanted, Paging.first()));
    }

    private void counted(long entries) {
        backstage
                .jdbc()
                .sql("insert into platform.store_counter (store_id, name, value) values (:store, 'audit', :entries)")
                .param("store", store.value())
                .param("entries", entries)
                .update();
    }

    @Test
    void the_length_of_the_whole_log_is_its_last_number() {
        counted(7_000_000);

        assertThat(page(Wanted.ALL).totalCount()).isEqualTo(7_000_000);
        assertThat(page(new Wanted("order.updated", null, null, null, null, null))
                        .totalCount())
                .isZero();
    }

    @Test
    void what_happened_to_a_resource_is_found_by_it() {
        writes();

        assertThat(plan("resource_id = md5('7')::uuid")).contains("audit_entry_by_resource");
    }

    @Test
    void what_happened_at_a_time_is_found_by_it() {
        writes();

        assertThat(plan("created_at >= '2026-01-01 10:00+00' and created_at < '2026-01-01 10:05+00'"))
                .contains("audit_entry_by_time");
    }

    private String plan(String condition) {
        return String.join(
                "\n",
                backstage
                        .jdbc()
                        .sql("explain select seq from platform.audit_entry where store_id = '" + store + "' and "
                                + condition + " order by seq desc limit 21")
                        .query(String.class)
                        .list());
    }
}
