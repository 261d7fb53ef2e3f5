-- Share links. A code leads to a store before anything else is known of whoever follows it: directory, never taken back, as
-- links in bios and on paper live longer than whatever they were made for.
create table storefront.link_code (
    code     text primary key check (code ~ '^[2-9b-df-hjkmnp-tv-z]{8}$'),
    store_id uuid not null
);
grant select, insert on storefront.link_code to ${runtime};

-- What a link brought stands with the orders that carry its code; visits alone are counted here.
create table storefront.share_link (
    store_id   uuid        not null,
    id         uuid        not null,
    code       text        not null,
    label      text        not null check (label <> ''),
    sku        text        check (sku <> ''),
    visits     bigint      not null default 0 check (visits >= 0),
    created_at timestamptz not null,
    -- It leads on, and that is all: it is in no list, and credited with nothing.
    deleted_at timestamptz,
    primary key (store_id, id),
    constraint one_link_per_code unique (store_id, code)
) with (fillfactor = 80);
create index share_link_by_age on storefront.share_link (store_id, created_at desc, id desc) where deleted_at is null;
alter table storefront.share_link enable row level security, force row level security;
create policy own_store on storefront.share_link
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on storefront.share_link to ${runtime};
