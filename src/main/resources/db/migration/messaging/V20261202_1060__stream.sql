-- What happened in a store's inbox, for those who watch it live: ids alone, and what they stand for is read when it is
-- told. Numbered without gaps in the order of commits, since the store's row below is locked by the statement that gives
-- the numbers, which is the last of its transaction.
create table messaging.stream_event (
    store_id        uuid        not null,
    seq             bigint      not null check (seq > 0),
    kind            text        not null check (kind in ('message', 'status', 'conversation', 'job')),
    conversation_id uuid        not null,
    message_id      uuid,
    job_id          uuid,
    created_at      timestamptz not null,
    primary key (store_id, seq),
    constraint event_names_what_it_is_about
        check ((kind in ('message', 'status')) = (message_id is not null) and (kind = 'job') = (job_id is not null))
) with (autovacuum_vacuum_scale_factor = 0.01);
create index stream_event_by_age on messaging.stream_event (store_id, created_at);
alter table messaging.stream_event enable row level security, force row level security;
create policy own_store on messaging.stream_event
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on messaging.stream_event to ${runtime};

-- How far each store's inbox has come, and when, for processes that look across stores: store id, a number and a time
-- alone, hence without row level security.
create table messaging.stream_head (
    store_id uuid        not null primary key,
    seq      bigint      not null check (seq > 0),
    told_at  timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
grant select, insert, update on messaging.stream_head to ${runtime};
