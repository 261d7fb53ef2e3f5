-- Documents that people sent to customers. As with a picture, the name is all a stranger needs to fetch one, as Meta does.
create table media.document (
    store_id   uuid        not null,
    id         uuid        not null,
    name       text        collate "C" not null check (name ~ '^[0-9a-f]{32}$'),
    file_name  text        not null check (file_name <> ''),
    body       bytea       not null,
    created_at timestamptz not null,
    primary key (store_id, id),
    constraint one_document_per_name unique (store_id, name)
);
alter table media.document alter column body set storage external;
alter table media.document enable row level security, force row level security;
create policy own_store on media.document
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on media.document to ${runtime};
