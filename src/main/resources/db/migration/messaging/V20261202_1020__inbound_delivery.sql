-- What Meta sent, byte for byte, once for each store that owns an account in it whose secret verified it. Read after it was
-- answered, and again when a reader has learnt more; kept for thirty days.
create table messaging.inbound_delivery (
    store_id         uuid        not null,
    id               uuid        not null,
    channel_type     text        not null check (channel_type in ('WhatsApp', 'Instagram')),
    -- The channels that were verified, and beside each the account by which the delivery names it.
    channel_ids      uuid[]      not null,
    account_ids      text[]      not null,
    received_at      timestamptz not null,
    raw              bytea       not null,
    signature        text        not null,
    processed_at     timestamptz,
    -- How many items could not be read.
    unreadable_count integer     check (unreadable_count >= 0),
    -- Which of the items that could be read had no effect, and what kind of failure it was.
    error            text        check (error <> ''),
    primary key (store_id, id),
    constraint each_channel_has_its_account check (
        cardinality(channel_ids) = cardinality(account_ids) and cardinality(channel_ids) > 0),
    constraint processed_is_counted check ((processed_at is null) = (unreadable_count is null))
);
create index inbound_delivery_by_age on messaging.inbound_delivery (store_id, received_at);
create index inbound_delivery_waiting on messaging.inbound_delivery (store_id, received_at) where processed_at is null;
alter table messaging.inbound_delivery enable row level security, force row level security;
create policy own_store on messaging.inbound_delivery
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.inbound_delivery to ${runtime};
