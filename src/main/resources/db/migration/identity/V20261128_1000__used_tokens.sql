-- Digests of the refresh tokens that a family had and used: only these end it, not whoever knows its id.
alter table identity.sign_in add column uses bigint not null default 0;
create table identity.used_token (
    store_id     uuid   not null,
    sign_in_id   uuid   not null,
    number       bigint not null,
    token_sha256 bytea  not null check (length(token_sha256) = 32),
    primary key (store_id, sign_in_id, number),
    constraint gone_with_its_family foreign key (store_id, sign_in_id)
        references identity.sign_in (store_id, id) on delete cascade
);
alter table identity.used_token enable row level security, force row level security;
create policy own_store on identity.used_token
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on identity.used_token to ${runtime};
