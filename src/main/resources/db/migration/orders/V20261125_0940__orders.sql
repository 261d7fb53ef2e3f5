-- Orders, who owns an external reference, and what happened to each order.
create schema if not exists orders;
grant usage on schema orders to ${runtime};

-- ORDER is a word of SQL, hence the longer table name. Money is in minor units of the order's currency.
create table orders.customer_order (
    store_id             uuid        not null,
    id                   uuid        not null,
    number               bigint      not null check (number > 0),
    public_id            text        not null check (public_id ~ '^SN-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
    status               text        not null check (status in ('Pending', 'Confirmed', 'Ready', 'InTransit',
                                         'OutForDelivery', 'Delivered', 'Postponed', 'Refused', 'Returning',
                                         'Returned', 'Cancelled')),
    source               text        not null check (source in ('Api', 'Dashboard', 'Storefront', 'Pos', 'Social')),
    customer_name        text        check (customer_name <> ''),
    customer_name_folded text,
    customer_phone       text        check (customer_phone ~ '^9647[3-9][0-9]{8}$'),
    -- Read backwards, so that the last digits of a number are the beginning of a range.
    phone_backwards      text        collate "C",
    customer_address     text        check (customer_address <> ''),
    province_code        text        check (province_code ~ '^[A-Z]{2}$'),
    area_id              uuid,
    delivery_lat         numeric     check (delivery_lat between 29.0 and 37.5),
    delivery_lng         numeric     check (delivery_lng between 38.7 and 48.7),
    fulfillment_type     text        not null check (fulfillment_type in ('from_to', 'warehouse')),
    delivery_mode        text        not null check (delivery_mode in ('Standard', 'Express', 'Pickup')),
    currency             text        not null check (currency in ('IQD', 'USD')),
    sub_total            bigint      not null check (sub_total >= 0),
    discount_total       bigint      not null check (discount_total >= 0),
    delivery_fee         bigint      not null check (delivery_fee >= 0),
    delivery_fee_given   boolean     not null,
    total                bigint      not null check (total >= 0),
    payment_method       text        not null check (payment_method in ('CashOnDelivery', 'Cash', 'Card', 'BankTransfer',
                                         'Wallet')),
    payment_status       text        not null check (payment_status in ('Due', 'Collected', 'Remitted', 'Refunded',
                                         'Void')),
    amount_due           bigint      not null check (amount_due >= 0),
    amount_collected     bigint      not null check (amount_collected >= 0),
    external_ref         text        check (external_ref <> ''),
    discount_code        text        check (discount_code <> ''),
    notes                text        check (notes <> ''),
    package_size_id      uuid,
    -- What was considered, applied, lost and why, with names and amounts as they were.
    price_trace          jsonb       not null,
    cash_tendered        bigint      check (cash_tendered >= 0),
    sequence             bigint      not null check (sequence > 0),
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    primary key (store_id, id),
    constraint one_number_per_order unique (store_id, number),
    constraint one_public_id_per_order unique (store_id, public_id),
    constraint total_is_its_parts check (total = sub_total - discount_total + delivery_fee),
    constraint coordinates_in_pairs check ((delivery_lat is null) = (delivery_lng is null))
);
create index order_by_age on orders.customer_order (store_id, created_at desc, number desc);
create index order_by_phone on orders.customer_order (store_id, phone_backwards);
create index order_by_ref on orders.customer_order (store_id, external_ref) where external_ref is not null;
alter table orders.customer_order enable row level security, force row level security;
create policy own_store on orders.customer_order
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on orders.customer_order to ${runtime};

-- The lines of a basket, with price and name as they were agreed and the part of the discounts that each carries.
create table orders.order_line (
    store_id        uuid    not null,
    order_id        uuid    not null,
    position        integer not null check (position > 0),
    id              uuid    not null,
    product_id      uuid    not null,
    sku             text    not null check (sku <> ''),
    name            text    not null check (name <> ''),
    quantity        bigint  not null check (quantity > 0),
    unit_price      bigint  not null check (unit_price >= 0),
    discount_amount bigint  not null check (discount_amount >= 0),
    line_total      bigint  not null check (line_total >= 0),
    primary key (store_id, order_id, position),
    constraint one_line_per_id unique (store_id, id),
    constraint line_is_its_parts check (line_total = unit_price * quantity - discount_amount),
    foreign key (store_id, order_id) references orders.customer_order (store_id, id) deferrable initially deferred
);
alter table orders.order_line enable row level security, force row level security;
create policy own_store on orders.order_line
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on orders.order_line to ${runtime};

-- The first order with a reference owns it for good, cancelled or not. A unique index on the orders could not allow
-- repeats, which the default setting does, and the owners must be known when a store forbids them later.
create table orders.external_ref (
    store_id     uuid  not null,
    external_ref text  not null check (external_ref <> ''),
    order_id     uuid  not null,
    fingerprint  bytea not null,
    primary key (store_id, external_ref),
    foreign key (store_id, order_id) references orders.customer_order (store_id, id) deferrable initially deferred
);
create index external_ref_by_order on orders.external_ref (store_id, order_id);
alter table orders.external_ref enable row level security, force row level security;
create policy own_store on orders.external_ref
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on orders.external_ref to ${runtime};

-- Append-only: what happened, by whom, when it happened and when we heard of it.
create table orders.timeline_entry (
    store_id    uuid        not null,
    order_id    uuid        not null,
    position    bigint      not null check (position > 0),
    type        text        not null check (type in ('created', 'status', 'address', 'items', 'return')),
    status      text        not null,
    note        text        check (note <> ''),
    actor_kind  text        not null check (actor_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    actor_id    uuid,
    actor_name  text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (store_id, order_id, position),
    foreign key (store_id, order_id) references orders.customer_order (store_id, id)
);
alter table orders.timeline_entry enable row level security, force row level security;
create policy own_store on orders.timeline_entry
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on orders.timeline_entry to ${runtime};
