-- Shops on the web: how each is set up. Money is in minor units of the store's currency.
create schema if not exists storefront;
grant usage on schema storefront to ${runtime};

-- No row: nothing is set up, and nothing is open.
create table storefront.storefront (
    store_id         uuid        primary key,
    description      text,
    cover_image_url  text,
    niche            text,
    banner_image_url text,
    contact_email    text,
    contact_phone    text,
    social_links     jsonb       not null,
    seo              jsonb       not null,
    faqs             jsonb       not null,
    policies         jsonb       not null,
    delivery_promise text,
    otp_above        bigint      check (otp_above >= 0),
    theme            text        not null check (theme in ('flowers', 'fashion', 'beauty', 'electronics', 'food', 'gifts', 'home', 'kids')),
    published_at     timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);
alter table storefront.storefront enable row level security, force row level security;
create policy own_store on storefront.storefront
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on storefront.storefront to ${runtime};
