-- Buyers of shops: codes that prove a phone, accounts, and the browsers that are signed in.
create schema if not exists buyers;
grant usage on schema buyers to ${runtime};

-- One code for a phone and a purpose; a new one takes its place. Phone and digits stand here as digests.
create table buyers.one_time_code (
    store_id     uuid        not null,
    phone_digest bytea       not null,
    purpose      text        not null check (purpose in ('Registration', 'PasswordReset', 'Order')),
    id           uuid        not null,
    code_digest  bytea       not null,
    wrong_tries  integer     not null constraint five_wrong_tries check (wrong_tries between 0 and 5),
    sent_at      timestamptz not null,
    expires_at   timestamptz not null,
    primary key (store_id, phone_digest, purpose),
    unique (store_id, id)
);
create index one_time_code_by_end on buyers.one_time_code (store_id, expires_at);
alter table buyers.one_time_code enable row level security, force row level security;
create policy own_store on buyers.one_time_code
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on buyers.one_time_code to ${runtime};

-- Platform: codes that were sent of late to a phone, a network or a shop, by its digest. Shared by all processes.
create table buyers.code_count (
    subject text        primary key check (subject <> ''),
    sent    integer     not null check (sent >= 0),
    ends_at timestamptz not null
);
create index code_count_by_end on buyers.code_count (ends_at);
grant select, insert, update, delete on buyers.code_count to ${runtime};
