-- What a store spends. Money is in minor units of the store's currency.
create schema if not exists finance;
grant usage on schema finance to ${runtime};

-- An expense that names a purchase order is its payment: the goods are what it costs.
create table finance.expense (
    store_id          uuid        not null,
    id                uuid        not null,
    name              text        not null check (name <> ''),
    amount            bigint      not null check (amount > 0),
    expense_type      text        not null check (expense_type in ('Fixed', 'Variable', 'OneTime')),
    category          text        not null check (category <> ''),
    -- As it is compared: letter case and Arabic spelling variants do not count.
    category_folded   text        not null,
    expense_date      timestamptz not null,
    purchase_order_id uuid,
    notes             text        check (notes <> ''),
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (store_id, id)
);
create index expense_by_age on finance.expense (store_id, created_at desc, id desc);
create index expense_by_date on finance.expense (store_id, expense_date);
create index expense_by_category on finance.expense (store_id, category_folded, created_at desc, id desc);
alter table finance.expense enable row level security, force row level security;
create policy own_store on finance.expense
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on finance.expense to ${runtime};
