-- Who buys: one record per phone, made by the first order, with what came of the orders.
create schema if not exists customers;
grant usage on schema customers to ${runtime};

create table customers.customer (
    store_id        uuid        not null,
    id              uuid        not null,
    phone           text        not null check (phone ~ '^9647[3-9][0-9]{8}$'),
    -- Read backwards, so that the last digits of a number are the beginning of a range.
    phone_backwards text        not null collate "C",
    -- A sale at the counter may leave a phone without a name.
    name            text        check (name <> ''),
    name_folded     text,
    notes           text        check (notes <> ''),
    tags            text[]      not null,
    is_blocked      boolean     not null,
    orders_count    bigint      not null check (orders_count >= 0),
    delivered_count bigint      not null check (delivered_count >= 0),
    refused_count   bigint      not null check (refused_count >= 0),
    returned_count  bigint      not null check (returned_count >= 0),
    -- In minor units of the store's currency, which stays once there is an order; less what was refunded.
    collected_total bigint      not null check (collected_total >= 0),
    last_order_at   timestamptz not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, id),
    constraint one_record_per_phone unique (store_id, phone)
);
create index customer_by_age on customers.customer (store_id, created_at desc, id desc);
create index customer_by_last_digits on customers.customer (store_id, phone_backwards);
alter table customers.customer enable row level security, force row level security;
create policy own_store on customers.customer
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on customers.customer to ${runtime};
