-- Figures of a store by day, kept as sums by the transactions that change what they are about. Amounts are in minor units of
-- the store's currency. A sum may be below zero for as long as it is not rebuilt after a mistake, so no check stands on it.
create schema if not exists analytics;
grant usage on schema analytics to ${runtime};

-- From when on the clocks of a store are how many seconds ahead of UTC, where it is not in the default zone: a copy of what
-- its setting means to the JDK, which knows zones that PostgreSQL does not.
create table analytics.calendar (
    store_id uuid          not null primary key,
    zone     text          not null check (zone <> ''),
    starts   timestamptz[] not null,
    offsets  integer[]     not null,
    constraint an_offset_from_each_start check (cardinality(starts) = cardinality(offsets) and cardinality(starts) > 0)
);
alter table analytics.calendar enable row level security, force row level security;
create policy own_store on analytics.calendar
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on analytics.calendar to ${runtime};

-- Orders by the day they were placed on. Each order adds to one row, where a page has room for its next version.
create table analytics.sales_day (
    store_id          uuid   not null,
    day               date   not null,
    source            text   not null check (source in ('Api', 'Dashboard', 'Storefront', 'Pos', 'Social')),
    -- Empty for orders without an address.
    province_code     text   not null check (province_code ~ '^([A-Z]{2})?$'),
    orders            bigint not null,
    confirmed         bigint not null,
    handed_over       bigint not null,
    delivered         bigint not null,
    refused           bigint not null,
    returned          bigint not null,
    cancelled         bigint not null,
    revenue           bigint not null,
    cost              bigint not null,
    discount_total    bigint not null,
    delivery_fees     bigint not null,
    cash_due          bigint not null,
    cash_collected    bigint not null,
    cash_with_courier bigint not null,
    primary key (store_id, day, source, province_code)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
alter table analytics.sales_day enable row level security, force row level security;
create policy own_store on analytics.sales_day
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on analytics.sales_day to ${runtime};

-- Products of delivered orders, by day and by month.
create table analytics.product_period (
    store_id          uuid   not null,
    period            text   not null check (period in ('day', 'month')),
    start             date   not null,
    product_id        uuid   not null,
    quantity          bigint not null,
    returned_quantity bigint not null,
    revenue           bigint not null,
    cost              bigint not null,
    primary key (store_id, period, start, product_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table analytics.product_period enable row level security, force row level security;
create policy own_store on analytics.product_period
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on analytics.product_period to ${runtime};

-- Stores that are there already: a job each, which looks where their days begin and builds the figures of what they have. The
-- migration runs as the owner, whom the forced policy would bind.
alter table jobs.job no force row level security;
insert into jobs.job (store_id, id, kind, lane, due_at)
select id, gen_random_uuid(), 'analytics.rebuild', uuid '2f17f1b3-af7d-3e50-80e0-2860e86ccf63', now() from stores.store;
alter table jobs.job force row level security;
insert into jobs.store_due (store_id, due_at) select id, now() from stores.store
on conflict (store_id) do update set due_at = excluded.due_at where store_due.due_at > excluded.due_at;
