package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.World.Backstage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The SQL that requests ran, judged: every statement keeps to one store, and the hot ones find an index. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class StatementRulesTest {

    private static final String ORDERS = "orders.customer_order";

    @Autowired
    Api api;

    @Autowired
    Trips trips;

    @Autowired
    Backstage backstage;

    private StatementRules rules = new StatementRules(Set.of(), Set.of());

    /** Each distinct statement with the call that ran it first. */
    private final Map<String, String> ran = new LinkedHashMap<>();

    /** How those would run that can be explained: all but such as set something or end a transaction. */
    private final Map<String, Plan> explained = new LinkedHashMap<>();

    /** Only in the simple protocol may an explained statement have parameters without values. */
    @AutoClose
    private SingleConnectionDataSource explaining;

    @BeforeAll
    void run_every_operation_on_a_store_of_some_thousand_orders() {
        rules = new StatementRules(tenantTables(), volatileFunctions());
        explaining = new SingleConnectionDataSource(backstage.url() + "&preferQueryMode=simple", true);
        var walk = new StatementWalk(api);
        walk.fill(backstage.jdbc());
        backstage.jdbc().sql("analyze").update();
        walk.calls()
                .forEach((name, call) -> trips.during(call).stream()
                        .flatMap(StatementRules::parts)
                        .forEach(part -> ran.putIfAbsent(part, name)));
        explain();
    }

    @Test
    void the_walk_reached_the_statements_of_orders() {
        assertThat(ran.keySet())
                .anyMatch(sql -> sql.contains("insert into orders.customer_order"))
                .anyMatch(sql -> sql.contains("insert into platform.audit_entry"))
                .anyMatch(sql -> sql.contains("update platform.kept_answer"))
                .anyMatch(sql -> sql.contains("for update"))
                .anyMatch(sql -> sql.contains("phone_backwards >= ?"));
    }

    @Test
    void every_statement_keeps_to_the_rules() {
        var faults = new LinkedHashMap<String, List<String>>();
        ran.forEach((sql, call) -> {
            var found = rules.faults(sql);
            if (!found.isEmpty()) {
                faults.put(call + ": " + sql, found);
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void every_scan_of_a_tenant_table_says_which_store() {
        var faults = new LinkedHashMap<String, List<String>>();
        explained.forEach((sql, plan) -> {
            var found = plan.scansWithoutStore(rules.tenantTables().stream());
            if (!found.isEmpty()) {
                faults.put(ran.get(sql) + ": " + sql, found);
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void no_statement_reads_orders_from_end_to_end() {
        var slow = new LinkedHashMap<String, List<String>>();
        explained.forEach((sql, plan) -> {
            var scans = plan.scansOf(ORDERS);
            if (scans.contains("Seq Scan")) {
                slow.put(ran.get(sql) + ": " + sql, scans);
            }
        });

        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select id from orders.customer_order where id = ?                                    | without store_id
            select set_config('app.store_id', ?, true)                                           | set_config
            set app.store_id = ''                                                                | set without local
            notify orders                                                                        | notify
            select pg_notify(?, ?)                                                               | notify
            select 1 from platform.kept_answer where store_id = ? and created_at < clock_timestamp() | clock_timestamp
            update orders.customer_order set public_id = gen_random_uuid()::text where store_id = ?  | gen_random_uuid
            with x as (delete from platform.kept_answer where store_id = ? and random() < 1) select  | random is volatile
            """)
    void a_wrong_statement_is_found(String sql, String fault) {
        assertThat(rules.faults(sql)).singleElement().asString().contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select o.id from orders.customer_order o where o.number = ?                                  | orders.customer_order
            select 1 from orders.customer_order o join orders.timeline_entry t on t.order_id = o.id where o.store_id = ? | orders.timeline_entry
            """)
    void a_scan_that_forgets_the_store_is_found(String sql, String table) {
        assertThat(plan(sql).scansWithoutStore(rules.tenantTables().stream()))
                .singleElement()
                .asString()
                .endsWith(table);
    }

    @Test
    void a_read_from_end_to_end_is_found() {
        var plan = plan("select id from orders.customer_order where notes = ?");

        assertThat(plan.scansOf(ORDERS)).containsExactly("Seq Scan");
    }

    private void explain() {
        ran.keySet().stream()
                .filter(sql -> !sql.startsWith("set local") && !sql.equals(Trips.COMMIT) && !sql.equals(Trips.ROLLBACK))
                .forEach(sql -> explained.put(sql, plan(sql)));
        assertThat(explained).isNotEmpty();
    }

    private Plan plan(String sql) {
        return Plan.of(JdbcClient.create(explaining), sql);
    }

    private Set<String> tenantTables() {
        var tables = backstage.jdbc().sql("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and c.relforcerowsecurity
                        """).query(String.class).list();
        assertThat(tables).contains(ORDERS, "platform.audit_entry", "platform.store_counter");
        return new TreeSet<>(tables);
    }

    private Set<String> volatileFunctions() {
        return new HashSet<>(backstage
                .jdbc()
                .sql("select distinct proname::text from pg_proc where provolatile = 'v' and prokind = 'f'")
                .query(String.class)
                .list());
    }
}
