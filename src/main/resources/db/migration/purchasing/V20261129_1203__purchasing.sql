-- Whom the shop buys from, what it ordered there, what came, and what it owes.
create schema if not exists purchasing;
grant usage on schema purchasing to ${runtime};

-- A deleted supplier stays, with its purchase orders. searched is what q looks at, folded.
create table purchasing.supplier (
    store_id   uuid        not null,
    id         uuid        not null,
    full_name  text        not null check (full_name <> ''),
    phone      text        check (phone <> ''),
    email      text        check (email <> ''),
    company    text        check (company <> ''),
    address    text        check (address <> ''),
    notes      text        check (notes <> ''),
    searched   text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    primary key (store_id, id)
);
create index supplier_by_age on purchasing.supplier (store_id, created_at desc, id desc) where deleted_at is null;
alter table purchasing.supplier enable row level security, force row level security;
create policy own_store on purchasing.supplier
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on purchasing.supplier to ${runtime};

-- Money is in minor units. fees_carried is what receipts have spread of the additional fees so far.
create table purchasing.purchase_order (
    store_id               uuid        not null,
    id                     uuid        not null,
    number                 bigint      not null check (number > 0),
    status                 text        not null check (status in ('Draft', 'Sent', 'PartiallyReceived', 'Received',
                                           'Cancelled')),
    supplier_id            uuid,
    reference_number       text        check (reference_number <> ''),
    order_date             timestamptz not null,
    expected_delivery_date timestamptz,
    notes                  text        check (notes <> ''),
    additional_fees        bigint      not null check (additional_fees >= 0),
    sub_total              bigint      not null check (sub_total >= 0),
    fees_carried           bigint      not null,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    primary key (store_id, id),
    constraint one_purchase_order_per_number unique (store_id, number),
    constraint never_more_fees_than_there_are check (fees_carried between 0 and additional_fees),
    foreign key (store_id, supplier_id) references purchasing.supplier (store_id, id)
);
create index purchase_order_by_age on purchasing.purchase_order (store_id, created_at desc, id desc);
create index purchase_order_by_supplier on purchasing.purchase_order (store_id, supplier_id);
alter table purchasing.purchase_order enable row level security, force row level security;
create policy own_store on purchasing.purchase_order
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on purchasing.purchase_order to ${runtime};

-- received counts the pieces that were accepted.
create table purchasing.purchase_order_item (
    store_id          uuid   not null,
    purchase_order_id uuid   not null,
    position          bigint not null check (position > 0),
    id                uuid   not null,
    product_id        uuid   not null,
    sku               text   not null check (sku <> ''),
    name              text   not null check (name <> ''),
    quantity          bigint not null check (quantity > 0),
    unit_cost         bigint not null check (unit_cost >= 0),
    notes             text   check (notes <> ''),
    received          bigint not null check (received >= 0),
    rejected          bigint not null check (rejected >= 0),
    primary key (store_id, purchase_order_id, position),
    constraint one_purchase_order_item_per_id unique (store_id, id),
    constraint never_received_beyond_what_was_ordered check (received + rejected <= quantity),
    foreign key (store_id, purchase_order_id) references purchasing.purchase_order (store_id, id)
);
alter table purchasing.purchase_order_item enable row level security, force row level security;
create policy own_store on purchasing.purchase_order_item
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on purchasing.purchase_order_item to ${runtime};

-- Append-only: what came with one delivery, and what each line of it is worth with its share of the fees. A line without
-- pieces carries fees that came after its pieces.
create table purchasing.receipt_line (
    store_id          uuid        not null,
    purchase_order_id uuid        not null,
    receipt_id        uuid        not null,
    item_id           uuid        not null,
    product_id        uuid        not null,
    accepted          bigint      not null check (accepted >= 0),
    rejected          bigint      not null check (rejected >= 0),
    value             bigint      not null check (value >= 0),
    fees              bigint      not null check (fees >= 0),
    created_at        timestamptz not null,
    primary key (store_id, purchase_order_id, receipt_id, item_id),
    foreign key (store_id, purchase_order_id) references purchasing.purchase_order (store_id, id),
    foreign key (store_id, item_id) references purchasing.purchase_order_item (store_id, id)
);
alter table purchasing.receipt_line enable row level security, force row level security;
create policy own_store on purchasing.receipt_line
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on purchasing.receipt_line to ${runtime};

-- Append-only: what the shop owes for a purchase order, entry by entry. What was received adds to it, a payment takes from
-- it, and what a supplier is owed is the sum over its purchase orders. cause_id is the receipt, or the expense that paid.
create table purchasing.ledger_entry (
    store_id          uuid        not null,
    purchase_order_id uuid        not null,
    position          bigint      not null check (position > 0),
    type              text        not null check (type in ('Goods', 'Fees', 'Payment')),
    amount            bigint      not null check (amount <> 0),
    cause_id          uuid        not null,
    actor_kind        text        not null check (actor_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    actor_id          uuid,
    actor_name        text,
    created_at        timestamptz not null,
    primary key (store_id, purchase_order_id, position),
    constraint receipts_only_add check (type = 'Payment' or amount > 0),
    foreign key (store_id, purchase_order_id) references purchasing.purchase_order (store_id, id)
);
alter table purchasing.ledger_entry enable row level security, force row level security;
create policy own_store on purchasing.ledger_entry
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on purchasing.ledger_entry to ${runtime};

-- Each stands in one of three slots, so there is no fourth however many come at once.
create table purchasing.attachment (
    store_id          uuid        not null,
    purchase_order_id uuid        not null,
    slot              integer     not null,
    id                uuid        not null,
    file_name         text        not null check (file_name <> ''),
    file_url          text        not null check (file_url <> ''),
    file_size         bigint      not null check (file_size > 0),
    created_at        timestamptz not null,
    primary key (store_id, purchase_order_id, slot),
    constraint at_most_three_attachments check (slot between 1 and 3),
    constraint one_attachment_per_id unique (store_id, id),
    foreign key (store_id, purchase_order_id) references purchasing.purchase_order (store_id, id)
);
alter table purchasing.attachment enable row level security, force row level security;
create policy own_store on purchasing.attachment
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on purchasing.attachment to ${runtime};
