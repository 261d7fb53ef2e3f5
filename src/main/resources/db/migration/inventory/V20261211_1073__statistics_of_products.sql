-- As of catalog.product.
alter table inventory.product set (
    autovacuum_analyze_threshold = 5000,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_threshold = 5000);
alter table inventory.item set (
    autovacuum_analyze_threshold = 5000,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_threshold = 5000);

do $$
begin
    if (select reltuples > 0 from pg_class where oid = 'inventory.product'::regclass) then
        analyze inventory.product, inventory.item;
    end if;
end $$;
