-- Work for later. A row of jobs.job is small and hot: it is there while the work is to be done and gone when it is done.
create schema if not exists jobs;
grant usage on schema jobs to ${runtime};

-- due_at is the next moment at which a worker may take the row: its time while it waits, the end of the lease while somebody
-- works. So what a dead worker held comes back by itself, and token, which grows with every claim, keeps it from ending it.
create table jobs.job (
    store_id   uuid        not null,
    id         uuid        not null,
    kind       text        not null check (kind <> ''),
    -- What shares a limit and fails together: an endpoint, or all the jobs of a kind.
    lane       uuid        not null,
    key        text        check (key <> ''),
    due_at     timestamptz not null,
    token      bigint      not null default 0 check (token >= 0),
    owner      text        check (owner <> ''),
    attempts   integer     not null default 0 check (attempts >= 0),
    lost       integer     not null default 0 check (lost >= 0),
    payload    jsonb,
    created_at timestamptz not null default now(),
    primary key (store_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
create unique index one_job_per_key on jobs.job (store_id, kind, key) where key is not null;
create index job_by_lane on jobs.job (store_id, lane, due_at);
alter table jobs.job enable row level security, force row level security;
create policy own_store on jobs.job
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on jobs.job to ${runtime};

-- Which stores have work, for whoever looks across stores: store id and time alone, hence without row security. It may
-- name a moment too early, never one too late.
create table jobs.store_due (
    store_id uuid        not null primary key,
    due_at   timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
create index store_due_by_time on jobs.store_due (due_at);
grant select, insert, update on jobs.store_due to ${runtime};

create table jobs.paused_store (
    store_id  uuid        not null primary key,
    paused_at timestamptz not null
);
grant select, insert, delete on jobs.paused_store to ${runtime};

create table jobs.paused_kind (
    kind      text        not null primary key check (kind <> ''),
    paused_at timestamptz not null
);
grant select, insert, delete on jobs.paused_kind to ${runtime};

-- Given up: after too many attempts, too many lost leases, or because another attempt could not help.
create table jobs.job_dead (
    store_id    uuid        not null,
    id          uuid        not null,
    kind        text        not null check (kind <> ''),
    lane        uuid        not null,
    key         text        check (key <> ''),
    token       bigint      not null check (token >= 0),
    attempts    integer     not null check (attempts >= 0),
    lost        integer     not null check (lost >= 0),
    payload     jsonb,
    error_class text        not null check (error_class <> ''),
    error_text  text        not null,
    created_at  timestamptz not null,
    died_at     timestamptz not null,
    primary key (store_id, id)
);
create index job_dead_by_age on jobs.job_dead (store_id, died_at);
alter table jobs.job_dead enable row level security, force row level security;
create policy own_store on jobs.job_dead
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on jobs.job_dead to ${runtime};

-- One row per finished job of the kinds that want it; a daily job forgets what is older than fourteen days.
create table jobs.job_history (
    store_id    uuid        not null,
    finished_at timestamptz not null,
    id          uuid        not null,
    kind        text        not null check (kind <> ''),
    attempts    integer     not null check (attempts >= 0),
    primary key (store_id, finished_at, id)
);
alter table jobs.job_history enable row level security, force row level security;
create policy own_store on jobs.job_history
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, delete on jobs.job_history to ${runtime};

-- Whoever inserts the row runs what was due at that time; all processes try.
create table jobs.schedule_fire (
    schedule  text        not null check (schedule <> ''),
    fire_time timestamptz not null,
    primary key (schedule, fire_time)
);
grant select, insert, delete on jobs.schedule_fire to ${runtime};
