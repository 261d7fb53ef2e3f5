package iq.sendy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Market;
import iq.sendy.Scenario;
import iq.sendy.catalog.ProductSheet.ProductLines;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import of many products costs for each of them. */
@Scenario
class ManyProductsTest {

    private static final List<String> SCANS = List.of("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan");

    /** It is five; where the tables have a page, as many more as rows may come before a session plans anew. */
    private static final int MOST_READ = 500;

    @Autowired
    Market market;

    @Autowired
    ProductImports imports;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_product_costs_as_much_among_many_whatever_the_session_had_planned_before() {
        var store = new StoreId(market.opens().id());
        CurrentTenant.in(store, () -> {
            var one = sheet(store, "ONE", 1);
            var some = sheet(store, "SOME", 2_000);
            var many = sheet(store, "MANY", 4_000);
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                planAsForEmptyTables(store, one);

                assertThat(readForEachOf(store, some)).isLessThan(MOST_READ);
                assertThat(readForEachOf(store, many)).isLessThan(MOST_READ);
                transaction.setRollbackOnly();
            });
            return true;
        });
    }

    /** The session keeps plans that read all of a table, as it does where there was nothing else to read. */
    private void planAsForEmptyTables(StoreId store, ProductLines one) {
        jdbc.sql("discard plans").update();
        SCANS.forEach(scan -> jdbc.sql("set local " + scan + " = off").update());
        imports.run(store, Actor.SYSTEM, one, SaveMode.ALL_OR_NOTHING);
        SCANS.forEach(scan -> jdbc.sql("set local " + scan + " = on").update());
    }

    private long readForEachOf(StoreId store, ProductLines sheet) {
        var before = read();
        var imported = imports.run(store, Actor.SYSTEM, sheet, SaveMode.ALL_OR_NOTHING);
        assertThat(imported.rows()).hasSize(sheet.all());
        return (read() - before) / sheet.all();
    }

    /** Rows that this transaction has read. */
    private long read() {
        return jdbc.sql("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables
                        where schemaname in ('catalog', 'inventory')
                        """).query(Long.class).single();
    }

    private ProductLines sheet(StoreId store, String name, int products) {
        var sheet = new StringBuilder("sku,name,price,initialQuantity\n");
        for (var i = 0; i < products; i++) {
            sheet.append(name + i + "," + name + ",1000,5\n");
        }
        var file = Bytes.of(sheet.toString().getBytes(StandardCharsets.UTF_8));
        return ((ProductFile.Lines) imports.read(store, Currency.IQD, file, _ -> {})).lines();
    }
}
