package iq.sendy;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores with the same rows as one that was set up at the doors, ids and all: every table of stores has the store in its
 * key. Nobody sees that they were copied but the job engine, to which nothing of them is due.
 */
public final class Copies {

    /** Tables of stores, each with its columns behind the store; what is generated comes by itself. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   (select coalesce(string_agg(', ' || quote_ident(a.attname), '' order by a.attnum), '')
                    from pg_attribute as a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        and a.attname <> 'store_id') as columns
            from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity and n.nspname <> 'jobs'
                and exists (select from pg_attribute as s where s.attrelid = c.oid and s.attname = 'store_id')
            """;

    /** Stands for the id of a copy. */
    private static final String COPY = "{copy}";

    private final JdbcClient superuser;
    private final Market market;
    private final String statements;

    private record Table(String name, String columns) {}

    private Copies(JdbcClient superuser, Market market, String statements) {
        this.superuser = superuser;
        this.market = market;
        this.statements = statements;
    }

    /** Of a store as it stands now. */
    public static Copies of(Stall template, Market market, JdbcClient superuser) {
        var tables = superuser
                .sql(TABLES)
                .query((row, _) -> new Table(row.getString("name"), row.getString("columns")))
                .list();
        var statements = new StringBuilder();
        for (var table : filled(tables, template.id(), superuser)) {
            statements.append("insert into %s (store_id%s) select '%s'::uuid%s from %s where store_id = '%s';%n"
                    .formatted(table.name(), table.columns(), COPY, table.columns(), table.name(), template.id()));
        }
        return new Copies(superuser, market, statements.toString());
    }

    private static List<Table> filled(List<Table> tables, UUID store, JdbcClient superuser) {
        var each = tables.stream()
                .map(table -> "select '%s' where exists (select from %s where store_id = '%s')"
                        .formatted(table.name(), table.name(), store))
                .toList();
        var names = superuser
                .sql(String.join(" union all ", each))
                .query(String.class)
                .list();
        return tables.stream().filter(table -> names.contains(table.name())).toList();
    }

    /** One more. */
    public Stall next() {
        var id = UUID.randomUUID();
        // A copy has what its rows refer to: the keys of other tables need not be looked at again.
        superuser
                .sql("""
                do $copying$
                begin
                    perform set_config('session_replication_role', 'replica', true);
                    insert into stores.store (id, name, created_at) values ('%s', 'نسخة', now());
                    insert into stores.slug (slug, store_id, is_current, created_at)
                    values ('copy-%s', '%s', true, now());
                    %s
                end
                $copying$
                """.formatted(COPY, COPY, COPY, statements).replace(COPY, id.toString()))
                .update();
        return market.stands(id);
    }
}
