-- Quotes of the agent: orders as it worked them out, which a tap of a button places. What was quoted never changes.
create table agent.quote (
    store_id        uuid        not null,
    id              uuid        not null,
    job_id          uuid        not null,
    channel_id      uuid        not null,
    conversation_id uuid        not null,
    contact_id      uuid        not null,
    language        text        not null check (language in ('ar', 'ckb', 'kmr', 'en')),
    -- Product, sku, name, quantity, unit price and line total of each line.
    items           jsonb       not null,
    currency        text        not null check (currency <> ''),
    sub_total       bigint      not null check (sub_total >= 0),
    discount_total  bigint      not null check (discount_total >= 0),
    delivery_fee    bigint      not null check (delivery_fee >= 0),
    total           bigint      not null check (total >= 0),
    -- Null once the contact was erased.
    recipient_name  text        check (recipient_name <> ''),
    phone           text        check (phone <> ''),
    phone_source    text        not null check (phone_source in ('Verified', 'Written')),
    address         text        check (address <> ''),
    province_code   text        not null,
    area_id         uuid        not null,
    state           text        not null check (state in ('Open', 'Ordered', 'Cancelled', 'Replaced', 'Expired')),
    expires_at      timestamptz not null,
    created_at      timestamptz not null,
    settled_at      timestamptz check ((settled_at is null) = (state = 'Open')),
    order_id        uuid        check ((order_id is null) = (state <> 'Ordered')),
    primary key (store_id, id)
);
create unique index one_open_quote_per_conversation on agent.quote (store_id, conversation_id) where state = 'Open';
create unique index one_quote_per_order on agent.quote (store_id, order_id) where order_id is not null;
create index quote_of_conversation on agent.quote (store_id, conversation_id, created_at desc, id desc);
create index quote_of_contact on agent.quote (store_id, contact_id, created_at desc);
alter table agent.quote enable row level security, force row level security;
create policy own_store on agent.quote
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on agent.quote to ${runtime};
