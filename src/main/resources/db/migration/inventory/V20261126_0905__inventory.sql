-- What is there, what is promised, and every movement.
create schema if not exists inventory;
grant usage on schema inventory to ${runtime};

-- One row for a store. Whoever adds a warehouse locks it; whoever adds products shares it: so every product gets its row
-- in every warehouse, also when the two come at the same moment.
create table inventory.premises (
    store_id uuid not null,
    primary key (store_id)
);

-- A deleted warehouse stays, with its rows: its movements belong to the ledger.
create table inventory.warehouse (
    store_id   uuid        not null,
    id         uuid        not null,
    name       text        not null check (name <> ''),
    address    text        check (address <> ''),
    is_default boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    primary key (store_id, id),
    constraint default_is_not_deleted check (not is_default or deleted_at is null)
);
create unique index one_default_warehouse on inventory.warehouse (store_id) where is_default;
create index warehouse_by_age on inventory.warehouse (store_id, created_at desc, id desc) where deleted_at is null;

-- Stores that were opened before there was an inventory; later ones get theirs when they open.
insert into inventory.premises (store_id) select id from stores.store;
insert into inventory.warehouse (store_id, id, name, is_default, created_at, updated_at)
select id, gen_random_uuid(), 'المخزن الرئيسي', true, now(), now() from stores.store;

alter table inventory.premises enable row level security, force row level security;
create policy own_store on inventory.premises
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
-- UPDATE, because a row lock needs it.
grant select, insert, update on inventory.premises to ${runtime};
alter table inventory.warehouse enable row level security, force row level security;
create policy own_store on inventory.warehouse
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on inventory.warehouse to ${runtime};

-- What the catalogue told of a product, so that lists and events need not ask it.
create table inventory.product (
    store_id   uuid    not null,
    product_id uuid    not null,
    sku        text    collate "C" not null check (sku <> ''),
    name       text    not null check (name <> ''),
    archived   boolean not null,
    counted    boolean not null,
    primary key (store_id, product_id)
);
create index product_by_sku on inventory.product (store_id, sku, product_id);
alter table inventory.product enable row level security, force row level security;
create policy own_store on inventory.product
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on inventory.product to ${runtime};

-- On hand are the pieces that are ours until they are delivered, reserved those of live orders. movements counts the rows
-- of the ledger, sequence the changes that were told.
create table inventory.item (
    store_id          uuid        not null,
    id                uuid        not null,
    product_id        uuid        not null,
    warehouse_id      uuid        not null,
    quantity_on_hand  bigint      not null,
    quantity_reserved bigint      not null,
    movements         bigint      not null check (movements >= 0),
    sequence          bigint      not null check (sequence >= 0),
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (store_id, id),
    constraint one_item_per_product_and_warehouse unique (store_id, product_id, warehouse_id),
    constraint never_promised_twice check (quantity_reserved between 0 and quantity_on_hand),
    foreign key (store_id, product_id) references inventory.product (store_id, product_id),
    foreign key (store_id, warehouse_id) references inventory.warehouse (store_id, id)
) with (fillfactor = 80);
create index item_by_warehouse on inventory.item (store_id, warehouse_id);
alter table inventory.item enable row level security, force row level security;
create policy own_store on inventory.item
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on inventory.item to ${runtime};

-- Append-only. quantity is the effect on hand, reserved_change that on the promises.
create table inventory.movement (
    store_id               uuid        not null,
    item_id                uuid        not null,
    position               bigint      not null check (position > 0),
    id                     uuid        not null,
    type                   text        not null check (type in ('Sale', 'Release', 'Return', 'Receipt', 'Adjustment',
                                           'Count', 'TransferIn', 'TransferOut')),
    quantity               bigint      not null,
    quantity_on_hand_after bigint      not null check (quantity_on_hand_after >= 0),
    reserved_change        bigint      not null,
    reason                 text        check (reason <> ''),
    order_id               uuid,
    purchase_order_id      uuid,
    actor_kind             text        not null check (actor_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    actor_id               uuid,
    actor_name             text,
    created_at             timestamptz not null,
    primary key (store_id, item_id, position),
    constraint one_movement_per_id unique (store_id, id),
    foreign key (store_id, item_id) references inventory.item (store_id, id)
);
alter table inventory.movement enable row level security, force row level security;
create policy own_store on inventory.movement
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on inventory.movement to ${runtime};

-- What an order has of an item. Its state is why giving back happens once.
create table inventory.holding (
    store_id  uuid   not null,
    holder_id uuid   not null,
    item_id   uuid   not null,
    quantity  bigint not null check (quantity > 0),
    state     text   not null check (state in ('Held', 'Sold', 'Released')),
    returned  bigint not null,
    primary key (store_id, holder_id, item_id),
    constraint never_returned_twice check (returned between 0 and quantity),
    constraint returned_when_sold check (returned = 0 or state = 'Sold'),
    foreign key (store_id, item_id) references inventory.item (store_id, id)
);
create index holding_by_item on inventory.holding (store_id, item_id);
alter table inventory.holding enable row level security, force row level security;
create policy own_store on inventory.holding
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on inventory.holding to ${runtime};
