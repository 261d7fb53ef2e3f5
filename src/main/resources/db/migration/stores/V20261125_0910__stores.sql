-- The directory of stores and of the slugs that lead to them: small, asked once at the edge, a reference table on shards.
create schema if not exists stores;
grant usage on schema stores to ${runtime};

create table stores.store (
    id           uuid        primary key,
    name         text        not null check (name <> ''),
    suspended_at timestamptz,
    created_at   timestamptz not null
);
create index store_by_age on stores.store (created_at desc, id desc);
grant select, insert, update on stores.store to ${runtime};

-- Old slugs stay: links in an Instagram bio live longer than names.
create table stores.slug (
    slug       text        primary key check (slug ~ '^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$'),
    store_id   uuid        not null,
    is_current boolean     not null,
    created_at timestamptz not null
);
create unique index one_current_slug_per_store on stores.slug (store_id) where is_current;
grant select, insert, update on stores.slug to ${runtime};

-- What the shop has decided; a store without a row works with the defaults.
create table stores.settings (
    store_id                   uuid        not null,
    currency_code              text        not null check (currency_code in ('IQD', 'USD')),
    timezone                   text        not null check (timezone <> ''),
    industry                   text        check (industry <> ''),
    country_code               text        not null check (country_code ~ '^[A-Z]{2}$'),
    language                   text        not null check (language in ('ar', 'ckb', 'en')),
    default_delivery_fee       bigint      not null check (default_delivery_fee >= 0),
    pickup_address             text        check (pickup_address <> ''),
    require_order_confirmation boolean     not null,
    unique_external_ref        boolean     not null,
    ask_for_price              boolean     not null,
    default_weight_grams       bigint      not null check (default_weight_grams > 0),
    low_stock_threshold        bigint      not null check (low_stock_threshold >= 0),
    created_at                 timestamptz not null,
    updated_at                 timestamptz not null,
    primary key (store_id)
);
alter table stores.settings enable row level security, force row level security;
create policy own_store on stores.settings
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on stores.settings to ${runtime};
