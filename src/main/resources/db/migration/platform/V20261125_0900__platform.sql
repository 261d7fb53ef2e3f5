-- What the mechanisms keep: counters, kept answers, the audit log, sealed keys, permits of the rate limit.
grant usage on schema platform to ${runtime};

-- Per-store running numbers (orders, audit, feed). A row and not a sequence: its lock makes commits of one store follow
-- the numbers, and a shard can hold it.
create table platform.store_counter (
    store_id uuid   not null,
    name     text   not null check (name <> ''),
    value    bigint not null check (value >= 0),
    primary key (store_id, name)
);
alter table platform.store_counter enable row level security, force row level security;
create policy own_store on platform.store_counter
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update on platform.store_counter to ${runtime};

-- One key, one effect. The row is inserted by the transaction that owns the key and gets its answer at its end.
create table platform.kept_answer (
    store_id     uuid        not null,
    credential   text        not null check (credential <> ''),
    key          text        not null check (key <> ''),
    fingerprint  bytea       not null,
    status       integer,
    content_type text,
    body         bytea,
    created_at   timestamptz not null,
    primary key (store_id, credential, key)
);
create index kept_answer_by_age on platform.kept_answer (store_id, created_at);
alter table platform.kept_answer enable row level security, force row level security;
create policy own_store on platform.kept_answer
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on platform.kept_answer to ${runtime};

-- Append-only: the runtime role may neither change nor remove a row.
create table platform.audit_entry (
    store_id      uuid        not null,
    seq           bigint      not null check (seq > 0),
    id            uuid        not null,
    action        text        not null check (action <> ''),
    resource_type text        not null check (resource_type <> ''),
    resource_id   uuid,
    actor_kind    text        not null check (actor_kind in ('user', 'key', 'buyer', 'agent', 'system')),
    actor_id      uuid,
    actor_name    text,
    before        jsonb,
    after         jsonb,
    ip            text,
    created_at    timestamptz not null,
    primary key (store_id, seq),
    constraint one_entry_per_id unique (store_id, id)
);
alter table platform.audit_entry enable row level security, force row level security;
create policy own_store on platform.audit_entry
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on platform.audit_entry to ${runtime};

-- Each store's own key, wrapped by the master key: what is sealed in a store opens nowhere else.
create table platform.data_key (
    store_id   uuid        not null,
    id         uuid        not null,
    wrapped    bytea       not null,
    created_at timestamptz not null,
    primary key (store_id, id)
);
alter table platform.data_key enable row level security, force row level security;
create policy own_store on platform.data_key
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on platform.data_key to ${runtime};

-- Permits of the rate limit, keyed by a digest. Unlogged: after a crash everybody starts with a full minute.
create unlogged table platform.rate_permit (
    id         bigint primary key,
    state      bytea,
    expires_at bigint
);
grant select, insert, update, delete on platform.rate_permit to ${runtime};
