-- Pictures that people uploaded, drawn anew: docs/decisions/0015. The name is all a stranger needs to see one.
create schema if not exists media;
grant usage on schema media to ${runtime};

create table media.image (
    store_id   uuid        not null,
    id         uuid        not null,
    name       text        collate "C" not null check (name ~ '^[0-9a-f]{32}$'),
    type       text        not null check (type in ('jpg', 'png')),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    created_at timestamptz not null,
    primary key (store_id, id),
    constraint one_image_per_name unique (store_id, name)
);
alter table media.image enable row level security, force row level security;
create policy own_store on media.image
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on media.image to ${runtime};

-- The widest one is the image itself.
create table media.rendition (
    store_id uuid    not null,
    image_id uuid    not null,
    width    integer not null check (width > 0),
    height   integer not null check (height > 0),
    body     bytea   not null,
    primary key (store_id, image_id, width),
    constraint rendition_of_image foreign key (store_id, image_id) references media.image (store_id, id)
);
-- It is packed already: PostgreSQL need not try again.
alter table media.rendition alter column body set storage external;
alter table media.rendition enable row level security, force row level security;
create policy own_store on media.rendition
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on media.rendition to ${runtime};
