-- The names that a store's orders go to, each once, so that a part of a name is found without reading every order; and the
-- orders by name and by status. Behind a policy LIKE reaches no index, so this one table's row security is not forced: it
-- binds the runtime role as everywhere, but not the owner, as whom the function below runs.
create table orders.buyer_name (
    store_id uuid not null,
    folded   text collate "C" not null check (folded <> ''),
    primary key (store_id, folded)
);
-- The migration runs as the owner, whom the forced policy of the orders would bind.
alter table orders.customer_order no force row level security;
insert into orders.buyer_name (store_id, folded)
select distinct store_id, customer_name_folded from orders.customer_order where customer_name_folded <> '';
alter table orders.customer_order force row level security;

-- The extension may have been there before us, in a schema of somebody's choice.
do $$
begin
    execute format(
        'create index buyer_name_by_part on orders.buyer_name using gin (store_id, folded %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;
alter table orders.buyer_name enable row level security;
create policy own_store on orders.buyer_name
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on orders.buyer_name to ${runtime};

-- Answers names of the transaction's own store and nothing else; the caller reads the rows behind the wall.
create function orders.names_like(pattern text) returns setof text
    language sql stable security definer rows 100
    set search_path = pg_catalog, pg_temp
    as $$
        select folded from orders.buyer_name
        where store_id = current_setting('app.store_id')::uuid and folded like pattern
    $$;
revoke all on function orders.names_like(text) from public;
grant execute on function orders.names_like(text) to ${runtime};

create index order_by_name on orders.customer_order (store_id, customer_name_folded);
create index order_by_status on orders.customer_order (store_id, status, created_at desc, number desc);
