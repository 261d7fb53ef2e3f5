package iq.sendy;

/**
 * What must hold for the tables of every module, as a question to the catalogue that answers what is wrong, and a piece of
 * SQL that breaks it. Where the sample makes {@code wrong.piece}, that counts as a tenant table and as append-only.
 */
enum TableRule {
    EVERY_TABLE_IS_IN_ONE_CLASS(
            """
            select name || ' is in no class of table-classes.tsv' from ours
            where kind in ('r', 'p') and name <> all (:all)
            union all
            select name || ' is listed and does not exist' from unnest(:all) as listed (name) where to_regclass(name) is null
            union all
            select name || ' is listed twice' from unnest(:all) as listed (name) group by name having count(*) > 1
            """, "create table wrong.forgotten (store_id uuid primary key)", "wrong.forgotten is in no class"),

    TENANT_TABLES_NAME_THEIR_STORE(
            """
            select name || ' has no store_id uuid not null' from tenant where store_column is null
            """, "create table wrong.piece (id uuid primary key)", "wrong.piece has no store_id"),

    /** What a listed function searches as its owner is walled for the runtime role alone: docs/decisions/0011. */
    ROW_SECURITY_IS_ENABLED_AND_FORCED("""
            select name || ': row level security is not enabled and forced' from tenant join pg_class c using (oid)
            where not walled and not (name in ('catalog.product_search', 'orders.buyer_name') and c.relrowsecurity)
            """, """
            create table wrong.piece (store_id uuid primary key);
            alter table wrong.piece enable row level security
            """, "wrong.piece: row level security"),

    ONE_POLICY_WITH_ONE_TEXT("""
            select name || ' has ' || count(p.oid) || ' policies' from tenant left join pg_policy p on p.polrelid = tenant.oid
            group by name having count(p.oid) <> 1
            union all
            select name || ': policy ' || p.polname || ' differs' from tenant join pg_policy p on p.polrelid = tenant.oid
            where pg_get_expr(p.polqual, p.polrelid) is distinct from
                  '(store_id = (current_setting(''app.store_id''::text))::uuid)'
               or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from pg_get_expr(p.polqual, p.polrelid)
               or p.polcmd <> '*' or not p.polpermissive or p.polroles <> '{0}'
            """, """
            create table wrong.piece (store_id uuid primary key);
            create policy open on wrong.piece using (store_id = current_setting('app.store_id', true)::uuid)
            """, "wrong.piece: policy open differs"),

    EVERY_INDEX_BEGINS_WITH_THE_STORE("""
            select i.indexrelid::regclass || ' does not begin with store_id' from tenant
            join pg_index i on i.indrelid = tenant.oid where i.indkey[0] is distinct from tenant.store_column
            """, """
            create table wrong.piece (store_id uuid, id uuid, primary key (store_id, id), constraint bare unique (id))
            """, "wrong.bare does not begin"),

    FOREIGN_KEYS_PAIR_STORE_WITH_STORE("""
            select k.conname || ' does not pair store_id with store_id' from pg_constraint k
            join tenant a on a.oid = k.conrelid join tenant b on b.oid = k.confrelid
            where k.contype = 'f' and not exists (
                select 1 from unnest(k.conkey, k.confkey) as x (l, r) where x.l = a.store_column and x.r = b.store_column)
            """, """
            create table wrong.piece (store_id uuid not null, id uuid primary key,
                whole uuid constraint bare_reference references wrong.piece (id))
            """, "bare_reference does not pair"),

    FOREIGN_KEYS_STAY_IN_THEIR_SCHEMA("""
            select k.conname || ' leaves its schema' from pg_constraint k
            join ours a on a.oid = k.conrelid join ours b on b.oid = k.confrelid
            where k.contype = 'f' and a.schema <> b.schema
            """, """
            create table wrong.piece (store_id uuid constraint abroad references stores.store (id))
            """, "abroad leaves its schema"),

    EVERY_FOREIGN_KEY_HAS_AN_INDEX("""
            select k.conname || ' has no index that begins with its columns' from pg_constraint k join ours on ours.oid = k.conrelid
            where k.contype = 'f' and not exists (
                select 1 from pg_index i where i.indrelid = k.conrelid
                and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (
                    select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a
                    where a.attrelid = k.conrelid and a.attnum = any (k.conkey)))
                and (select array_agg(c order by c) from unnest(k.conkey) as c)
                    = (select array_agg(c order by c) from unnest((i.indkey::int2[])[0 : cardinality(k.conkey) - 1]) as c))
            """, """
            create table wrong.piece (store_id uuid, id uuid, whole uuid, primary key (store_id, id),
                constraint slow foreign key (store_id, whole) references wrong.piece (store_id, id))
            """, "slow has no index"),

    /** But what tests alone have: {@code change-marks.sql}. */
    NOTHING_FIRES_BY_ITSELF("""
            select t.tgname || ' is a trigger' from pg_trigger t join ours on ours.oid = t.tgrelid
            join pg_proc p on p.oid = t.tgfoid
            where not t.tgisinternal and p.pronamespace is distinct from to_regnamespace('proof')
            union all
            select r.rulename || ' is a rule' from pg_rewrite r join ours on ours.oid = r.ev_class where r.rulename <> '_RETURN'
            """, """
            create table wrong.piece (store_id uuid);
            create rule quiet as on delete to wrong.piece do instead nothing
            """, "quiet is a rule"),

    NUMBERS_COME_FROM_ROWS(
            "select name || ' is a sequence' from ours where kind = 'S'", """
            create table wrong.piece (id bigserial)
            """, "wrong.piece_id_seq is a sequence"),

    WORDS_ARE_TEXT_WITH_A_CHECK("""
            select t.oid::regtype || ' is an enum type' from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where t.typtype = 'e' and n.nspname !~ '^(pg_|information_schema$)'
            """, "create type wrong.colour as enum ('red')", "wrong.colour is an enum type"),

    NO_NUMBER_IS_INEXACT_AND_NO_TIME_WITHOUT_ZONE(
            """
            select name || '.' || a.attname || ' is ' || a.atttypid::regtype from ours
            join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
            where kind in ('r', 'p') and name not like '%.flyway_schema_history'
              and a.atttypid in ('real'::regtype, 'double precision'::regtype, 'money'::regtype,
                                 'timestamp'::regtype, 'timetz'::regtype, 'json'::regtype)
            """, "create table wrong.piece (price double precision)", "wrong.piece.price is double precision"),

    WHAT_IS_APPENDED_STAYS(
            """
            select name || ': ' || privilege || ' is granted to ' || :runtime from unnest(:appendOnly) as listed (name),
                   unnest(array ['update', 'delete', 'truncate']) as p (privilege)
            where to_regclass(name) is not null and has_table_privilege(:runtime, to_regclass(name), privilege)
            union all
            select name || ': update of a column is granted to ' || :runtime from unnest(:appendOnly) as listed (name)
            where to_regclass(name) is not null and has_any_column_privilege(:runtime, to_regclass(name), 'update')
            """,
            "grant update (action) on platform.audit_entry to sendy_app",
            "platform.audit_entry: update of a column"),

    THE_RUNTIME_ROLE_OWNS_NOTHING("""
            select name || ' belongs to ' || :runtime from ours join pg_class c on c.oid = ours.oid
            where pg_get_userbyid(c.relowner) = :runtime
            union all
            select nspname || ' belongs to ' || :runtime from pg_namespace where pg_get_userbyid(nspowner) = :runtime
            union all
            select nspname || ': ' || :runtime || ' may create in it' from pg_namespace
            where nspname !~ '^pg_' and has_schema_privilege(:runtime, oid, 'create')
            """, """
            create table wrong.piece (store_id uuid);
            alter table wrong.piece owner to sendy_app
            """, "wrong.piece belongs to sendy_app"),

    THE_RUNTIME_ROLE_STANDS_BEFORE_THE_WALL("""
            select r.rolname || ' has rights that no wall binds' from pg_roles r
            where pg_has_role(:runtime, r.oid, 'member') and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)
            """, "alter role sendy_app bypassrls", "sendy_app has rights"),

    NOTHING_IS_GRANTED_TO_EVERYBODY("""
            select name || ' is open to public' from ours join pg_class c on c.oid = ours.oid
            cross join lateral aclexplode(c.relacl) as g where g.grantee = 0
            """, """
            create table wrong.piece (store_id uuid);
            grant select on wrong.piece to public
            """, "wrong.piece is open to public"),

    VIEWS_AND_FUNCTIONS_ASK_AS_THEIR_CALLER(
            """
            select name || ' is a view without security_invoker' from ours join pg_class c on c.oid = ours.oid
            where kind in ('v', 'm') and not coalesce('security_invoker=true' = any (c.reloptions), false)
            union all
            select p.oid::regprocedure || ' is a security definer' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname !~ '^(pg_|information_schema$)'
              and (p.oid::regprocedure::text not in ('catalog.products_like(text,text)', 'orders.buyers_like(text)',
                                                     'catalog.products_with_words(integer[],text[],integer)')
                   or p.proconfig is distinct from array ['search_path=pg_catalog, pg_temp']
                   or has_function_privilege('public', p.oid, 'execute'))
            """, "create view wrong.peephole as select * from stores.settings", "wrong.peephole is a view");

    private static final String CATALOGUE = """
            with ours as (
                select c.oid, n.nspname || '.' || c.relname as name, n.nspname as schema, c.relkind::text as kind,
                       c.relrowsecurity and c.relforcerowsecurity as walled
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname !~ '^(pg_|information_schema$)'
            ), tenant as (
                select oid, name, walled,
                       (select attnum from pg_attribute a where a.attrelid = ours.oid and a.attname = 'store_id'
                        and a.attnotnull and a.atttypid = 'uuid'::regtype) as store_column
                from ours where kind in ('r', 'p') and name = any (:tenant)
            )
            """;

    private final String question;
    private final String sample;
    private final String reported;

    TableRule(String question, String sample, String reported) {
        this.question = CATALOGUE + question;
        this.sample = sample;
        this.reported = reported;
    }

    /** Answers one line for each thing that is wrong. */
    String question() {
        return question;
    }

    /** SQL that breaks the rule. */
    String sample() {
        return sample;
    }

    /** The beginning of the line that the sample must bring about. */
    String reported() {
        return reported;
    }
}
