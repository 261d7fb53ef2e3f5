-- Since when an identity is of somebody else: a number that its owner gave up. What was written before is still theirs.
alter table messaging.contact_identity add column withdrawn_at timestamptz;

-- When the reaction was set or taken off: an older one that comes late changes nothing.
alter table messaging.message add column reacted_at timestamptz;

-- Outbound messages that nobody knows at Meta yet, by which an echo finds the one that it is of.
create index message_unsettled on messaging.message (store_id, conversation_id) where external_id is null;

-- What became of a message that is not here yet: the news may come before it. One row for each message, with the newest of
-- each kind; it goes when the message comes, and after a day.
create table messaging.parked_update (
    store_id      uuid        not null,
    channel_id    uuid        not null,
    external_id   text        not null check (external_id <> ''),
    status        text        check (status in ('Sent', 'Delivered', 'Read', 'Played', 'Failed')),
    status_at     timestamptz,
    error_code    text        check (error_code <> ''),
    error_message text        check (error_message <> ''),
    pricing       jsonb,
    reaction      text        check (reaction <> ''),
    reacted_at    timestamptz,
    text          text        check (text <> ''),
    edited_at     timestamptz,
    deleted_at    timestamptz,
    created_at    timestamptz not null,
    primary key (store_id, channel_id, external_id)
);
create index parked_update_by_age on messaging.parked_update (store_id, created_at);
alter table messaging.parked_update enable row level security, force row level security;
create policy own_store on messaging.parked_update
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.parked_update to ${runtime};
