-- What is for sale: products, the tree of categories, package sizes.
create schema if not exists catalog;
grant usage on schema catalog to ${runtime};

-- Both are trusted: the owner of a database may create them.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Whoever changes the tree of categories, or which package size is the default, takes turns on this row.
create table catalog.turn (
    store_id uuid not null,
    name     text not null check (name in ('categories', 'package_sizes')),
    primary key (store_id, name)
);
alter table catalog.turn enable row level security, force row level security;
create policy own_store on catalog.turn
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on catalog.turn to ${runtime};

create table catalog.category (
    store_id           uuid        not null,
    id                 uuid        not null,
    name               text        not null check (name <> ''),
    parent_category_id uuid,
    sort_order         bigint      not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    primary key (store_id, id),
    constraint no_category_in_itself check (parent_category_id <> id),
    foreign key (store_id, parent_category_id) references catalog.category (store_id, id)
);
create index category_by_parent on catalog.category (store_id, parent_category_id);
create index category_by_order on catalog.category (store_id, sort_order, id);
alter table catalog.category enable row level security, force row level security;
create policy own_store on catalog.category
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on catalog.category to ${runtime};

-- Money is in minor units of the store's currency. A SKU belongs to its product for good, archived or not.
-- track_inventory is what the shop stated, null when nothing; counted says whether there ever was a quantity.
create table catalog.product (
    store_id         uuid        not null,
    id               uuid        not null,
    sku              text        collate "C" not null check (sku <> ''),
    name             text        not null check (name <> ''),
    description      text        check (description <> ''),
    is_active        boolean     not null,
    price            bigint      check (price >= 0),
    compare_at_price bigint      check (compare_at_price >= 0),
    cost             bigint      check (cost >= 0),
    image_urls       text[]      not null,
    category_id      uuid,
    weight_grams     bigint      check (weight_grams >= 0),
    barcode          text        collate "C" check (barcode <> ''),
    track_inventory  boolean,
    counted          boolean     not null,
    initial_quantity bigint      check (initial_quantity >= 0),
    sequence         bigint      not null check (sequence > 0),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    archived_at      timestamptz,
    primary key (store_id, id),
    constraint one_product_per_sku unique (store_id, sku),
    foreign key (store_id, category_id) references catalog.category (store_id, id)
);
create index product_by_age on catalog.product (store_id, created_at desc, id desc) where archived_at is null;
create index product_by_category on catalog.product (store_id, category_id);
alter table catalog.product enable row level security, force row level security;
create policy own_store on catalog.product
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on catalog.product to ${runtime};

-- What a search looks at. Behind a policy LIKE reaches no index, so this one table's row security is not forced: it binds
-- the runtime role as everywhere, but not the owner, as whom the function below runs. It holds nothing but folded names,
-- SKUs and barcodes.
create table catalog.product_search (
    store_id   uuid not null,
    product_id uuid not null,
    content    text not null,
    barcode    text collate "C",
    primary key (store_id, product_id),
    foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index product_by_barcode on catalog.product_search (store_id, barcode) where barcode is not null;
-- The extension may have been there before us, in a schema of somebody's choice.
do $$
begin
    execute format(
        'create index product_by_part on catalog.product_search using gin (store_id, content %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$$;
alter table catalog.product_search enable row level security;
create policy own_store on catalog.product_search
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on catalog.product_search to ${runtime};

-- Answers ids of the transaction's own store and nothing else; the caller reads the rows behind the wall.
create function catalog.products_like(pattern text, code text) returns setof uuid
    language sql stable security definer rows 100
    set search_path = pg_catalog, pg_temp
    as $$
        select product_id from catalog.product_search
        where store_id = current_setting('app.store_id')::uuid and content like pattern
        union
        select product_id from catalog.product_search
        where store_id = current_setting('app.store_id')::uuid and barcode = code
    $$;
revoke all on function catalog.products_like(text, text) from public;
grant execute on function catalog.products_like(text, text) to ${runtime};

create table catalog.package_size (
    store_id         uuid        not null,
    id               uuid        not null,
    name             text        not null check (name <> ''),
    length_cm        numeric     check (length_cm > 0),
    width_cm         numeric     check (width_cm > 0),
    height_cm        numeric     check (height_cm > 0),
    max_weight_grams bigint      check (max_weight_grams > 0),
    is_default       boolean     not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (store_id, id)
);
create unique index one_default_package_size on catalog.package_size (store_id) where is_default;
create index package_size_by_age on catalog.package_size (store_id, created_at desc, id desc);
alter table catalog.package_size enable row level security, force row level security;
create policy own_store on catalog.package_size
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on catalog.package_size to ${runtime};
