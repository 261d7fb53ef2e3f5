-- A try to send a message. It is here, and committed, before Meta is asked: so nobody sends it twice, and what a process
-- that died left behind is found. It says nothing of what was written.
create table messaging.outbound_attempt (
    store_id        uuid        not null,
    message_id      uuid        not null,
    conversation_id uuid        not null,
    channel_id      uuid        not null,
    -- Somebody waits for the answer of the request, or it is sent in its turn by the job engine.
    origin          text        not null check (origin in ('Request', 'Queue')),
    -- Its place in the queue of its conversation.
    number          bigint      not null,
    -- What repeats of a request are known by, until it is known that nothing was sent.
    request_digest  bytea       check (octet_length(request_digest) = 32),
    fingerprint     bytea,
    state           text        not null
        check (state in ('Queued', 'InFlight', 'Unknown', 'Sent', 'Refused', 'NotSent')),
    -- When Meta was asked the last time.
    begun_at        timestamptz,
    -- Who of those that ever held its queue has it in flight.
    job_token       bigint,
    -- How often it was tried and is known not to have been sent, and how often it was sent again without knowing.
    refused_count   integer     not null default 0,
    resent_count    integer     not null default 0,
    error_code      text        check (error_code <> ''),
    error_subcode   text        check (error_subcode <> ''),
    error_class     text        check (error_class <> ''),
    created_at      timestamptz not null,
    settled_at      timestamptz,
    primary key (store_id, message_id),
    constraint one_attempt_per_request unique (store_id, request_digest),
    foreign key (store_id, conversation_id) references messaging.conversation (store_id, id) on delete cascade,
    constraint request_has_its_fingerprint check (request_digest is null or fingerprint is not null)
);
create index outbound_queue on messaging.outbound_attempt (store_id, conversation_id, number)
    where origin = 'Queue' and settled_at is null;
create index attempt_by_settlement on messaging.outbound_attempt (store_id, settled_at) where settled_at is not null;
alter table messaging.outbound_attempt enable row level security, force row level security;
create policy own_store on messaging.outbound_attempt
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.outbound_attempt to ${runtime};

-- The channels that ever had something queued, and until when one pauses that sent too much.
create table messaging.send_lane (
    store_id   uuid        not null,
    channel_id uuid        not null,
    open_from  timestamptz,
    primary key (store_id, channel_id)
);
alter table messaging.send_lane enable row level security, force row level security;
create policy own_store on messaging.send_lane
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.send_lane to ${runtime};

-- How fast one contact is written to. A burst that is spent is earned anew by a message every few seconds.
create table messaging.send_pace (
    store_id        uuid        not null,
    conversation_id uuid        not null,
    -- When all that was sent would have been sent at the even pace.
    even_until      timestamptz not null,
    -- Until when Meta wants nothing more for this contact, and how often in a row it said so.
    open_from       timestamptz,
    steps           integer     not null default 0,
    primary key (store_id, conversation_id),
    foreign key (store_id, conversation_id) references messaging.conversation (store_id, id) on delete cascade
);
alter table messaging.send_pace enable row level security, force row level security;
create policy own_store on messaging.send_pace
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on messaging.send_pace to ${runtime};
