-- Contacts, conversations and messages. Times of the provider stand beside the time of arrival: the first orders a
-- conversation, the second says when the store knew.
create schema if not exists messaging;
grant usage on schema messaging to ${runtime};

-- Somebody who writes to the store. Absent is null and never empty: a phone is there when its owner was proved.
create table messaging.contact (
    store_id      uuid        not null,
    id            uuid        not null,
    name          text        check (name <> ''),
    phone         text        check (phone <> ''),
    phone_proof   text        check (phone_proof in ('Sender', 'Shared', 'Staff')),
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (store_id, id),
    constraint phone_has_its_proof check ((phone is null) = (phone_proof is null))
);
create index contact_by_phone on messaging.contact (store_id, phone) where phone is not null;
alter table messaging.contact enable row level security, force row level security;
create policy own_store on messaging.contact
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.contact to ${runtime};

-- The names by which Meta knows a contact at one channel; the key is what makes one contact of many messages.
create table messaging.contact_identity (
    store_id   uuid        not null,
    channel_id uuid        not null,
    kind       text        not null check (kind in ('WaId', 'Bsuid', 'Igsid')),
    value      text        not null check (value <> ''),
    contact_id uuid        not null,
    created_at timestamptz not null,
    primary key (store_id, channel_id, kind, value),
    foreign key (store_id, contact_id) references messaging.contact (store_id, id)
);
create index identity_by_contact on messaging.contact_identity (store_id, contact_id);
alter table messaging.contact_identity enable row level security, force row level security;
create policy own_store on messaging.contact_identity
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.contact_identity to ${runtime};

-- One for each contact and channel, for good: a new message reopens it. Its row is locked by whoever adds a message.
create table messaging.conversation (
    store_id          uuid        not null,
    id                uuid        not null,
    channel_id        uuid        not null,
    channel_type      text        not null check (channel_type in ('WhatsApp', 'Instagram')),
    contact_id        uuid        not null,
    status            text        not null check (status in ('Pending', 'Open', 'Resolved')),
    assigned_user_id  uuid,
    unread_count      bigint      not null default 0 check (unread_count >= 0),
    -- The newest message by the provider's time.
    last_message_id   uuid,
    last_message_at   timestamptz,
    last_inbound_at   timestamptz,
    window_expires_at timestamptz,
    -- Since when a customer waits for an answer; null while nobody does.
    waiting_since     timestamptz,
    snoozed_until     timestamptz,
    -- How many messages have arrived; each has the number that it found.
    message_count     bigint      not null default 0,
    -- How many events integrators were told.
    sequence          bigint      not null default 0,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (store_id, id),
    constraint one_conversation_per_contact unique (store_id, channel_id, contact_id),
    foreign key (store_id, contact_id) references messaging.contact (store_id, id)
);
create index conversation_by_age on messaging.conversation (store_id, created_at desc, id desc);
create index conversation_by_status on messaging.conversation (store_id, status, created_at desc, id desc);
create index conversation_by_contact on messaging.conversation (store_id, contact_id);
alter table messaging.conversation enable row level security, force row level security;
create policy own_store on messaging.conversation
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.conversation to ${runtime};

-- What was written, by whom, and what became of it. An outbound message is here before Meta is asked; until it is
-- accepted, or nobody can say whether it was, its conversation does not show it.
create table messaging.message (
    store_id        uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    channel_id      uuid        not null,
    -- Meta's own id of it: repeats are known by it, for good.
    external_id     text        check (external_id <> ''),
    direction       text        not null check (direction in ('Inbound', 'Outbound')),
    author_kind     text        not null check (author_kind in ('Customer', 'Ai', 'Staff', 'NativeApp', 'System')),
    author_id       uuid,
    author_name     text        check (author_name <> ''),
    kind            text        not null check (kind <> ''),
    text            text        check (text <> ''),
    -- What the kind has beside a text: a place, cards of contacts, a button's id; JSON.
    details         jsonb,
    in_reply_to     text        check (in_reply_to <> ''),
    -- What the other side set on it, as an emoji.
    reaction        text        check (reaction <> ''),
    provider_at     timestamptz not null,
    number          bigint      not null,
    status          text        check (status in ('Queued', 'Unknown', 'Sent', 'Delivered', 'Read', 'Played', 'Failed')),
    status_at       timestamptz,
    error_code      text        check (error_code <> ''),
    error_message   text        check (error_message <> ''),
    pricing         jsonb,
    edited_at       timestamptz,
    deleted_at      timestamptz,
    created_at      timestamptz not null,
    primary key (store_id, id),
    constraint message_once unique (store_id, channel_id, external_id),
    foreign key (store_id, conversation_id) references messaging.conversation (store_id, id),
    constraint status_is_of_outbound check ((status is null) = (direction = 'Inbound'))
);
create index message_by_time on messaging.message (store_id, conversation_id, provider_at, number);
alter table messaging.message enable row level security, force row level security;
create policy own_store on messaging.message
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.message to ${runtime};
