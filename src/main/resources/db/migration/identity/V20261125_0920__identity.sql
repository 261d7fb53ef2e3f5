-- Who may come in: owners, staff, operators, their roles and sign-ins, the keys of machines, and how often somebody guessed.
create schema if not exists identity;
grant usage on schema identity to ${runtime};

-- Directory: the phone that signs in, asked before the store is known. Its key decides who a phone belongs to.
create table identity.login_phone (
    phone     text primary key check (phone ~ '^9647[3-9][0-9]{8}$'),
    store_id  uuid not null,
    member_id uuid not null
);
grant select, insert, delete on identity.login_phone to ${runtime};

-- Directory: the store behind a key id. Nothing secret: the digest stands in the store's own table.
create table identity.api_key_owner (
    key_id   text primary key check (key_id <> ''),
    store_id uuid not null
);
grant select, insert on identity.api_key_owner to ${runtime};

-- Platform: the keys that sign access tokens, sealed, shared by all processes. One is in use, older ones only verify.
create table identity.signing_key (
    kid            text        primary key check (kid <> ''),
    public_jwk     text        not null check (public_jwk <> ''),
    sealed_private bytea       not null,
    created_at     timestamptz not null,
    retired_at     timestamptz
);
-- Two processes that start together make one key: the index lets the first in.
create unique index one_key_signs on identity.signing_key ((true)) where retired_at is null;
grant select, insert on identity.signing_key to ${runtime};

-- Platform: wrong passwords of the last quarter of an hour for a phone or a network, by its digest. Shared by all processes.
create table identity.wrong_guess (
    subject text        primary key check (subject <> ''),
    at_ms   bigint[]    not null,
    next_at timestamptz,
    last_at timestamptz not null
);
create index wrong_guess_by_age on identity.wrong_guess (last_at);
grant select, insert, update, delete on identity.wrong_guess to ${runtime};

-- A store's own roles. name_key is the name as it is compared: letter case and spelling variants do not count.
create table identity.role (
    store_id    uuid        not null,
    id          uuid        not null,
    name        text        not null check (name <> ''),
    name_key    text        not null check (name_key <> ''),
    permissions text[]      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (store_id, id),
    constraint one_role_per_name unique (store_id, name_key)
);
create index role_by_age on identity.role (store_id, created_at desc, id desc);
alter table identity.role enable row level security, force row level security;
create policy own_store on identity.role
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on identity.role to ${runtime};

-- Owners and staff of a store; the operators stand under the platform's own id. version grows when all tokens must end.
create table identity.member (
    store_id      uuid        not null,
    id            uuid        not null,
    kind          text        not null check (kind in ('store_owner', 'store_staff', 'platform_admin')),
    full_name     text        not null check (full_name <> ''),
    phone         text        not null check (phone ~ '^9647[3-9][0-9]{8}$'),
    password_hash text        not null check (password_hash <> ''),
    role_id       uuid,
    is_active     boolean     not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (store_id, id),
    constraint staff_have_a_role check ((kind = 'store_staff') = (role_id is not null)),
    -- A role that somebody holds cannot be deleted.
    constraint role_in_use foreign key (store_id, role_id) references identity.role (store_id, id)
);
create unique index one_owner_per_store on identity.member (store_id) where kind = 'store_owner';
create index member_by_age on identity.member (store_id, created_at desc, id desc);
create index member_by_role on identity.member (store_id, role_id) where role_id is not null;
alter table identity.member enable row level security, force row level security;
create policy own_store on identity.member
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on identity.member to ${runtime};

-- One row for each family of refresh tokens: it holds the digest of the one token that is good, so a used one fits no more.
create table identity.sign_in (
    store_id     uuid        not null,
    id           uuid        not null,
    member_id    uuid        not null,
    token_sha256 bytea       not null check (length(token_sha256) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    primary key (store_id, id),
    constraint gone_with_its_member foreign key (store_id, member_id)
        references identity.member (store_id, id) on delete cascade
);
create index sign_in_by_member on identity.sign_in (store_id, member_id);
create index sign_in_by_end on identity.sign_in (store_id, expires_at);
alter table identity.sign_in enable row level security, force row level security;
create policy own_store on identity.sign_in
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on identity.sign_in to ${runtime};

-- The secret itself is shown once and kept by its owner; here is its digest under the pepper. Scopes are fixed for life.
create table identity.api_key (
    store_id      uuid        not null,
    id            uuid        not null,
    key_id        text        not null check (key_id <> ''),
    name          text        not null check (name <> ''),
    secret_digest bytea       not null check (length(secret_digest) = 32),
    scopes        text[]      not null check (cardinality(scopes) > 0),
    created_at    timestamptz not null,
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    primary key (store_id, id),
    constraint one_key_per_key_id unique (store_id, key_id)
);
create index api_key_by_age on identity.api_key (store_id, created_at desc, id desc);
alter table identity.api_key enable row level security, force row level security;
create policy own_store on identity.api_key
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on identity.api_key to ${runtime};
-- Nothing else of a key ever changes.
grant update (last_used_at, revoked_at) on identity.api_key to ${runtime};
