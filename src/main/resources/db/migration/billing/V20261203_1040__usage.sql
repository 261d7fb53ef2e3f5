-- What the agents of stores use of AI models, call by call, and the periods that it is charged in.

-- A row for each call that came to an end, and one for each that is taken back, whose tokens are negative and which has
-- the time of what it reverses: so it belongs to the same period. Never changed.
create table billing.ai_usage_event (
    store_id            uuid        not null,
    id                  uuid        not null,
    job_id              uuid        not null,
    attempt             integer     not null check (attempt >= 0),
    call_no             integer     not null check (call_no >= 0),
    -- Null was counted before models were told apart.
    ai_provider_code    text        check (ai_provider_code in ('openai', 'anthropic', 'sandbox')),
    ai_model_code       text        check (ai_model_code <> ''),
    provider_request_id text        check (provider_request_id <> ''),
    input_tokens        bigint      not null,
    output_tokens       bigint      not null,
    cached_read_tokens  bigint      not null default 0,
    cache_write_tokens  bigint      not null default 0,
    reasoning_tokens    bigint      not null default 0,
    is_estimated        boolean     not null default false,
    outcome             text        not null check (outcome in ('Answered', 'Faulty', 'Failed')),
    is_billable         boolean     not null,
    completed_at        timestamptz not null,
    recorded_at         timestamptz not null,
    reverses            uuid,
    reason              text        check (reason in ('Superseded', 'Skipped', 'Discarded', 'SendFailed')),
    primary key (store_id, id),
    constraint reversing_takes_back check (
        case when reverses is null
             then reason is null and least(input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens) >= 0
             else reason is not null and is_billable
                  and greatest(input_tokens, output_tokens, cached_read_tokens, cache_write_tokens, reasoning_tokens) <= 0
        end)
);
create unique index one_event_per_call on billing.ai_usage_event (store_id, job_id, attempt, call_no) where reverses is null;
create unique index reversed_once on billing.ai_usage_event (store_id, reverses) where reverses is not null;
create index ai_usage_event_by_time on billing.ai_usage_event (store_id, completed_at) include (is_billable, input_tokens, output_tokens);
alter table billing.ai_usage_event enable row level security, force row level security;
create policy own_store on billing.ai_usage_event
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert on billing.ai_usage_event to ${runtime};

-- The terms are those that held when it began. Periods of a store have no gap and do not overlap: who opens or closes one
-- holds the lock of the subscription. Its tokens are always the sum of the billable events between its ends.
create table billing.usage_period (
    store_id               uuid        not null,
    started_at             timestamptz not null,
    ends_at                timestamptz not null,
    -- The whole month of which it may be a part: what the plan's price is for.
    month_started_at       timestamptz not null,
    month_ends_at          timestamptz not null,
    plan_id                uuid        not null,
    plan_name              text        not null check (plan_name <> ''),
    price_iqd              bigint      not null check (price_iqd >= 0),
    included_input_tokens  bigint      check (included_input_tokens >= 0),
    included_output_tokens bigint      check (included_output_tokens >= 0),
    overage_input_price    bigint      not null check (overage_input_price >= 0),
    overage_output_price   bigint      not null check (overage_output_price >= 0),
    input_tokens           bigint      not null check (input_tokens >= 0),
    output_tokens          bigint      not null check (output_tokens >= 0),
    -- When it was said that the spend cap is near, and that it is reached.
    near_cap_at            timestamptz,
    at_cap_at              timestamptz,
    primary key (store_id, started_at),
    constraint one_period_to_an_end unique (store_id, ends_at),
    constraint period_has_time check (ends_at > started_at),
    constraint month_holds_its_part check (month_started_at <= started_at and ends_at <= month_ends_at)
);
alter table billing.usage_period enable row level security, force row level security;
create policy own_store on billing.usage_period
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on billing.usage_period to ${runtime};

-- What a call that is under way may come to. One that has lapsed was made by a process that died: nobody knows what it used.
create table billing.token_reservation (
    store_id      uuid        not null,
    job_id        uuid        not null,
    attempt       integer     not null check (attempt >= 0),
    call_no       integer     not null check (call_no >= 0),
    input_tokens  bigint      not null check (input_tokens >= 0),
    output_tokens bigint      not null check (output_tokens >= 0),
    expires_at    timestamptz not null,
    primary key (store_id, job_id, attempt, call_no)
);
create index token_reservation_by_end on billing.token_reservation (store_id, expires_at) include (input_tokens, output_tokens);
alter table billing.token_reservation enable row level security, force row level security;
create policy own_store on billing.token_reservation
    using (store_id = current_setting('app.store_id')::uuid)
    with check (store_id = current_setting('app.store_id')::uuid);
grant select, insert, update, delete on billing.token_reservation to ${runtime};

-- What was counted before is counted on; periods are opened with the sum of what is there.
alter table billing.token_use no force row level security;
alter table billing.ai_usage_event no force row level security;
insert into billing.ai_usage_event
    (store_id, id, job_id, attempt, call_no, input_tokens, output_tokens, outcome, is_billable, completed_at, recorded_at)
select store_id, id, id, 0, 0, input_tokens, output_tokens, 'Answered', true, used_at, used_at
from billing.token_use;
alter table billing.token_use force row level security;
alter table billing.ai_usage_event force row level security;
