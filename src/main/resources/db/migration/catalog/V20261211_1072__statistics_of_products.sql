-- Whoever looks at a table that a transaction is filling counts its pages but not its rows, and plans that are made of that
-- find an index of the whole store cheaper than the key. So few rows are no reason to look: until there are thousands, the
-- planner's own guess is better.
alter table catalog.product set (
    autovacuum_analyze_threshold = 5000,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_threshold = 5000);

-- What was found out before is believed until it is found out anew.
do $$
begin
    if (select reltuples > 0 from pg_class where oid = 'catalog.product'::regclass) then
        analyze catalog.product;
    end if;
end $$;
