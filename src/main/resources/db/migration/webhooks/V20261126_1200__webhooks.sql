-- Events, who hears of them, and what came of telling.
create schema if not exists webhooks;
grant usage on schema webhooks to ${runtime};

-- Health belongs to the endpoint, so that every process sees it: since when it only fails, what a window of five minutes
-- counted, and from when it is tried again.
create table webhooks.subscription (
    store_id        uuid        not null,
    id              uuid        not null,
    slot            integer     not null check (slot between 1 and 50),
    url             text        not null check (url <> ''),
    -- Empty is all of them.
    event_types     text[]      not null,
    description     text        check (description <> ''),
    is_enabled      boolean     not null,
    disabled_reason text        check (disabled_reason in ('owner', 'gone', 'failing')),
    tests           bigint      not null check (tests >= 0),
    failing_since   timestamptz,
    window_from     timestamptz,
    window_attempts integer     not null check (window_attempts >= 0),
    window_failures integer     not null check (window_failures between 0 and window_attempts),
    open_from       timestamptz,
    trips           integer     not null check (trips >= 0),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, id),
    constraint fifty_subscriptions unique (store_id, slot),
    constraint disabled_for_a_reason check (is_enabled = (disabled_reason is null))
);
create index subscription_by_age on webhooks.subscription (store_id, created_at desc, id desc);
alter table webhooks.subscription enable row level security, force row level security;
create policy own_store on webhooks.subscription
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on webhooks.subscription to ${runtime};

-- Signing secrets, sealed. One without an end is the present one; a replaced one lives until its overlap is over.
create table webhooks.secret (
    store_id        uuid        not null,
    subscription_id uuid        not null,
    id              uuid        not null,
    sealed          bytea       not null,
    created_at      timestamptz not null,
    expires_at      timestamptz,
    primary key (store_id, subscription_id, id),
    foreign key (store_id, subscription_id) references webhooks.subscription (store_id, id) on delete cascade
);
create unique index one_present_secret on webhooks.secret (store_id, subscription_id) where expires_at is null;
alter table webhooks.secret enable row level security, force row level security;
create policy own_store on webhooks.secret
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on webhooks.secret to ${runtime};

-- The body is frozen here; every attempt sends these bytes. feed_position follows the order of commits, which ids do not.
create table webhooks.event (
    store_id      uuid        not null,
    id            uuid        not null,
    type          text        not null check (type <> ''),
    resource_type text        not null check (resource_type <> ''),
    resource_id   uuid        not null,
    sequence      bigint      not null check (sequence > 0),
    feed_position bigint      not null check (feed_position > 0),
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    body          bytea       not null check (length(body) <= 65536),
    primary key (store_id, id),
    constraint one_event_per_position unique (store_id, feed_position)
);
alter table webhooks.event enable row level security, force row level security;
create policy own_store on webhooks.event
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on webhooks.event to ${runtime};

-- An event for one subscription. earlier_attempts are those before the last replay, which opens twelve new ones.
create table webhooks.delivery (
    store_id         uuid        not null,
    id               uuid        not null,
    event_id         uuid        not null,
    subscription_id  uuid        not null,
    status           text        not null check (status in ('Pending', 'Delivered', 'Dead')),
    attempts         integer     not null check (attempts >= 0),
    earlier_attempts integer     not null check (earlier_attempts between 0 and attempts),
    sign_previous    boolean     not null,
    next_attempt_at  timestamptz,
    created_at       timestamptz not null,
    primary key (store_id, id),
    constraint one_delivery_per_event_and_subscription unique (store_id, event_id, subscription_id),
    constraint pending_has_a_time check ((status = 'Pending') = (next_attempt_at is not null)),
    foreign key (store_id, event_id) references webhooks.event (store_id, id)
) with (fillfactor = 80);
create index delivery_by_subscription on webhooks.delivery (store_id, subscription_id, id desc);
alter table webhooks.delivery enable row level security, force row level security;
create policy own_store on webhooks.delivery
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on webhooks.delivery to ${runtime};

create table webhooks.attempt (
    store_id    uuid        not null,
    delivery_id uuid        not null,
    number      integer     not null check (number > 0),
    at          timestamptz not null,
    status_code integer,
    latency_ms  bigint      check (latency_ms >= 0),
    error_class text        check (error_class in ('status', 'dns', 'blocked_address', 'connect', 'tls', 'timeout',
                                'reset', 'lost')),
    body_head   text,
    primary key (store_id, delivery_id, number),
    foreign key (store_id, delivery_id) references webhooks.delivery (store_id, id) on delete cascade
);
alter table webhooks.attempt enable row level security, force row level security;
create policy own_store on webhooks.attempt
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on webhooks.attempt to ${runtime};
