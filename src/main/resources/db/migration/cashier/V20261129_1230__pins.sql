-- The products that a shop has put on its counter's first page. That there are thirty at most is held by the store's lock.
create table cashier.pinned_product (
    store_id   uuid        not null,
    id         uuid        not null,
    product_id uuid        not null,
    sort_order bigint      not null,
    created_at timestamptz not null,
    primary key (store_id, id),
    constraint one_pin_per_product unique (store_id, product_id)
);
create index pinned_product_in_order on cashier.pinned_product (store_id, sort_order, id);
alter table cashier.pinned_product enable row level security, force row level security;
create policy own_store on cashier.pinned_product
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on cashier.pinned_product to ${runtime};

-- What a member types at the counter, as a slow hash. A try is counted before it is judged, and a right one begins anew.
create table cashier.staff_pin (
    store_id     uuid        not null,
    member_id    uuid        not null,
    pin_hash     text        not null,
    tries        integer     not null check (tries between 0 and 5),
    locked_until timestamptz,
    updated_at   timestamptz not null,
    primary key (store_id, member_id)
);
alter table cashier.staff_pin enable row level security, force row level security;
create policy own_store on cashier.staff_pin
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on cashier.staff_pin to ${runtime};
