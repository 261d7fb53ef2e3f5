-- What the pieces of a product were worth together after its last receipt, and how many they were: the average cost is
-- their fraction. A worth is wider than an amount: all the stock there may be, at the highest cost. Only receipts write it, under the locks of all rows of stock of the product.
create table inventory.valuation (
    store_id   uuid   not null,
    product_id uuid   not null,
    pieces     bigint not null check (pieces > 0),
    worth      numeric(40) not null check (worth >= 0),
    entries    bigint not null check (entries > 0),
    primary key (store_id, product_id),
    foreign key (store_id, product_id) references inventory.product (store_id, product_id)
);
alter table inventory.valuation enable row level security, force row level security;
create policy own_store on inventory.valuation
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on inventory.valuation to ${runtime};

-- Append-only: how each valuation came about. Without pieces it is a cost that came after them.
create table inventory.valuation_entry (
    store_id          uuid        not null,
    product_id        uuid        not null,
    position          bigint      not null check (position > 0),
    purchase_order_id uuid        not null,
    pieces_before     bigint      not null check (pieces_before >= 0),
    worth_before      numeric(40) not null check (worth_before >= 0),
    pieces            bigint      not null check (pieces >= 0),
    worth             bigint      not null check (worth >= 0),
    created_at        timestamptz not null,
    primary key (store_id, product_id, position),
    foreign key (store_id, product_id) references inventory.product (store_id, product_id)
);
alter table inventory.valuation_entry enable row level security, force row level security;
create policy own_store on inventory.valuation_entry
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on inventory.valuation_entry to ${runtime};
