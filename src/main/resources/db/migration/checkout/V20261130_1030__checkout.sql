-- Orders of strangers: which of them were sent before, and who sends too many. Phones, networks and what a form was sent
-- with stand here as digests, and for three days.
create schema if not exists checkout;
grant usage on schema checkout to ${runtime};

-- The turnstile of a phone: its row is held while an order of it is placed, so they come one after the other.
create table checkout.phone_turn (
    store_id     uuid        not null,
    phone_digest bytea       not null,
    last_at      timestamptz not null,
    primary key (store_id, phone_digest)
);
create index phone_turn_by_age on checkout.phone_turn (store_id, last_at);
alter table checkout.phone_turn enable row level security, force row level security;
create policy own_store on checkout.phone_turn
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on checkout.phone_turn to ${runtime};

-- What an order was sent with: whoever sends the same again is answered with it.
create table checkout.sent_checkout (
    store_id      uuid        not null,
    order_id      uuid        not null,
    phone_digest  bytea       not null,
    basket_digest bytea       not null,
    token_digest  bytea,
    placed_at     timestamptz not null,
    primary key (store_id, order_id),
    constraint one_order_per_token unique (store_id, token_digest)
);
create index sent_checkout_by_phone on checkout.sent_checkout (store_id, phone_digest, placed_at);
create index sent_checkout_by_age on checkout.sent_checkout (store_id, placed_at);
alter table checkout.sent_checkout enable row level security, force row level security;
create policy own_store on checkout.sent_checkout
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on checkout.sent_checkout to ${runtime};

-- How many phones that a store had not known have ordered there from one network, until the count ends.
create table checkout.newcomer_count (
    store_id       uuid        not null,
    network_digest bytea       not null,
    newcomers      integer     not null check (newcomers > 0),
    ends_at        timestamptz not null,
    primary key (store_id, network_digest)
);
create index newcomer_count_by_end on checkout.newcomer_count (store_id, ends_at);
alter table checkout.newcomer_count enable row level security, force row level security;
create policy own_store on checkout.newcomer_count
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on checkout.newcomer_count to ${runtime};
