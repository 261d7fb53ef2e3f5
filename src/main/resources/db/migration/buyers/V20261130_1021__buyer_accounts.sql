-- One account per phone and store. Without a password it is opened by a code alone, as the pages do.
create table buyers.account (
    store_id      uuid        not null,
    id            uuid        not null,
    phone         text        not null check (phone ~ '^9647[3-9][0-9]{8}$'),
    name          text        check (name <> ''),
    password_hash text        check (password_hash <> ''),
    version       bigint      not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (store_id, id),
    constraint one_account_per_phone unique (store_id, phone)
);
alter table buyers.account enable row level security, force row level security;
create policy own_store on buyers.account
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on buyers.account to ${runtime};

-- A browser that is signed in: what its cookie holds stands here as a digest, and signing out deletes it.
create table buyers.browser_session (
    store_id     uuid        not null,
    token_sha256 bytea       not null,
    account_id   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    primary key (store_id, token_sha256),
    foreign key (store_id, account_id) references buyers.account (store_id, id) on delete cascade
);
create index browser_session_by_account on buyers.browser_session (store_id, account_id);
alter table buyers.browser_session enable row level security, force row level security;
create policy own_store on buyers.browser_session
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on buyers.browser_session to ${runtime};
