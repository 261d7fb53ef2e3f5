-- Pictures, sounds, films and documents of messages. Where a medium lies at the provider is known at once; what it is, when
-- its bytes were looked at.
create table messaging.media (
    store_id        uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    message_id      uuid        not null,
    position        integer     not null check (position >= 0),
    -- Guessed from what the provider says until the bytes are here.
    kind            text        not null check (kind in ('Image', 'Audio', 'Video', 'Document')),
    state           text        not null check (state in ('Pending', 'Stored', 'Refused', 'Failed')),
    provider_id     text        check (provider_id <> ''),
    -- Whoever has it may look, so it goes as soon as it was used or is worth nothing.
    provider_url    text        check (provider_url <> ''),
    declared_type   text        check (declared_type <> ''),
    declared_sha256 text        check (declared_sha256 <> ''),
    file_name       text        check (file_name <> ''),
    media_type      text        check (media_type <> ''),
    size            bigint      check (size > 0),
    sha256          bytea       check (length(sha256) = 32),
    -- Why there are no bytes, in a word of ours.
    reason          text        check (reason <> ''),
    created_at      timestamptz not null,
    settled_at      timestamptz,
    primary key (store_id, id),
    constraint medium_once unique (store_id, message_id, position),
    foreign key (store_id, message_id) references messaging.message (store_id, id) on delete cascade,
    constraint stored_is_known check (
        (state = 'Stored') = (media_type is not null and size is not null and sha256 is not null)),
    constraint refused_has_a_reason check ((state in ('Refused', 'Failed')) = (reason is not null)),
    constraint settled_once_not_pending check ((state = 'Pending') = (settled_at is null))
);
create index media_by_size on messaging.media (store_id, conversation_id) include (size) where size is not null;
alter table messaging.media enable row level security, force row level security;
create policy own_store on messaging.media
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.media to ${runtime};

create table messaging.media_content (
    store_id uuid  not null,
    media_id uuid  not null,
    body     bytea not null,
    primary key (store_id, media_id),
    constraint content_of_media foreign key (store_id, media_id) references messaging.media (store_id, id) on delete cascade
);
-- Packed already for the most part; and of what is not packed a slice is read without the rest.
alter table messaging.media_content alter column body set storage external;
alter table messaging.media_content enable row level security, force row level security;
create policy own_store on messaging.media_content
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on messaging.media_content to ${runtime};
