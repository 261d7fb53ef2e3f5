-- What the people of a store call a conversation; labels that fold alike are one.
create table messaging.conversation_label (
    store_id        uuid not null,
    conversation_id uuid not null,
    folded          text not null collate "C" check (folded <> ''),
    label           text not null check (label <> ''),
    primary key (store_id, conversation_id, folded),
    foreign key (store_id, conversation_id) references messaging.conversation (store_id, id) on delete cascade
);
create index conversations_of_label on messaging.conversation_label (store_id, folded, conversation_id) include (label);
alter table messaging.conversation_label enable row level security, force row level security;
create policy own_store on messaging.conversation_label
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.conversation_label to ${runtime};

-- What one of the store tells the others; nobody else ever reads it.
create table messaging.note (
    store_id        uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    author_kind     text        not null check (author_kind in ('user', 'key')),
    author_id       uuid,
    author_name     text        check (author_name <> ''),
    text            text        not null check (text <> ''),
    created_at      timestamptz not null,
    primary key (store_id, id),
    foreign key (store_id, conversation_id) references messaging.conversation (store_id, id) on delete cascade
);
create index note_by_time on messaging.note (store_id, conversation_id, created_at, id);
alter table messaging.note enable row level security, force row level security;
create policy own_store on messaging.note
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.note to ${runtime};

-- Texts that are written again and again, each found by what is typed for it.
create table messaging.canned_reply (
    store_id        uuid        not null,
    id              uuid        not null,
    shortcut        text        not null check (shortcut <> ''),
    shortcut_folded text        not null check (shortcut_folded <> ''),
    text            text        not null check (text <> ''),
    language        text        check (language <> ''),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (store_id, id),
    constraint one_reply_per_shortcut unique (store_id, shortcut_folded)
);
create index canned_reply_by_age on messaging.canned_reply (store_id, created_at desc, id desc);
alter table messaging.canned_reply enable row level security, force row level security;
create policy own_store on messaging.canned_reply
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.canned_reply to ${runtime};

-- How a contact is found: a part of the name, or the last digits of the phone.
alter table messaging.contact
    add column name_folded text,
    add column phone_backwards text collate "C" generated always as (reverse(phone)) stored;
create index contact_by_last_digits on messaging.contact (store_id, phone_backwards) where phone is not null;

-- Who writes by a name of the service, found by the whole of it.
create index identity_by_value on messaging.contact_identity (store_id, value);

-- The orders in which an inbox is read, and its small lists. Who waits longest comes first; who does not wait is not in
-- that list.
create index conversation_by_last_message on messaging.conversation (store_id, last_message_at desc, id desc)
    where last_message_at is not null;
create index conversation_by_waiting on messaging.conversation (store_id, waiting_since, id)
    where waiting_since is not null;
create index conversation_by_assignee on messaging.conversation (store_id, assigned_user_id, created_at desc, id desc)
    where assigned_user_id is not null;
create index conversation_unread on messaging.conversation (store_id, created_at desc, id desc) where unread_count > 0;
create index conversation_snoozed on messaging.conversation (store_id, created_at desc, id desc)
    where snoozed_until is not null;
